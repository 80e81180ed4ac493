package com.cargobond.api.frame.request;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Days in China Standard Time, both included, of which a list shows a page.
 *
 * @param after what the page begins behind
 */
public record Period<T>(LocalDate from, LocalDate to, Optional<T> after) {

  /**
   * Reads the parameters of a list.
   *
   * @param place reads what the page begins behind
   * @throws InvalidInput with each that breaks a rule
   */
  public static <T> Period<T> read(
      String from, String to, String after, Function<String, T> place) {
    Map<String, String> fields = new HashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("after", after);
    return FieldReader.read(fields, in -> read(in, place));
  }

  private static <T> Period<T> read(FieldReader in, Function<String, T> place) {
    Period<T> period =
        new Period<>(in.date("from"), in.date("to"), in.optionalText("after", place));
    if (period.from != null && period.to != null && period.to.isBefore(period.from)) {
      in.violation("to", "must not be before from");
    }
    return period;
  }

  /** The moment at which it begins. */
  public Instant first() {
    return ChinaDay.start(from);
  }

  /** The moment at which it is over. */
  public Instant end() {
    return ChinaDay.start(to.plusDays(1));
  }

  /** Whether the moment lies in it. */
  public boolean covers(Instant moment) {
    return !moment.isBefore(first()) && moment.isBefore(end());
  }
}
