package com.cargobond.store.dynamo;

import com.cargobond.store.ledger.InterleavingContract;
import com.cargobond.store.ledger.Ledger;

class InterleavedDynamoTest extends InterleavingContract {

  @Override
  protected Ledger newLedger() {
    return LocalDynamo.newLedger();
  }
}
