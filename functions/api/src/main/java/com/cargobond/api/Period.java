package com.cargobond.api;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Days in China Standard Time, both included, of which a list of deposits shows a page. */
record Period(LocalDate from, LocalDate to, Optional<DepositId> after) {

  /**
   * Reads the parameters of a list.
   *
   * @throws InvalidInput with each that breaks a rule
   */
  static Period read(String from, String to, String after) {
    Map<String, String> fields = new HashMap<>();
    fields.put("from", from);
    fields.put("to", to);
    fields.put("after", after);
    return FieldReader.read(fields, Period::read);
  }

  private static Period read(FieldReader in) {
    Period period =
        new Period(in.date("from"), in.date("to"), in.optionalText("after", DepositId::new));
    if (period.from != null && period.to != null && period.to.isBefore(period.from)) {
      in.violation("to", "must not be before from");
    }
    return period;
  }

  Optional<String> afterDeposit() {
    return after.map(DepositId::value);
  }

  Instant first() {
    return ChinaDay.start(from);
  }

  /** Not included. */
  Instant end() {
    return ChinaDay.start(to.plusDays(1));
  }

  boolean covers(Instant moment) {
    return !moment.isBefore(first()) && moment.isBefore(end());
  }
}
