package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of terms: extend, increase or reduce.
 *
 * @param reinstate how much of what was paid on claims is made available again; reimbursing the
 *     bank alone does not do that
 */
public record Amendment(
    Optional<Money> limit,
    Optional<LocalDate> coverTo,
    Optional<LocalDate> suretyshipTo,
    Optional<Set<Purpose>> purposes,
    Optional<Money> reinstate) {

  /** Reads the fields of an amendment; at least one of them must change something. */
  public static Amendment read(FieldReader in) {
    Amendment amendment =
        new Amendment(
            in.optionalObject("limit", Money::read),
            in.optionalDate("coverTo"),
            in.optionalDate("suretyshipTo"),
            in.optionalChoices("purposes", Purpose.class),
            in.optionalObject("reinstate", Money::read));
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

  /** As {@link #read} takes it. */
  public Map<String, Object> toData() {
    Map<String, Object> data = new LinkedHashMap<>();
    limit.ifPresent(amount -> data.put("limit", money(amount)));
    coverTo.ifPresent(day -> data.put("coverTo", day.toString()));
    suretyshipTo.ifPresent(day -> data.put("suretyshipTo", day.toString()));
    purposes.ifPresent(
        served -> data.put("purposes", served.stream().map(Enum::name).sorted().toList()));
    reinstate.ifPresent(amount -> data.put("reinstate", money(amount)));
    return data;
  }

  private static Map<String, Object> money(Money amount) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("amount", amount.decimal());
    data.put("currency", amount.currency().getCurrencyCode());
    return data;
  }
}
