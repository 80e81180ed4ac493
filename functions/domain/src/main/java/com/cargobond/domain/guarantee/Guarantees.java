package com.cargobond.domain.guarantee;

import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Rulebook;
import java.util.List;

/**
 * Guarantees as the rest knows them: they live by commands, and by what shipments hold of them, so
 * that they hear no event of their own.
 */
public final class Guarantees {

  /** What there is of them. */
  public static final Capability CAPABILITY =
      new Capability(
          "guarantee",
          Guarantee.KIND,
          List.of(),
          Rulebook.DEAF,
          List.of(),
          List.of(),
          List.of(GuaranteeNoticeType.values()));

  private Guarantees() {}
}
