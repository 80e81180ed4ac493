package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.Deposits;
import com.cargobond.store.ledger.StoredCapability;
import java.util.List;
import java.util.Optional;

/** How deposits are kept. */
public final class StoredDeposits {

  /** Their rules say what comes of a day. */
  public static final StoredCapability CAPABILITY =
      new StoredCapability(Deposits.CAPABILITY, List.of(new DepositCodec()), Optional.empty());

  private StoredDeposits() {}
}
