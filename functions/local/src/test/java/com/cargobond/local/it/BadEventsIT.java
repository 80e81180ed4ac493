package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.breaks;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.post;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Events that break a rule: refused with the field and the rule, and nothing moves. */
@ExtendWith(SharedSystem.class)
class BadEventsIT {

  private static final String YEARS = "must lie between the years 2010 and 2099";
  private static final String UNKNOWN_TYPE = "is not a known event type and version";

  private static final Named<Function<Consignment, Event>> MANIFEST =
      Named.of("manifest", Consignment::manifestAccepted);
  private static final Named<Function<Consignment, Event>> DEPARTED =
      Named.of("departed", Consignment::departed);
  private static final Named<Function<Consignment, Event>> DISCREPANCY =
      Named.of("discrepancy", Consignment::discrepancy);
  private static final Named<Function<Consignment, Event>> DECLARED =
      Named.of("declared", parcel -> parcel.declared("100.00"));
  private static final Named<Function<Consignment, Event>> ASSESSED =
      Named.of("assessed", parcel -> parcel.assessed("100.00"));
  private static final Named<Function<Consignment, Event>> PAID =
      Named.of("paid", parcel -> parcel.paid("100.00", "R1"));
  private static final Named<Function<Consignment, Event>> REVERSED =
      Named.of("reversed", parcel -> parcel.reversed("100.00", "R1"));
  private static final Named<Function<Consignment, Event>> DISCHARGED =
      Named.of("discharged", parcel -> parcel.discharged("DESTROYED"));
  private static final Named<Function<Consignment, Event>> DEMANDED =
      Named.of("demanded", parcel -> parcel.demanded("100.00"));

  static final List<Arguments> BAD_ENVELOPES =
      List.of(
          arguments(DECLARED, "type", "customs.declaration-burnt.v1", UNKNOWN_TYPE),
          arguments(DECLARED, "type", "customs.declaration-accepted.v2", UNKNOWN_TYPE),
          arguments(DECLARED, "type", "bank.demand-paid.v1", UNKNOWN_TYPE),
          arguments(DECLARED, "type", "cargobond.overdue.v1", UNKNOWN_TYPE),
          arguments(DECLARED, "type", null, "is required"),
          arguments(DECLARED, "specversion", "0.3", "must be \"1.0\""),
          arguments(DECLARED, "specversion", null, "is required"),
          arguments(DECLARED, "trace_parent", "00-1", "is not a known field"),
          arguments(
              DECLARED,
              "datacontenttype",
              "text/xml",
              "must be a media type of JSON, such as application/json"),
          arguments(DECLARED, "source", "has spaces", "must be a URI of 1 to 256 characters"),
          arguments(DECLARED, "source", null, "is required"),
          arguments(DECLARED, "id", "blank at end ", "must not begin or end with a blank"),
          arguments(DECLARED, "id", "x".repeat(129), "must have 1 to 128 characters"),
          arguments(DECLARED, "id", 17, "must be a string"),
          arguments(DECLARED, "id", null, "is required"),
          arguments(DECLARED, "time", null, "is required"),
          arguments(
              DECLARED, "time", "2026-03-02T09:30:00", "must be an RFC 3339 time with offset"),
          arguments(DECLARED, "time", "2009-12-31T23:59:59Z", YEARS),
          arguments(DECLARED, "time", "2100-01-01T00:00:00Z", YEARS),
          arguments(DECLARED, "time", "2099-01-01T00:00:00Z", "must be at most 24 hours from now"),
          arguments(DECLARED, "subject", null, "is required"),
          arguments(DECLARED, "subject", "nothing", "must be <operator USCC>/<house waybill>"),
          arguments(DECLARED, "subject", "91310115MA1AB2C344/H-1", "check character must be 3"),
          arguments(
              DECLARED,
              "subject",
              "91310115MA1AB2C343/h 1",
              "must be 1 to 35 capital letters, digits or hyphens"),
          arguments(
              DECLARED,
              "subject",
              "91310115MA1AB2C343/" + "H".repeat(36),
              "must be 1 to 35 capital letters, digits or hyphens"));

  static final List<Arguments> BAD_DATA =
      List.of(
          arguments(DECLARED, "data.colour", "red", "is not a known field"),
          arguments(DECLARED, "data.estimatedDuty.colour", "red", "is not a known field"),
          arguments(
              DECLARED,
              "data.declarationNo",
              "22332026",
              "must be 18 digits of which the ninth is 1 (import) or 0 (export)"),
          arguments(DECLARED, "data.declarationVersion", 0, "must be a whole number from 1 to 999"),
          arguments(
              DECLARED, "data.declarationVersion", 1.5, "must be a whole number from 1 to 999"),
          arguments(
              DECLARED, "data.registrationNo", "a/b", "must be 1 to 35 letters, digits or hyphens"),
          arguments(
              DECLARED,
              "data.purpose",
              "TRANSIT",
              "must be one of [CONSOLIDATED, PAYMENT_TERM, TAX_ELEMENT]"),
          arguments(DECLARED, "data.district", "22", "must be 4 digits, such as 2233"),
          arguments(DECLARED, "data.shipmentClass", "D", "must be one of [A, B, C]"),
          arguments(DECLARED, "data.estimatedDuty.amount", "-0.01", "must not be negative"),
          arguments(
              DECLARED,
              "data.estimatedDuty.amount",
              "1.001",
              "must have at most 2 decimals in CNY"),
          arguments(DECLARED, "data.estimatedDuty.amount", 1, "must be a string"),
          arguments(
              DECLARED,
              "data.estimatedDuty.amount",
              "1,00",
              "must be a decimal string such as \"692.30\""),
          arguments(
              DECLARED,
              "data.estimatedDuty.currency",
              "HKD",
              "must be the currency of a guarantee of the operator: [CNY]"),
          arguments(DECLARED, "data.estimatedDuty.currency", "CNH", "must be an ISO 4217 currency"),
          arguments(DECLARED, "data.estimatedDuty", null, "is required"),
          arguments(DECLARED, "data.completedAt", "2009-12-31T00:00:00Z", YEARS),
          arguments(
              DECLARED, "data.completedAt", "yesterday", "must be an RFC 3339 time with offset"),
          arguments(ASSESSED, "data.dueDate", "2100-01-01", YEARS),
          arguments(ASSESSED, "data.dueDate", "2026-02-30", "must be a date such as 2026-03-17"),
          arguments(ASSESSED, "data.duty.amount", "-1.00", "must not be negative"),
          arguments(
              ASSESSED,
              "data.taxNoticeNo",
              "no spaces",
              "must be 1 to 64 letters, digits or any of . _ : -"),
          arguments(PAID, "data.amount.amount", "0.001", "must have at most 2 decimals in CNY"),
          arguments(
              PAID,
              "data.amount.currency",
              "HKD",
              "must be the currency of a guarantee of the operator: [CNY]"),
          arguments(
              PAID,
              "data.treasuryReceiptNo",
              "",
              "must be 1 to 64 letters, digits or any of . _ : -"),
          arguments(REVERSED, "data.amount.amount", "-1.00", "must not be negative"),
          arguments(
              DISCHARGED,
              "data.reason",
              "LOST",
              "must be one of [RE_EXPORTED, DESTROYED, ABANDONED]"),
          arguments(DEMANDED, "data.amount.amount", "0.00", "must be more than zero"),
          arguments(
              DEMANDED,
              "data.demandId",
              "a b",
              "must be 1 to 64 letters, digits or any of . _ : -"),
          arguments(MANIFEST, "data.masterWaybill", "888-11111112", "check digit must be 1"),
          arguments(
              MANIFEST,
              "data.masterWaybill",
              "88811111111",
              "must be 3 digits, a hyphen and 8 digits, such as 020-68548340"),
          arguments(MANIFEST, "data.declaredValue.amount", "-1", "must not be negative"),
          arguments(MANIFEST, "data.description", "x".repeat(513), "must have 1 to 512 characters"),
          arguments(DEPARTED, "data.location", "pvg", "must be 3 capital letters, such as PVG"),
          arguments(
              DISCREPANCY,
              "data.code",
              "short!",
              "must be 1 to 32 letters, digits, hyphens or underscores"));

  private static IssuedGuarantee guarantee;
  private static final List<Consignment> PARCELS = new ArrayList<>();
  private Consignment parcel;

  @BeforeAll
  static void issue() {
    guarantee = aGuarantee().active();
  }

  @BeforeEach
  void ship() {
    parcel = Consignment.on(guarantee);
    PARCELS.add(parcel);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @FieldSource("BAD_ENVELOPES")
  void a_bad_attribute_is_refused(
      Function<Consignment, Event> good, String field, Object value, String rule) {
    breaks(post(good.apply(parcel).with(field, value)), field, rule);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @FieldSource("BAD_DATA")
  void bad_data_are_refused(
      Function<Consignment, Event> good, String field, Object value, String rule) {
    breaks(post(good.apply(parcel).with(field, value)), field, rule);
  }

  @Test
  void an_amount_has_no_more_decimals_than_its_currency() {
    breaks(
        post(parcel.declared("100.50").with("data.estimatedDuty.currency", "JPY")),
        "data.estimatedDuty.amount",
        "must have at most 0 decimals in JPY");
  }

  @Test
  void an_event_has_data() {
    for (Object data : new Object[] {null, List.of(), "text", Fields.of()}) {
      Response refused = isRefused(post(parcel.released().with("data", data)), 400);

      assertThat(refused.<List<String>>path("errors.field"))
          .containsAnyOf("data", "data.declarationNo");
    }
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    Response refused =
        isRefused(
            post(
                parcel
                    .declared("100.00")
                    .with("specversion", "2.0")
                    .with("data.district", "x")
                    .with("data.estimatedDuty.amount", "-1")
                    .with("data.colour", "red")),
            400);

    assertThat(refused.<List<Map<String, String>>>path("errors"))
        .extracting(error -> error.get("field"))
        .containsExactlyInAnyOrder(
            "specversion", "data.district", "data.estimatedDuty.amount", "data.colour");
  }

  /** What was accepted in spite of all would be known before an event that was posted after it. */
  @AfterAll
  static void nothingMoved() {
    tell(Consignment.on(guarantee).arrived());
    for (Consignment parcel : PARCELS) {
      isRefused(as(Bearer.ops()).get("/v1/shipments/" + parcel.subject()), 404);
    }
    assertThat(position(guarantee)).containsEntry("available", "10000.00");
  }
}
