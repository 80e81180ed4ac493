package com.cargobond.domain.shipment;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.CoverDecision.Change;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One declaration that stands on several house waybills holds once. Which of them holds follows
 * from what is known of them, and never from which was heard of first: goods that are out and of
 * which something is open come before all that is paid, since nothing that left on a guarantee may
 * lack it. Of these as of the others what Customs claims comes first, then goods that are out; of
 * several that are out the one of which most is open; then what Customs accepted first, then the
 * smaller number. The first of these that a guarantee covers holds, those after it are refused. One
 * that Customs has taken back is no party to this, and is decided by itself.
 */
final class SharedDeclaration {

  private Books books;
  private final Map<ShipmentId, CoverDecision> decisions = new LinkedHashMap<>();

  private SharedDeclaration(Books books) {
    this.books = books;
  }

  /**
   * A shipment on which the declaration was filed.
   *
   * @param asked what it asks its guarantee now; empty if nothing has changed for it
   * @param now its cover so far
   */
  record Bearer(ShipmentId shipment, RequiredHold required, Optional<Change> asked, Cover now) {

    private boolean isHeldElsewhere() {
      return now instanceof Cover.Refused refused && refused.code() == RefusalCode.DUPLICATE;
    }

    /** As it asks now, or would ask as the one that holds. */
    private Change change() {
      return asked.orElse(new Change(required, true, true, false));
    }

    /** What is paid, by whomever, keeps nobody from holding for what is not. */
    private boolean isOpen() {
      return required.goodsAreOut() && (required.openMinor() > 0 || !required.demands().isEmpty());
    }

    /** Only what is out is weighed: an estimate of what can be refused says nothing. */
    private long weight() {
      return required.goodsAreOut() ? required.openMinor() : 0;
    }

    private String currency() {
      return required.goodsAreOut() ? required.currency().getCurrencyCode() : "";
    }
  }

  /** Which comes first; of two currencies, for which nobody has agreed a rate, by their codes. */
  private static final Comparator<Bearer> FIRST_TO_HOLD =
      Comparator.<Bearer, Boolean>comparing(bearer -> !bearer.isOpen())
          .thenComparing(bearer -> !bearer.required().isClaimed())
          .thenComparing(bearer -> !bearer.required().goodsAreOut())
          .thenComparing(Bearer::currency)
          .thenComparing(Comparator.comparingLong(Bearer::weight).reversed())
          .thenComparing(bearer -> bearer.required().acceptedAt())
          .thenComparing(bearer -> bearer.shipment().toString());

  /** The books after it, and the decision on each bearer for which there is a new one. */
  record Decided(Books books, Map<ShipmentId, CoverDecision> decisions) {}

  static Decided decide(Books books, List<Bearer> bearers) {
    SharedDeclaration shared = new SharedDeclaration(books);
    bearers.stream()
        .filter(bearer -> !bearer.required().stands() && bearer.asked().isPresent())
        .forEach(bearer -> shared.take(bearer, decision(shared.books, bearer)));
    shared.decideStanding(
        bearers.stream()
            .filter(bearer -> bearer.required().stands())
            .sorted(FIRST_TO_HOLD)
            .toList());
    return new Decided(shared.books, shared.decisions);
  }

  private void decideStanding(List<Bearer> inOrder) {
    for (int i = 0; i < inOrder.size(); i++) {
      Bearer bearer = inOrder.get(i);
      if (holds(bearer, inOrder.subList(i + 1, inOrder.size()))) {
        return;
      }
    }
  }

  /** Whether this one holds; then those after it do not, and what they held is free for it. */
  private boolean holds(Bearer bearer, List<Bearer> after) {
    boolean isAsked = bearer.asked().isPresent() || bearer.isHeldElsewhere();
    if (!isAsked && !holds(bearer.now())) {
      return false;
    }
    SharedDeclaration freed = new SharedDeclaration(books);
    after.forEach(freed::refuse);
    if (isAsked) {
      freed.take(bearer, decision(freed.books, bearer));
      if (!holds(freed.decisions.get(bearer.shipment()).cover())) {
        take(bearer, decision(books, bearer));
        return false;
      }
    }
    books = freed.books;
    decisions.putAll(freed.decisions);
    return true;
  }

  /** Also one that is refused more than it holds, and keeps that. */
  private static boolean holds(Cover cover) {
    return cover instanceof Cover.Covered
        || cover instanceof Cover.Discharged
        || cover.hold().filter(hold -> hold.holding().open() > 0).isPresent();
  }

  private void refuse(Bearer bearer) {
    if (bearer.asked().isPresent() || !bearer.isHeldElsewhere()) {
      take(
          bearer,
          CoverDecision.decide(
              books, bearer.shipment(), bearer.change().heldElsewhere(), bearer.now()));
    }
  }

  private static CoverDecision decision(Books books, Bearer bearer) {
    return CoverDecision.decide(books, bearer.shipment(), bearer.change(), bearer.now());
  }

  private void take(Bearer bearer, CoverDecision decision) {
    books = decision.books();
    decisions.put(bearer.shipment(), decision);
  }
}
