package com.cargobond.store.dynamo;

import com.cargobond.store.fixture.StoredFreight;
import com.cargobond.store.ledger.DeadlinesContract;
import com.cargobond.store.ledger.DepositLedgerContract;
import com.cargobond.store.ledger.EventLedgerContract;
import com.cargobond.store.ledger.ExceptionLedgerContract;
import com.cargobond.store.ledger.GuaranteeLedgerContract;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerContract;
import com.cargobond.store.ledger.RefusalLedgerContract;
import com.cargobond.store.ledger.SharedDeclarationContract;
import com.cargobond.store.payment.PaymentLedgerContract;
import org.junit.jupiter.api.Nested;

class DynamoLedgerTest {

  @Nested
  class AsALedger extends LedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class UnderEvents extends EventLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfSharedDeclarations extends SharedDeclarationContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfGuarantees extends GuaranteeLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfDeposits extends DepositLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfExceptions extends ExceptionLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfRefusals extends RefusalLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OverTime extends DeadlinesContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger();
    }
  }

  @Nested
  class OfPayments extends PaymentLedgerContract {
    @Override
    protected Ledger newLedger() {
      return LocalDynamo.newLedger(StoredFreight.BESIDE_DEPOSITS);
    }
  }
}
