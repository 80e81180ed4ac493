package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.Decision.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was told under one number. Mutable while its orders are decided. */
final class NumberedOrders {

  private final List<Telling<Order>> tellings = new ArrayList<>();
  private Optional<Telling<Order>> accepted = Optional.empty();
  private Optional<ApprovalRefusal> refusal = Optional.empty();
  private boolean hasOtherWord;

  void hear(Telling<Order> telling) {
    tellings.add(telling);
  }

  List<Telling<Order>> tellings() {
    return List.copyOf(tellings);
  }

  void accept(Telling<Order> telling) {
    accepted = Optional.of(telling);
    refusal = Optional.empty();
  }

  void refuse(ApprovalRefusal rule) {
    refusal = Optional.of(rule);
  }

  /** Something else was ordered that is more than a mistake which broke a rule. */
  void doubt() {
    hasOtherWord = true;
  }

  /** The telling by which it is done, or would be if it were sure. */
  Optional<Telling<Order>> accepted() {
    return accepted;
  }

  boolean hasAccepted(Order order) {
    return accepted.filter(telling -> telling.content().equals(order)).isPresent();
  }

  /** The accepted telling, if nothing speaks against it. */
  Optional<Telling<Order>> sure() {
    return accepted.filter(telling -> !isContradicted());
  }

  /** It ends when Customs tells again what it told last, and that is what is done. */
  boolean isContradicted() {
    return hasOtherWord
        && !(Telling.isConfirmed(tellings) && hasAccepted(tellings.getLast().content()));
  }

  Verdict verdict() {
    Telling<Order> telling = accepted.orElse(tellings.getLast());
    if (isContradicted()) {
      return new Verdict(telling, Standing.CONTRADICTED, Optional.empty());
    }
    return accepted.isPresent()
        ? new Verdict(telling, Standing.APPLIED, Optional.empty())
        : new Verdict(telling, Standing.REFUSED, refusal);
  }
}
