package com.cargobond.domain.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {

  @Test
  void names_each_field_that_is_missing() {
    assertThat(
            violations(
                Map.of(),
                in -> {
                  in.text("a", text -> text);
                  in.integer("b", 1, 9);
                  in.flag("c");
                  in.object("d", Money::read);
                  in.time("e");
                  in.date("f");
                  in.choice("g", Purpose.class);
                  in.choices("h", Purpose.class);
                  in.texts("i", 1, 2, text -> text);
                  in.rawObject("j");
                  return in.object("k", inner -> inner);
                }))
        .extracting(Violation::field)
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
  }

  @Test
  void takes_null_for_missing() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("a", null);

    assertThat(violations(fields, in -> in.date("a")))
        .containsExactly(new Violation("a", "is required"));
    assertThat(FieldReader.<Boolean>read(fields, in -> in.optionalDate("a").isEmpty())).isTrue();
  }

  @Test
  void leaves_out_what_may_be_missing() {
    boolean empty =
        FieldReader.read(
            Map.of(),
            in ->
                in.optionalText("a", text -> text).isEmpty()
                    && in.optionalObject("b", Money::read).isEmpty()
                    && in.optionalDate("c").isEmpty()
                    && !in.optionalFlag("d")
                    && in.optionalObject("e", inner -> inner).isEmpty()
                    && in.integer("f", 1, 64, 1) == 1);

    assertThat(empty).isTrue();
  }

  @Test
  void refuses_fields_that_nobody_asked_for_wherever_they_stand() {
    Map<String, ?> fields = Map.of("a", "x", "z", 1, "inner", Map.of("y", true));

    assertThat(
            violations(
                fields,
                in -> {
                  in.text("a", text -> text);
                  return in.object("inner", inner -> inner);
                }))
        .containsExactly(
            new Violation("inner.y", "is not a known field"),
            new Violation("z", "is not a known field"));
  }

  @Test
  void names_the_type_that_a_field_must_have() {
    assertThat(violations(Map.of("a", 1), in -> in.text("a", text -> text)))
        .containsExactly(new Violation("a", "must be a string"));
    assertThat(violations(Map.of("a", "true"), in -> in.flag("a")))
        .containsExactly(new Violation("a", "must be true or false"));
    assertThat(violations(Map.of("a", List.of()), in -> in.object("a", inner -> inner)))
        .containsExactly(new Violation("a", "must be an object"));
    assertThat(violations(Map.of("a", "x"), in -> in.rawObject("a")))
        .containsExactly(new Violation("a", "must be an object"));
    assertThat(violations(Map.of("a", 12.5), in -> in.object("a", Money::read)))
        .containsExactly(new Violation("a", "must be an object"));
  }

  @Test
  void bounds_whole_numbers() {
    for (Object wrong : List.of(0, 10, 1L << 40, "1", 1.0, true)) {
      assertThat(violations(Map.of("a", wrong), in -> in.integer("a", 1, 9)))
          .as("%s", wrong)
          .containsExactly(new Violation("a", "must be a whole number from 1 to 9"));
    }
    assertThat(FieldReader.<Integer>read(Map.of("a", 9), in -> in.integer("a", 1, 9))).isEqualTo(9);
    assertThat(FieldReader.<Integer>read(Map.of("a", 1L), in -> in.integer("a", 1, 9)))
        .isEqualTo(1);
  }

  @Test
  void bounds_lists_and_names_the_item_that_is_wrong() {
    Function<FieldReader, Object> twoAtMost = in -> in.choices("a", Purpose.class);

    assertThat(violations(Map.of("a", List.of("CONSOLIDATED", "OTHER", 3)), twoAtMost))
        .containsExactly(
            new Violation("a[1]", "must be one of [CONSOLIDATED, PAYMENT_TERM, TAX_ELEMENT]"),
            new Violation("a[2]", "must be a string"));
    assertThat(violations(Map.of("a", List.of()), twoAtMost))
        .containsExactly(new Violation("a", "must be a list of 1 to 3 strings"));
    assertThat(violations(Map.of("a", "CONSOLIDATED"), twoAtMost))
        .containsExactly(new Violation("a", "must be a list of 1 to 3 strings"));
    assertThat(
            violations(
                Map.of("a", List.of("x", "x", "x")), in -> in.texts("a", 1, 2, text -> text)))
        .containsExactly(new Violation("a", "must be a list of 1 to 2 strings"));
  }

  @Test
  void names_the_part_of_an_amount_that_is_wrong() {
    assertThat(violations(amount("-1.00", "CNY"), in -> in.object("a", Money::read)))
        .containsExactly(new Violation("a.amount", "must not be negative"));
    assertThat(violations(amount("1.001", "CNY"), in -> in.object("a", Money::read)))
        .containsExactly(new Violation("a.amount", "must have at most 2 decimals in CNY"));
    assertThat(violations(amount("1.00", "CNH"), in -> in.object("a", Money::read)))
        .containsExactly(new Violation("a.currency", "must be an ISO 4217 currency"));
    assertThat(violations(amount(1, "CNY"), in -> in.object("a", Money::read)))
        .containsExactly(new Violation("a.amount", "must be a string"));
    assertThat(violations(Map.of("a", Map.of()), in -> in.object("a", Money::read)))
        .extracting(Violation::field)
        .containsExactly("a.currency", "a.amount");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00+08:00,2026-03-02T02:00:00Z",
    "2026-03-02T02:00:00Z,2026-03-02T02:00:00Z",
    "2026-03-02t02:00:00.123456789z,2026-03-02T02:00:00.123456789Z",
    "2010-01-01T00:00:00Z,2010-01-01T00:00:00Z",
    "2099-12-31T23:59:59Z,2099-12-31T23:59:59Z"
  })
  void reads_times_with_their_offset(String text, String instant) {
    assertThat((Object) FieldReader.read(Map.of("a", text), in -> in.time("a")))
        .hasToString(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "2026-03-02T10:00:00",
        "2026-03-02T10:00Z",
        "2026-03-02T10:00:00+08:00:30",
        "2026-03-02T10:00:00+8",
        "2026-02-30T10:00:00Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02 10:00:00Z",
        "yesterday",
        ""
      })
  void refuses_other_times(String text) {
    assertThat(violations(Map.of("a", text), in -> in.time("a")))
        .containsExactly(new Violation("a", "must be an RFC 3339 time with offset"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2009-12-31T23:59:59Z",
        "2100-01-01T00:00:00Z",
        "2009-12-31T23:30:00-05:00",
        "2100-01-01T00:30:00+08:00"
      })
  void bounds_times_by_their_year_as_it_is_written(String text) {
    assertThat(violations(Map.of("a", text), in -> in.time("a")))
        .containsExactly(new Violation("a", "must lie between the years 2010 and 2099"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30,must be a date such as 2026-03-17",
    "17.3.2026,must be a date such as 2026-03-17",
    "2026-3-17,must be a date such as 2026-03-17",
    "2026-03-17T00:00:00Z,must be a date such as 2026-03-17",
    "2009-12-31,must lie between the years 2010 and 2099",
    "2100-01-01,must lie between the years 2010 and 2099"
  })
  void refuses_other_dates(String text, String rule) {
    assertThat(violations(Map.of("a", text), in -> in.date("a")))
        .containsExactly(new Violation("a", rule));
  }

  @Test
  void adds_the_path_to_what_a_reader_finds_itself() {
    assertThat(
            violations(
                Map.of("outer", Map.of()),
                in ->
                    in.object(
                        "outer",
                        inner -> {
                          inner.violation("x", "must be more than zero");
                          return inner;
                        })))
        .containsExactly(new Violation("outer.x", "must be more than zero"));
  }

  private static Map<String, ?> amount(Object amount, String currency) {
    return Map.of("a", Map.of("amount", amount, "currency", currency));
  }

  private static List<Violation> violations(
      Map<String, ?> fields, Function<FieldReader, ?> reading) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> FieldReader.read(fields, reading));
    assertThat(invalid).isNotNull();
    return invalid.violations();
  }
}
