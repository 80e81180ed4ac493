package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.guarantee;
import static com.cargobond.local.it.Requests.json;
import static com.cargobond.local.it.Requests.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies about guarantees that break a rule: refused with the field and the rule. */
@ExtendWith(SharedSystem.class)
class BadGuaranteesIT {

  static final List<Arguments> BAD_APPLICATIONS =
      List.of(
          arguments("colour", "red", "is not a known field"),
          arguments("principal.colour", "red", "is not a known field"),
          arguments("number", null, "is required"),
          arguments("number", "x".repeat(36), "must have 1 to 35 characters"),
          arguments("number", 17, "must be a string"),
          arguments("type", "MIXED", "must be one of [GENERAL, INDIVIDUAL]"),
          arguments("purposes", List.of(), "must be a list of 1 to 3 strings"),
          arguments("principal", null, "is required"),
          arguments("principal", "Pudong Express", "must be an object"),
          arguments("principal.uscc", "91310115MA1AB2C344", "check character must be 3"),
          arguments(
              "principal.uscc",
              "91310115MA1AB2C353",
              "organisation code (characters 9 to 17): check character must be 4"),
          arguments(
              "principal.customsRegistrationNo",
              "312226",
              "must be 4 digits and 6 digits or capital letters, such as 3122260001"),
          arguments("principal.name", " ", "must have 1 to 140 characters"),
          arguments("principal.name", "Pu\u0007dong", "must not contain control characters"),
          arguments(
              "guarantor.bic",
              "COMM",
              "must be 8 or 11 capital letters and digits with a country in fifth place"),
          arguments("guarantor.cnaps", "313651027013", "check digit must be 2"),
          arguments("guarantor.cnaps", "31365", "must be 12 digits, such as 313651027012"),
          arguments("limit.amount", "-1.00", "must not be negative"),
          arguments("limit.amount", "0.00", "must be more than zero"),
          arguments("limit.amount", "1.001", "must have at most 2 decimals in CNY"),
          arguments("limit.amount", "1e3", "must be a decimal string such as \"692.30\""),
          arguments("limit.amount", 1000.5, "must be a string"),
          arguments("limit.amount", "99999999999999.00", "must not exceed 9999999999999.99"),
          arguments("limit.currency", "CNH", "must be an ISO 4217 currency"),
          arguments("revolving", "yes", "must be true or false"),
          arguments("coverFrom", "2009-12-31", "must lie between the years 2010 and 2099"),
          arguments("coverFrom", "2026-02-30", "must be a date such as 2026-03-17"),
          arguments("coverTo", "2025-12-31", "must not be before coverFrom"),
          arguments("suretyshipTo", "2027-06-30", "must be after coverTo"),
          arguments("suretyshipTo", "2100-01-01", "must lie between the years 2010 and 2099"),
          arguments("slices", 0, "must be a whole number from 1 to 64"),
          arguments("slices", 65, "must be a whole number from 1 to 64"),
          arguments("slices", 1.5, "must be a whole number from 1 to 64"));

  @ParameterizedTest(name = "{0}: {1}")
  @FieldSource("BAD_APPLICATIONS")
  void a_bad_application_is_refused_with_the_field_and_the_rule(
      String field, Object value, String rule) {
    breaks(aGuarantee().with(field, value).issue(), field, rule);
  }

  @Test
  void a_bad_district_is_named_by_its_place_in_the_list() {
    breaks(
        aGuarantee().with("beneficiaries", List.of("2233", "22")).issue(),
        "beneficiaries[1]",
        "must be 4 digits, such as 2233");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Response refused =
        isRefused(
            aGuarantee().without("number").with("limit.amount", "-1").with("colour", 1).issue(),
            400);

    assertThat(refused.<List<Map<String, String>>>path("errors"))
        .extracting(error -> error.get("field"))
        .containsExactlyInAnyOrder("number", "limit.amount", "colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\""})
  void a_body_that_is_no_json_object_is_refused(String body) {
    breaks(issueBody(ContentType.JSON.toString(), body), "", "must be a JSON object");
  }

  @Test
  void a_body_over_one_mebibyte_is_too_large() {
    String body = "{\"number\":\"" + "x".repeat(1024 * 1024) + "\"}";

    isRefused(issueBody(ContentType.JSON.toString(), body), 413);
  }

  @Test
  void a_body_of_another_content_type_is_refused() {
    isRefused(issueBody("text/plain", Fields.json(aGuarantee().fields())), 415);
  }

  @Test
  void bad_bodies_of_the_further_steps_are_refused_and_change_nothing() {
    IssuedGuarantee guarantee = aGuarantee().submitted();

    breaks(
        step(Bearer.customs(), guarantee, "registration", "registrationNo", "no/slash"),
        "registrationNo",
        "must be 1 to 35 letters, digits or hyphens");
    breaks(
        step(Bearer.customs(), guarantee, "refusal", "reason", "x".repeat(513)),
        "reason",
        "must have 1 to 512 characters");
    breaks(
        json(as(Bearer.bank()), Fields.of()).post(guarantee.path() + "/amendments"),
        "limit",
        "an amendment must change at least one term");
    breaks(
        step(
            Bearer.bank(),
            guarantee,
            "amendments",
            "limit",
            Fields.money("2.00"),
            "consentedByCustoms",
            true),
        "consentedByCustoms",
        "is not a known field");
    breaks(
        step(Bearer.bank(), guarantee, "amendments", "limit", Fields.money("1.00", "HKD")),
        "limit.currency",
        "must be the guarantee's currency CNY");
    breaks(
        step(Bearer.bank(), guarantee, "amendments", "limit", Fields.money("2.00"), "number", "2"),
        "number",
        "is not a known field");
    breaks(
        step(Bearer.bank(), guarantee, "amendments", "coverTo", "2028-01-01"),
        "suretyshipTo",
        "must be after coverTo");

    assertThat(guarantee(guarantee).getString("status")).isEqualTo("SUBMITTED");
    assertThat(guarantee(guarantee).getInt("version")).isEqualTo(1);
  }

  private static Response issueBody(String contentType, String body) {
    return as(Bearer.bank()).contentType(contentType).body(body).post("/v1/guarantees");
  }
}
