package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the bank undertakes.
 *
 * @param number the bank's own number of the guarantee
 * @param limit the face amount, more than zero
 * @param revolving whether a restored amount can be reserved again
 * @param coverFrom first day on which an obligation may arise
 * @param coverTo last such day
 * @param suretyshipTo last day on which Customs may claim; past {@code coverTo}
 */
public record GuaranteeTerms(
    String number,
    GuaranteeType type,
    Set<Purpose> purposes,
    Principal principal,
    Guarantor guarantor,
    Beneficiaries beneficiaries,
    Money limit,
    boolean revolving,
    LocalDate coverFrom,
    LocalDate coverTo,
    LocalDate suretyshipTo) {

  private static final int NUMBER_LENGTH_MAX = 35;

  /** Reads the fields of an application to issue. */
  public static GuaranteeTerms read(FieldReader in) {
    GuaranteeTerms terms =
        new GuaranteeTerms(
            in.freeText("number", NUMBER_LENGTH_MAX),
            in.choice("type", GuaranteeType.class),
            in.choices("purposes", Purpose.class),
            in.object("principal", Principal::read),
            in.object("guarantor", Guarantor::read),
            Beneficiaries.read(in, "beneficiaries"),
            in.object("limit", Money::read),
            in.flag("revolving"),
            in.date("coverFrom"),
            in.date("coverTo"),
            in.date("suretyshipTo"));
    terms.checkConsistency(in);
    return terms;
  }

  void checkConsistency(FieldReader in) {
    if (limit != null && limit.minor() == 0) {
      in.violation("limit.amount", "must be more than zero");
    }
    if (coverFrom != null && coverTo != null && coverTo.isBefore(coverFrom)) {
      in.violation("coverTo", "must not be before coverFrom");
    }
    if (coverTo != null && suretyshipTo != null && !suretyshipTo.isAfter(coverTo)) {
      in.violation("suretyshipTo", "must be after coverTo");
    }
  }

  /** The same with cover from this day on, if that is later. */
  GuaranteeTerms effectiveFrom(LocalDate day) {
    return new GuaranteeTerms(
        number,
        type,
        purposes,
        principal,
        guarantor,
        beneficiaries,
        limit,
        revolving,
        day.isAfter(coverFrom) ? day : coverFrom,
        coverTo,
        suretyshipTo);
  }

  /** Whether the beneficiary loses nothing by these terms against earlier ones. */
  boolean takeNothingFrom(GuaranteeTerms earlier) {
    return limit.minor() >= earlier.limit.minor()
        && !coverTo.isBefore(earlier.coverTo)
        && !suretyshipTo.isBefore(earlier.suretyshipTo)
        && purposes.containsAll(earlier.purposes);
  }

  GuaranteeTerms amendedBy(Amendment amendment) {
    return new GuaranteeTerms(
        number,
        type,
        amendment.purposes().orElse(purposes),
        principal,
        guarantor,
        beneficiaries,
        amendment.limit().orElse(limit),
        revolving,
        coverFrom,
        amendment.coverTo().orElse(coverTo),
        amendment.suretyshipTo().orElse(suretyshipTo));
  }
}
