package com.cargobond.store.sketch;

import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.EventTypes;
import com.cargobond.domain.event.Fact;
import com.cargobond.domain.input.FieldReader;
import java.util.List;

/** What a warehouse says of storage. */
enum StorageFeeEventType implements EventType {
  OWED;

  static final EventTypes TYPES = new EventTypes(List.of(values()));

  @Override
  public String wireName() {
    return "warehouse.storage-fee-owed.v1";
  }

  @Override
  public Fact read(FieldReader data) {
    return StorageFeeOwed.read(data);
  }
}
