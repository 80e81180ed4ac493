package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.money.Money;
import java.util.List;
import java.util.Optional;

/** What becomes of a guarantee by an amendment that is in force. */
final class Amending {

  private Amending() {}

  /**
   * The guarantee with its terms and slices amended.
   *
   * @throws InvalidInput if the amended terms contradict each other
   */
  static Guarantee apply(Guarantee guarantee, Amendment amendment, int version) {
    amendment.limit().ifPresent(limit -> requireCurrency("limit.currency", limit, guarantee));
    amendment
        .reinstate()
        .ifPresent(amount -> requireCurrency("reinstate.currency", amount, guarantee));
    GuaranteeTerms amended = guarantee.terms().amendedBy(amendment);
    requireConsistent(amended);
    List<Position> slices =
        Slices.changeLimit(
            guarantee.slices(), amended.limit().minor() - guarantee.terms().limit().minor());
    return guarantee.withTerms(amended, version, reinstate(slices, amendment.reinstate()));
  }

  private static void requireCurrency(String field, Money amount, Guarantee guarantee) {
    if (!amount.currency().equals(guarantee.currency())) {
      throw invalid(field, "must be the guarantee's currency " + guarantee.currency());
    }
  }

  private static void requireConsistent(GuaranteeTerms amended) {
    if (amended.coverTo().isBefore(amended.coverFrom())) {
      throw invalid("coverTo", "must not be before coverFrom");
    }
    if (!amended.suretyshipTo().isAfter(amended.coverTo())) {
      throw invalid("suretyshipTo", "must be after coverTo");
    }
  }

  private static List<Position> reinstate(List<Position> slices, Optional<Money> amount) {
    if (amount.isEmpty()) {
      return slices;
    }
    Position position = Slices.sum(slices);
    long reinstatable = position.paidClaims() - position.reinstated();
    if (amount.get().minor() > reinstatable) {
      throw invalid("reinstate.amount", "must not exceed what was paid on claims");
    }
    return Slices.reinstate(slices, amount.get().minor());
  }

  private static InvalidInput invalid(String field, String rule) {
    return new InvalidInput(List.of(new Violation(field, rule)));
  }
}
