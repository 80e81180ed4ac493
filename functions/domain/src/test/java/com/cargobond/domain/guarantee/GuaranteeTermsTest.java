package com.cargobond.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuaranteeTermsTest {

  @Test
  void are_read_from_an_application() {
    GuaranteeTerms terms = FieldReader.read(application(), GuaranteeTerms::read);

    assertThat(terms.limit().decimal()).isEqualTo("1000.00");
    assertThat(terms.purposes()).isEqualTo(Set.of(Purpose.CONSOLIDATED));
    assertThat(terms.beneficiaries().districts()).isEqualTo(Set.of("2233", "5301"));
    assertThat(terms.principal().uscc()).hasToString("91310115MA1AB2C343");
    assertThat(terms.guarantor().cnaps()).hasToString("313651027012");
  }

  @Test
  void need_a_limit_above_zero() {
    assertViolates("limit", AnEvent.money("0.00"), "limit.amount");
  }

  @Test
  void need_periods_in_their_order() {
    assertViolates("coverTo", "2025-12-31", "coverTo");
    assertViolates("suretyshipTo", "2026-12-31", "suretyshipTo");
  }

  @Test
  void need_identifiers_with_right_check_digits() {
    assertViolates(
        "principal",
        Map.of("uscc", "91310115MA1AB2C344", "customsRegistrationNo", "3122260001", "name", "P"),
        "principal.uscc");
    assertViolates(
        "guarantor",
        Map.of("bic", "COMMCNSH", "cnaps", "313651027013", "name", "B"),
        "guarantor.cnaps");
  }

  @Test
  void name_districts_or_all_of_them() {
    assertViolates("beneficiaries", List.of("2233", "22"), "beneficiaries[1]");
    assertViolates("beneficiaries", List.of(), "beneficiaries");
    assertViolates("beneficiaries", List.of("*", "2233"), "beneficiaries");
  }

  @Test
  void say_all_that_is_missing() {
    assertThat(violations(Map.of()))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "number",
            "type",
            "purposes",
            "principal",
            "guarantor",
            "beneficiaries",
            "limit",
            "revolving",
            "coverFrom",
            "coverTo",
            "suretyshipTo");
  }

  private static Map<String, Object> application() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("number", "BANK-1");
    fields.put("type", "GENERAL");
    fields.put("purposes", List.of("CONSOLIDATED"));
    fields.put(
        "principal",
        Map.of("uscc", "91310115MA1AB2C343", "customsRegistrationNo", "3122260001", "name", "P"));
    fields.put("guarantor", Map.of("bic", "COMMCNSH", "cnaps", "313651027012", "name", "B"));
    fields.put("beneficiaries", List.of("5301", "2233"));
    fields.put("limit", AnEvent.money("1000.00"));
    fields.put("revolving", true);
    fields.put("coverFrom", "2026-01-01");
    fields.put("coverTo", "2026-12-31");
    fields.put("suretyshipTo", "2027-12-31");
    return fields;
  }

  private static void assertViolates(String field, Object value, String path) {
    Map<String, Object> fields = application();
    fields.put(field, value);
    assertThat(violations(fields)).extracting(Violation::field).containsExactly(path);
  }

  private static List<Violation> violations(Map<String, ?> fields) {
    InvalidInput invalid =
        catchThrowableOfType(
            InvalidInput.class, () -> FieldReader.read(fields, GuaranteeTerms::read));
    assertThat(invalid).isNotNull();
    return invalid.violations();
  }
}
