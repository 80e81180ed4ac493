package com.cargobond.store.dynamo;

import com.cargobond.store.ledger.CapabilityContract;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.StoredCapabilityList;

class CapabilitiesOnDynamoTest extends CapabilityContract {

  @Override
  protected Ledger newLedger(StoredCapabilityList stored) {
    return LocalDynamo.newLedger(stored);
  }
}
