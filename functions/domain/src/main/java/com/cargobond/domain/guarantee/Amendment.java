package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A change of terms: extend, increase or reduce.
 *
 * @param reinstate how much of what was paid on claims is made available again; reimbursing the
 *     bank alone does not do that
 * @param consentedByCustoms lets the limit fall below what is reserved and demanded, a period end
 *     earlier, and a purpose be taken away
 */
public record Amendment(
    Optional<Money> limit,
    Optional<LocalDate> coverTo,
    Optional<LocalDate> suretyshipTo,
    Optional<Set<Purpose>> purposes,
    Optional<Money> reinstate,
    boolean consentedByCustoms) {

  /** Reads the fields of an amendment; at least one of them must change something. */
  public static Amendment read(FieldReader in) {
    Amendment amendment =
        new Amendment(
            in.optionalObject("limit", Money::read),
            in.optionalDate("coverTo"),
            in.optionalDate("suretyshipTo"),
            in.has("purposes")
                ? Optional.of(in.choices("purposes", Purpose.class))
                : Optional.empty(),
            in.optionalObject("reinstate", Money::read),
            in.optionalFlag("consentedByCustoms"));
    if (amendment.limit.filter(limit -> limit.minor() == 0).isPresent()) {
      in.violation("limit.amount", "must be more than zero");
    }
    if (!in.has("limit")
        && !in.has("coverTo")
        && !in.has("suretyshipTo")
        && !in.has("purposes")
        && !in.has("reinstate")) {
      in.violation("limit", "an amendment must change at least one term");
    }
    return amendment;
  }
}
