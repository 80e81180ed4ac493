package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.RefusalCode;
import java.util.Optional;

/** Whether a guarantee stands behind one declaration, and what that takes of it. */
public sealed interface Cover {

  /** What is taken of which guarantee, if anything ever was. */
  Optional<Hold> hold();

  /** No guarantee is concerned. */
  record None(Optional<Hold> hold) implements Cover {}

  /** The guarantor stands in. {@code forced}: a rule forbade it, but the goods are out. */
  record Covered(Hold held, boolean forced) implements Cover {
    @Override
    public Optional<Hold> hold() {
      return Optional.of(held);
    }
  }

  /** A rule forbids it. What an earlier version of the declaration held, stays. */
  record Refused(RefusalCode code, Optional<Hold> hold) implements Cover {}

  /** The duty was paid or fell away, or the guarantor paid. */
  record Discharged(Optional<Hold> hold) implements Cover {}

  /**
   * What one declaration takes of one guarantee.
   *
   * @param slice the part of the guarantee that was written
   */
  record Hold(GuaranteeId guaranteeId, int slice, Holding holding) {}

  /** Nothing known yet. */
  static Cover unknown() {
    return new None(Optional.empty());
  }
}
