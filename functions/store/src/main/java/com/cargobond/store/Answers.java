package com.cargobond.store;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Books;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of the answers about cover rest on more of a guarantee than what they move. A guarantor
 * that says yes has the room in the slices that are written with it. That it says no, or is forced
 * to say yes, rests on every slice, written or not.
 */
final class Answers {

  private Answers() {}

  /**
   * Whether all that the answers rest on is written, so that the commit makes a condition of it.
   *
   * @param decided the shipments that were decided on
   * @param after how they stand then
   */
  static boolean areConditional(
      Set<ShipmentId> decided, Books after, List<GuaranteeChange> changes) {
    Map<GuaranteeId, GuaranteeChange> written =
        changes.stream()
            .collect(Collectors.toMap(change -> change.after().id(), Function.identity()));
    return decided.stream()
        .flatMap(id -> after.shipment(id).covers().values().stream())
        .filter(Answers::restsOnTheWhole)
        .map(cover -> cover.guarantee().map(written::get))
        .allMatch(change -> change.filter(GuaranteeChange::changesEverySlice).isPresent());
  }

  private static boolean restsOnTheWhole(Cover cover) {
    return switch (cover) {
      case Cover.Refused refused -> true;
      case Cover.Covered covered -> covered.forced();
      case Cover.None none -> isUsedUp(none.hold());
      case Cover.Discharged discharged -> isUsedUp(discharged.hold());
    };
  }

  /** What is used up may have been cut to what was left of the limit. */
  private static boolean isUsedUp(Optional<Cover.Hold> hold) {
    return hold.filter(held -> held.holding().consumed() > 0).isPresent();
  }
}
