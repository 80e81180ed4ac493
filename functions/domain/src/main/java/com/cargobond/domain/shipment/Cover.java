package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.ledger.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a guarantee stands behind one declaration, and what that takes of it. */
public sealed interface Cover {

  /** What is taken of which guarantee, if anything ever was. */
  Optional<Hold> hold();

  /** The guarantee that the declaration names, as far as there is one: demands are listed there. */
  default Optional<GuaranteeId> guarantee() {
    return hold().map(Hold::guaranteeId);
  }

  /** The last day on which Customs may claim on the guarantor, as far as it is known. */
  default Optional<LocalDate> claimableUntil() {
    return hold().flatMap(Hold::claimableUntil);
  }

  /** Whether it says that a guarantee has no room, or less than what was asked, in any slice. */
  default boolean restsOnTheWhole() {
    return switch (this) {
      case Refused refused -> true;
      case Covered covered -> covered.forced();
      // What is used up may have been cut to what was left of the limit.
      case None none -> hold().filter(held -> held.holding().consumed() > 0).isPresent();
      case Discharged discharged ->
          hold().filter(held -> held.holding().consumed() > 0).isPresent();
    };
  }

  /** No guarantee is concerned. */
  record None(Optional<Hold> hold) implements Cover {}

  /** The guarantor stands in. {@code forced}: a rule forbade it, but the goods are out. */
  record Covered(Hold held, boolean forced) implements Cover {
    @Override
    public Optional<Hold> hold() {
      return Optional.of(held);
    }
  }

  /**
   * A rule forbids it. What an earlier version of the declaration held, stays.
   *
   * @param guarantee that refused; empty if there is none of the number
   */
  record Refused(RefusalCode code, Optional<Hold> hold, Optional<GuaranteeId> guarantee)
      implements Cover {}

  /** The duty was paid or fell away, or the guarantor paid. */
  record Discharged(Optional<Hold> hold) implements Cover {}

  /**
   * What one declaration takes of one guarantee.
   *
   * @param slice the part of the guarantee that was written
   * @param claimableUntil the end of the suretyship period as it was decided by last; empty in what
   *     was decided before that was kept
   * @param isOfClosed whether the guarantee was closed then: it answers all the same for what arose
   *     within its cover
   */
  record Hold(
      GuaranteeId guaranteeId,
      int slice,
      Holding holding,
      Optional<LocalDate> claimableUntil,
      boolean isOfClosed) {}

  /** Nothing known yet. */
  static Cover unknown() {
    return new None(Optional.empty());
  }
}
