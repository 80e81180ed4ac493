package com.cargobond.domain.guarantee;

import com.cargobond.domain.law.Law;
import com.cargobond.domain.ledger.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The rules that a reservation must satisfy, in the order in which a refusal names them.
 *
 * <p>The first list says whether the guarantor is bound at all: no circumstance replaces these. The
 * second protects the limit: once the goods are out, or Customs has raised the duty of a covered
 * shipment, these give way and the reservation is forced, because the guarantor is liable either
 * way.
 */
public final class ReservationRules {

  private static final List<Rule> BINDING =
      List.of(
          new Rule(RefusalCode.NOT_OWNER, ReservationRules::operatorIsPrincipal),
          new Rule(RefusalCode.CURRENCY_NOT_COVERED, ReservationRules::currencyIsTheGuarantees),
          new Rule(RefusalCode.NOT_ACTIVE, (request, g) -> g.status().bindsGuarantor()),
          new Rule(RefusalCode.PURPOSE_NOT_COVERED, ReservationRules::purposeIsServed),
          new Rule(RefusalCode.DISTRICT_NOT_COVERED, ReservationRules::districtIsBeneficiary),
          new Rule(RefusalCode.BEYOND_PERIOD, ReservationRules::arisesWithinCover),
          new Rule(RefusalCode.BEYOND_PERIOD, ReservationRules::canBeClaimedInTime));

  private static final List<Rule> PROTECTIVE =
      List.of(
          new Rule(RefusalCode.NOT_ACTIVE, (request, g) -> g.status() == GuaranteeStatus.ACTIVE),
          new Rule(RefusalCode.INSUFFICIENT_LIMIT, ReservationRules::limitSuffices));

  private ReservationRules() {}

  /** The first reason why the guarantor is not bound by what is asked. */
  public static Optional<RefusalCode> notBound(ReservationRequest request, Guarantee guarantee) {
    return firstBroken(BINDING, request, guarantee);
  }

  /** The first reason why the limit must not be taken, whether or not it gives way. */
  public static Optional<RefusalCode> notWithinLimits(
      ReservationRequest request, Guarantee guarantee) {
    return firstBroken(PROTECTIVE, request, guarantee);
  }

  private static Optional<RefusalCode> firstBroken(
      List<Rule> rules, ReservationRequest request, Guarantee guarantee) {
    return rules.stream()
        .filter(rule -> !rule.holds().test(request, guarantee))
        .map(Rule::code)
        .findFirst();
  }

  private static boolean operatorIsPrincipal(ReservationRequest request, Guarantee guarantee) {
    return guarantee.terms().principal().uscc().equals(request.operator());
  }

  private static boolean currencyIsTheGuarantees(ReservationRequest request, Guarantee guarantee) {
    return guarantee.currency().equals(request.currency());
  }

  private static boolean purposeIsServed(ReservationRequest request, Guarantee guarantee) {
    return guarantee.terms().purposes().contains(request.purpose());
  }

  private static boolean districtIsBeneficiary(ReservationRequest request, Guarantee guarantee) {
    return guarantee.terms().beneficiaries().include(request.district());
  }

  private static boolean arisesWithinCover(ReservationRequest request, Guarantee guarantee) {
    return !request.arisesOn().isBefore(guarantee.terms().coverFrom())
        && !request.arisesOn().isAfter(guarantee.terms().coverTo());
  }

  /**
   * Customs claims on the guarantor when the duty has been unpaid for months (Customs Law art. 60);
   * the suretyship period must reach past that. Only what the declaration itself says counts, so
   * that a later notice never changes the answer.
   */
  private static boolean canBeClaimedInTime(ReservationRequest request, Guarantee guarantee) {
    Law law = Law.on(request.arisesOn());
    return !request
        .dueDate()
        .plusMonths(law.defaultMonths())
        .plusDays(law.claimMarginDays())
        .isAfter(guarantee.terms().suretyshipTo());
  }

  /** Whether so much more is available. */
  public static boolean limitSuffices(ReservationRequest request, Guarantee guarantee) {
    return guarantee.available() >= request.increase();
  }

  private record Rule(RefusalCode code, BiPredicate<ReservationRequest, Guarantee> holds) {}
}
