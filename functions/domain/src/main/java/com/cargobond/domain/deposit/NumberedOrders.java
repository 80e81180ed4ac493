package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.Decision.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was told under one number. Mutable while its orders are decided. */
final class NumberedOrders {

  private final List<CustomsWord<Order>> words = new ArrayList<>();
  private Optional<CustomsWord<Order>> accepted = Optional.empty();
  private Optional<ApprovalRefusal> refusal = Optional.empty();
  private boolean hasOtherWord;

  void hear(CustomsWord<Order> word) {
    words.add(word);
  }

  List<CustomsWord<Order>> words() {
    return List.copyOf(words);
  }

  void accept(CustomsWord<Order> word) {
    accepted = Optional.of(word);
    refusal = Optional.empty();
  }

  void refuse(ApprovalRefusal rule) {
    refusal = Optional.of(rule);
  }

  /** Something else was ordered that is more than a mistake which broke a rule. */
  void doubt() {
    hasOtherWord = true;
  }

  /** The word by which it is done, or would be if it were sure. */
  Optional<CustomsWord<Order>> accepted() {
    return accepted;
  }

  boolean hasAccepted(Order order) {
    return accepted.filter(word -> word.content().equals(order)).isPresent();
  }

  /** The accepted word, if nothing speaks against it. */
  Optional<CustomsWord<Order>> sure() {
    return accepted.filter(word -> !isContradicted());
  }

  /** It ends when Customs tells again what it told last, and that is what is done. */
  boolean isContradicted() {
    return hasOtherWord
        && !(CustomsWord.isConfirmed(words) && hasAccepted(words.getLast().content()));
  }

  Verdict verdict() {
    CustomsWord<Order> word = accepted.orElse(words.getLast());
    if (isContradicted()) {
      return new Verdict(word, Standing.CONTRADICTED, Optional.empty());
    }
    return accepted.isPresent()
        ? new Verdict(word, Standing.APPLIED, Optional.empty())
        : new Verdict(word, Standing.REFUSED, refusal);
  }
}
