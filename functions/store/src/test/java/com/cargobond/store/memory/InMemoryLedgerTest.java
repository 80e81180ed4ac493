package com.cargobond.store.memory;

import com.cargobond.store.DeadlineDeskContract;
import com.cargobond.store.DepositDeskContract;
import com.cargobond.store.EventLedgerContract;
import com.cargobond.store.ExceptionDeskContract;
import com.cargobond.store.GuaranteeDeskContract;
import com.cargobond.store.Ledger;
import com.cargobond.store.LedgerContract;
import com.cargobond.store.RefusalDeskContract;
import com.cargobond.store.SharedDeclarationContract;
import org.junit.jupiter.api.Nested;

class InMemoryLedgerTest {

  @Nested
  class AsALedger extends LedgerContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class UnderEvents extends EventLedgerContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class OfSharedDeclarations extends SharedDeclarationContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class AtTheDesk extends GuaranteeDeskContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class OfDeposits extends DepositDeskContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class OfExceptions extends ExceptionDeskContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class OfRefusals extends RefusalDeskContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }

  @Nested
  class OverTime extends DeadlineDeskContract {
    @Override
    protected Ledger newLedger() {
      return new InMemoryLedger();
    }
  }
}
