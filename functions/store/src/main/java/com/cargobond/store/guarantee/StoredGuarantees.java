package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.Guarantees;
import com.cargobond.store.ledger.StoredCapability;
import java.util.List;
import java.util.Optional;

/** How guarantees are kept. */
public final class StoredGuarantees {

  /** With the operators that have them. */
  public static final StoredCapability CAPABILITY =
      new StoredCapability(
          Guarantees.CAPABILITY,
          List.of(new GuaranteeCodec(), new OperatorCodec()),
          Optional.of(GuaranteeEnds::new));

  private StoredGuarantees() {}
}
