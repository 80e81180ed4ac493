package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.ReservationRequest;
import com.cargobond.domain.guarantee.ReservationRules;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.Cover.Hold;
import java.util.Optional;

/**
 * Decides one declaration's cover when what it requires has changed, and moves the guarantee by the
 * difference between what is held and what must be held. Answer and reservation are one step.
 *
 * @param forced whether this step took what a rule forbids
 */
record CoverDecision(Books books, Cover cover, boolean forced) {

  /**
   * What must be held now.
   *
   * @param refiled whether the declaration itself is new or another version of it counts now, so
   *     that the guarantor must be asked again
   * @param redeclared whether it declares something else than before. If not, what it needs more is
   *     Customs' assessment or the law's charge: an answer that was given stands
   * @param isHeldElsewhere whether another house waybill holds for the same declaration
   */
  record Change(
      RequiredHold required, boolean refiled, boolean redeclared, boolean isHeldElsewhere) {

    Change heldElsewhere() {
      return new Change(required, refiled, redeclared, true);
    }
  }

  static CoverDecision decide(Books books, ShipmentId shipment, Change change, Cover now) {
    RequiredHold required = change.required();
    Optional<Guarantee> named = books.guarantee(required.registrationNo());
    Optional<Hold> elsewhere =
        now.hold().filter(hold -> named.filter(g -> g.id().equals(hold.guaranteeId())).isEmpty());
    if (elsewhere.isPresent()) {
      return decide(withReleased(books, elsewhere.get()), shipment, change, Cover.unknown());
    }
    if (!required.concernsGuarantee()) {
      Books released = now.hold().map(hold -> withReleased(books, hold)).orElse(books);
      return new CoverDecision(released, Cover.unknown(), false);
    }
    if (named.isEmpty()) {
      RefusalCode code = change.isHeldElsewhere() ? RefusalCode.DUPLICATE : RefusalCode.NOT_FOUND;
      return new CoverDecision(
          books, new Cover.Refused(code, Optional.empty(), Optional.empty()), false);
    }
    return decide(books, shipment, change, now, named.get());
  }

  private static CoverDecision decide(
      Books books, ShipmentId shipment, Change change, Cover now, Guarantee guarantee) {
    int slice =
        now.hold().map(Hold::slice).orElseGet(() -> shipment.lane(guarantee.slices().size()));
    Holding from = heldBy(now);
    Holding to = change.required().holding(guarantee.terms());
    if (change.isHeldElsewhere()) {
      return notBound(
          books, guarantee, new Move(slice, from, claimsOf(to), false), RefusalCode.DUPLICATE);
    }
    ReservationRequest request =
        change
            .required()
            .request(
                shipment,
                Math.max(0, to.total() - from.total()),
                now instanceof Cover.Covered
                    && (change.required().assessed() || !change.redeclared()));
    if (now.hold().isEmpty() || change.refiled() || isUnbound(now)) {
      Optional<RefusalCode> notBound = ReservationRules.notBound(request, guarantee);
      if (notBound.isPresent()) {
        return notBound(
            books, guarantee, new Move(slice, from, claimsOf(to), false), notBound.get());
      }
    }
    Optional<RefusalCode> beyondLimits =
        request.increase() == 0
            ? Optional.empty()
            : ReservationRules.notWithinLimits(request, guarantee);
    if (beyondLimits.isPresent()) {
      boolean nothingOwed = to.open() == 0 && to.paidClaims() == 0;
      if (nothingOwed && from.total() > 0) {
        // What was held is used up, no state forbids that; but beyond it and the limit nobody is
        // liable, so that nothing is forced.
        Holding used = ReservationRules.limitSuffices(request, guarantee) ? to : usedUp(from);
        return moved(books, change, now, guarantee, new Move(slice, from, used, false));
      }
      if (nothingOwed || !request.cannotBeAnsweredWithNo()) {
        return new CoverDecision(
            books,
            new Cover.Refused(beyondLimits.get(), now.hold(), Optional.of(guarantee.id())),
            false);
      }
    }
    boolean forced = beyondLimits.isPresent();
    return moved(books, change, now, guarantee, new Move(slice, from, to, forced));
  }

  private record Move(int slice, Holding from, Holding to, boolean forced) {}

  /** Nothing is held; but what the guarantor paid all the same has happened, and is booked. */
  private static CoverDecision notBound(
      Books books, Guarantee guarantee, Move move, RefusalCode code) {
    Optional<Hold> paid =
        move.to().equals(Holding.NOTHING) ? Optional.empty() : Optional.of(hold(guarantee, move));
    return new CoverDecision(
        books.with(guarantee.move(move.slice(), move.from(), move.to())),
        new Cover.Refused(code, paid, Optional.of(guarantee.id())),
        false);
  }

  /** Whether all that is booked is what a guarantor paid that was not bound. */
  private static boolean isUnbound(Cover cover) {
    return cover instanceof Cover.Refused && claimsOf(heldBy(cover)).equals(heldBy(cover));
  }

  private static Holding claimsOf(Holding holding) {
    return new Holding(0, 0, holding.paidClaims(), 0);
  }

  private static Hold hold(Guarantee guarantee, Move move) {
    return new Hold(
        guarantee.id(),
        move.slice(),
        move.to(),
        Optional.of(guarantee.terms().suretyshipTo()),
        guarantee.status() == GuaranteeStatus.CLOSED);
  }

  private static CoverDecision moved(
      Books books, Change change, Cover now, Guarantee guarantee, Move move) {
    Hold hold = hold(guarantee, move);
    Guarantee next = guarantee.move(move.slice(), move.from(), move.to());
    // A claim that was not paid after all takes back what was reinstated for it.
    boolean forced = move.forced() || next.available() < Math.min(0, guarantee.available());
    return new CoverDecision(
        books.with(next), coverAfter(change.required(), now, hold, forced), forced);
  }

  private static Holding usedUp(Holding held) {
    return new Holding(0, 0, 0, held.total());
  }

  private static Cover coverAfter(RequiredHold required, Cover now, Hold hold, boolean forced) {
    if (hold.holding().open() > 0) {
      boolean wasForced = now instanceof Cover.Covered covered && covered.forced();
      return new Cover.Covered(hold, forced || wasForced);
    }
    return required.cancelled()
        ? new Cover.None(Optional.of(hold))
        : new Cover.Discharged(Optional.of(hold));
  }

  private static Books withReleased(Books books, Hold hold) {
    Guarantee guarantee = books.guarantee(hold.guaranteeId());
    return books.with(guarantee.move(hold.slice(), hold.holding(), Holding.NOTHING));
  }

  private static Holding heldBy(Cover cover) {
    return cover.hold().map(Hold::holding).orElse(Holding.NOTHING);
  }
}
