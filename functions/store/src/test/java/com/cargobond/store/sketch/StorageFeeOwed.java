package com.cargobond.store.sketch;

import com.cargobond.domain.event.Fact;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import java.time.LocalDate;

/** A fee is owed to a warehouse until a day. */
record StorageFeeOwed(StorageFeeId feeId, Money amount, LocalDate payBy, AccountHolder payee)
    implements Fact {

  static StorageFeeOwed read(FieldReader in) {
    return new StorageFeeOwed(
        in.text("feeId", StorageFeeId::new),
        in.object("amount", Money::read),
        in.date("payBy"),
        in.object("payee", AccountHolder::read));
  }
}
