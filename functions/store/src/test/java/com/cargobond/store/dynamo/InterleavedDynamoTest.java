package com.cargobond.store.dynamo;

import com.cargobond.store.InterleavingContract;
import com.cargobond.store.Ledger;

class InterleavedDynamoTest extends InterleavingContract {

  @Override
  protected Ledger newLedger() {
    return LocalDynamo.newLedger();
  }
}
