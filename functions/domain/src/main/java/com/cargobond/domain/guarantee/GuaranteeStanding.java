package com.cargobond.domain.guarantee;

/**
 * How a guarantee or a slice stands, as a line of its trail; amounts in minor units, no names.
 * Numbers are written as strings: formats of numbers load a locale's symbols, which a first event
 * pays for.
 */
public final class GuaranteeStanding {

  private GuaranteeStanding() {}

  /** Terms, status and the position of the whole. */
  public static String of(Guarantee guarantee) {
    return terms(guarantee) + of(guarantee.position());
  }

  /** A slice. */
  public static String of(Position position) {
    return "limit %s reserved %s openDemands %s paidClaims %s reinstated %s consumed %s"
        .formatted(
            position.limit(),
            position.reserved(),
            position.openDemands(),
            position.paidClaims(),
            position.reinstated(),
            position.consumed());
  }

  /**
   * Whether terms and status are those of a snapshot. The position is not compared: the slices'
   * trails tell how it moved since.
   */
  public static boolean isOf(String snapshot, Guarantee guarantee) {
    return snapshot.startsWith(
        terms(guarantee) + "limit %s ".formatted(guarantee.terms().limit().minor()));
  }

  /**
   * Whether a slice is that of a snapshot. A change of terms moves limits and what is reinstated
   * without an entry for each slice, so that these two are not compared.
   */
  public static boolean isOf(String snapshot, Position slice) {
    return withoutTerms(snapshot).equals(withoutTerms(of(slice)));
  }

  private static String terms(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return "number %s principal %s beneficiaries %s status %s version %s registration %s purposes %s cover %s to %s surety to %s revolving %s %s %s"
        .formatted(
            terms.number(),
            terms.principal().uscc(),
            terms.beneficiaries().districts(),
            guarantee.status(),
            guarantee.version(),
            guarantee.registrationNo().map(Object::toString).orElse("-"),
            terms.purposes().stream().sorted().toList(),
            terms.coverFrom(),
            terms.coverTo(),
            terms.suretyshipTo(),
            terms.revolving(),
            guarantee.currency(),
            guarantee.proposed().map(GuaranteeStanding::proposed).orElse(""));
  }

  private static String proposed(ProposedAmendment proposed) {
    return "proposed %s %s %s "
        .formatted(
            proposed.version(),
            proposed.isOpen() ? "open" : "rejected",
            proposed.amendment().toData());
  }

  private static String withoutTerms(String slice) {
    return slice.replaceAll("(limit|reinstated) \\d+", "");
  }
}
