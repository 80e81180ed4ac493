package com.cargobond.domain.event;

import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.arrived;
import static com.cargobond.domain.fixture.AnEvent.askedAgain;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.declarationShared;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.delivered;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandReimbursed;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.received;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.shipment.ShipmentEventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentEventTest {

  private static final String A_DECLARATION_NO = "18 digits";

  static Stream<AnEvent> everyType() {
    return Stream.of(
        manifested(),
        departed(),
        arrived(),
        received(),
        delivered(),
        discrepancy(),
        declared("1.00"),
        amended(2, "1.00"),
        cancelled(),
        inspected(),
        released(),
        assessed("1.00"),
        paid("1.00"),
        noticeWithdrawn(),
        reversed("1.00"),
        discharged("RE_EXPORTED"),
        demanded("1.00"),
        demandWithdrawn(),
        depositTaken("1.00"),
        refundApproved("A1", "1.00"),
        conversionApproved("A1", "1.00"),
        payeeApproved("A1", "77"),
        forfeited("F1", "1.00"),
        frozen("C1"),
        unfrozen("C1"),
        demandDecided("COMPLY"),
        demandPaid(),
        demandReimbursed(),
        overdue("2026-04-01"),
        stillUnmatched("2026-04-01"),
        askedAgain(),
        declarationShared("HAWB-2"));
  }

  @Test
  void is_known_in_every_type_of_the_table() {
    assertThat(everyType().map(event -> event.event().type()))
        .containsExactlyInAnyOrderElementsOf(Capabilities.ALL.events().all());
  }

  @Test
  void has_a_key_that_nobody_else_can_take() {
    ShipmentEvent customs = AnEvent.released().id("E-1").event();
    ShipmentEvent carrier = AnEvent.delivered().id("E-1").event();

    assertThat(customs.source()).isEqualTo(carrier.source());
    assertThat(customs.id()).isEqualTo(carrier.id());
    assertThat(customs.key()).isNotEqualTo(carrier.key());
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void is_read_with_its_data(AnEvent event) {
    ShipmentEvent read = event.event();

    assertThat(read.type().wireName()).isEqualTo(event.cloudEvent().get("type"));
    assertThat(read.data()).isEqualTo(event.cloudEvent().get("data"));
    assertThat(read.shipment()).hasToString("91310115MA1AB2C343/HAWB-1");
    assertThat(read.key()).contains(" urn:customs:2233 ");
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void refuses_a_data_field_that_its_type_does_not_know(AnEvent event) {
    assertViolates(event.with("extra", 1), "data.extra", "is not a known field");
  }

  @Test
  void says_who_may_post_a_type() {
    assertThat(Capabilities.ALL.events().all().stream().filter(EventType::isCargo)).hasSize(6);
    assertThat(Capabilities.ALL.events().all().stream().filter(EventType::isCustoms)).hasSize(19);
    assertThat(ShipmentEventType.OVERDUE.isCargo() || ShipmentEventType.OVERDUE.isCustoms())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customs.duty-paid.v2",
        "customs.duty-paid",
        "duty-paid.v1",
        "Customs.duty-paid.v1",
        ""
      })
  void refuses_an_unknown_type_or_version(String type) {
    assertViolates(
        paid("1.00").withAttribute("type", type), "type", "is not a known event type and version");
  }

  static Stream<Arguments> badAttributes() {
    return Stream.of(
        Arguments.of("specversion", "0.3", "must be \"1.0\""),
        Arguments.of(
            "datacontenttype",
            "text/xml",
            "must be a media type of JSON, such as application/json"),
        Arguments.of(
            "datacontenttype",
            "application/json; charset=gbk",
            "must not name another charset than UTF-8"),
        Arguments.of("dataschema", "a b", "must be a URI of 1 to 256 characters"),
        Arguments.of("source", "with space", "must be a URI of 1 to 256 characters"),
        Arguments.of("source", "x".repeat(257), "must be a URI of 1 to 256 characters"),
        Arguments.of("id", " a", "must not begin or end with a blank"),
        Arguments.of("id", "a\tb", "must not contain control characters"),
        Arguments.of("id", "x".repeat(129), "must have 1 to 128 characters"),
        Arguments.of("id", 7, "must be a string"),
        Arguments.of("time", "2026-03-02", "must be an RFC 3339 time with offset"),
        Arguments.of("subject", "HAWB-1", "must be <operator USCC>/<house waybill>"),
        Arguments.of(
            "subject",
            "91310115MA1AB2C343/hawb",
            "must be 1 to 35 capital letters, digits or hyphens"),
        Arguments.of("trace-parent", "00-1", "is not a known field"),
        Arguments.of("Traceparent", "00-1", "is not a known field"),
        Arguments.of(
            "traceparent",
            List.of("00-1"),
            "must be a string, a whole number of 32 bits, true or false"),
        Arguments.of("traceparent", "x".repeat(257), "must have 1 to 256 characters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=\"UTF-8\"",
        "text/json",
        "application/vnd.customs+json"
      })
  void takes_any_media_type_of_json(String mediaType) {
    assertThat(paid("1.00").withAttribute("datacontenttype", mediaType).event()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "QUJD+/==", "urn:uuid:1", "运单-1", "a@b"})
  void takes_any_printable_id(String id) {
    assertThat(paid("1.00").withAttribute("id", id).event().id()).isEqualTo(id);
  }

  @Test
  void keeps_extension_attributes_which_make_no_other_event() {
    AnEvent event = paid("1.00").withAttribute("id", "E-1");
    ShipmentEvent plain = event.event();
    ShipmentEvent traced =
        event
            .withAttribute("traceparent", "00-4bf92f3577b34da6-00f067aa0ba902b7-01")
            .withAttribute("sampledrate", 30)
            .withAttribute("unset", null)
            .event();

    assertThat(traced.extensions())
        .isEqualTo(
            Map.of("traceparent", "00-4bf92f3577b34da6-00f067aa0ba902b7-01", "sampledrate", 30));
    assertThat(traced.key()).isEqualTo(plain.key());
    assertThat(traced.fingerprint()).isEqualTo(plain.fingerprint());
    assertThat(Capabilities.ALL.events().read(traced.toCloudEvent())).isEqualTo(traced);
  }

  @Test
  void bears_the_authority_it_was_said_with_which_no_sender_can_claim() {
    ShipmentEvent said = paid("1.00").saidBy("2233").event();

    assertThat(Capabilities.ALL.events().reread(said.toCloudEvent())).isEqualTo(said);
    assertThat(violations(said.toCloudEvent()))
        .extracting(Violation::rule)
        .containsExactly("is not a known field");
    assertThat(said.countsFor(new DeclarationNo("223320261000000123"))).isTrue();
    assertThat(said.countsFor(new DeclarationNo("510020261000000123"))).isFalse();
    assertThat(paid("1.00").id("E-1").saidBy("0000").event())
        .isEqualTo(paid("1.00").id("E-1").event());
  }

  @Test
  void bounds_how_many_extension_attributes_an_event_bears() {
    AnEvent event = paid("1.00");
    for (int i = 0; i < 11; i++) {
      event = event.withAttribute("ext" + i, "x");
    }
    assertViolates(event, "ext0", "is one of more than 10 extension attributes");
  }

  @Test
  void reads_what_was_accepted_by_earlier_rules() {
    Map<String, Object> event =
        new LinkedHashMap<>(
            AnEvent.refundApproved("A1", "1.00")
                .with("approvers", List.of("Zhang San", "o1\uFE0F"))
                .cloudEvent());
    event.put("time", "2009-12-31T16:30:00Z");

    assertThat(Capabilities.ALL.events().reread(event).data().get("approvers"))
        .isEqualTo(List.of("Zhang San", "o1\uFE0F"));
    assertThat(violations(event))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("time", "data.approvers[0]", "data.approvers[1]");
  }

  @ParameterizedTest
  @MethodSource("badAttributes")
  void refuses_attributes_that_break_a_rule(String name, Object value, String rule) {
    assertViolates(paid("1.00").withAttribute(name, value), name, rule);
  }

  static Stream<Arguments> badData() {
    return Stream.of(
        Arguments.of(
            manifested().with("masterWaybill", "888-11111112"),
            "data.masterWaybill",
            "check digit must be 1"),
        Arguments.of(
            manifested().with("shipmentClass", "D"),
            "data.shipmentClass",
            "must be one of [A, B, C]"),
        Arguments.of(
            manifested().with("description", "x".repeat(513)),
            "data.description",
            "must have 1 to 512 characters"),
        Arguments.of(
            manifested().with("declaredValue", money("-1.00")),
            "data.declaredValue.amount",
            "must not be negative"),
        Arguments.of(departed().with("location", "HK"), "data.location", "3 capital letters"),
        Arguments.of(
            discrepancy().with("code", "no!"),
            "data.code",
            "must be 1 to 32 letters, digits, hyphens or underscores"),
        Arguments.of(declared("1.00").declaration("22"), "data.declarationNo", A_DECLARATION_NO),
        Arguments.of(
            declared("1.00").version(0),
            "data.declarationVersion",
            "must be a whole number from 1 to 999"),
        Arguments.of(
            declared("1.00").naming("no spaces"),
            "data.registrationNo",
            "must be 1 to 35 letters, digits or hyphens"),
        Arguments.of(
            declared("1.00").with("purpose", "OTHER"),
            "data.purpose",
            "must be one of [CONSOLIDATED, PAYMENT_TERM, TAX_ELEMENT]"),
        Arguments.of(declared("1.00").with("district", "22"), "data.district", "4 digits"),
        Arguments.of(
            declared("1.001"), "data.estimatedDuty.amount", "must have at most 2 decimals in CNY"),
        Arguments.of(
            declared("1.00").with("completedAt", "1999-01-01T00:00:00Z"),
            "data.completedAt",
            "must lie between the years 2010 and 2099"),
        Arguments.of(
            assessed("1.00").with("dueDate", "2026-02-30"),
            "data.dueDate",
            "must be a date such as 2026-03-17"),
        Arguments.of(
            assessed("1.00").notice(""),
            "data.taxNoticeNo",
            "must be 1 to 64 letters, digits or any of . _ : -"),
        Arguments.of(paid("-0.01"), "data.amount.amount", "must not be negative"),
        Arguments.of(
            paid("1.00").with("amount", money("1.00", "CNH")),
            "data.amount.currency",
            "must be an ISO 4217 currency"),
        Arguments.of(paid("1.00").with("amount", "1.00"), "data.amount", "must be an object"),
        Arguments.of(paid("1.00").without("amount"), "data.amount", "is required"),
        Arguments.of(
            discharged("LOST"),
            "data.reason",
            "must be one of [RE_EXPORTED, DESTROYED, ABANDONED]"),
        Arguments.of(demanded("0.00"), "data.amount.amount", "must be more than zero"),
        Arguments.of(demandDecided("MAYBE"), "data.decision", "must be one of [COMPLY, REJECT]"));
  }

  @ParameterizedTest
  @MethodSource("badData")
  void refuses_data_that_breaks_a_rule(AnEvent event, String field, String rule) {
    assertViolates(event, field, rule);
  }

  @Test
  void refuses_a_subject_whose_uscc_has_a_wrong_check_digit() {
    List<Violation> violations =
        violations(paid("1.00").withAttribute("subject", "91310115MA1AB2C344/HAWB-1").cloudEvent());

    assertThat(violations).extracting(Violation::field).containsExactly("subject");
    assertThat(violations.getFirst().rule()).contains("check");
  }

  @Test
  void names_all_that_is_wrong_at_once() {
    Map<String, Object> event = new LinkedHashMap<>(paid("-1.00").notice("!").cloudEvent());
    event.put("specversion", "2.0");
    event.put("subject", "nobody");
    event.remove("time");
    event.put("no_extension", "x");

    assertThat(violations(event))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "specversion",
            "subject",
            "time",
            "data.taxNoticeNo",
            "data.amount.amount",
            "no_extension");
  }

  @Test
  void reads_no_data_of_a_type_that_it_does_not_know() {
    assertThat(violations(Map.of("type", "x", "data", Map.of("anything", 1))))
        .extracting(Violation::field)
        .containsExactly("specversion", "type", "source", "id", "time", "subject");
  }

  @Test
  void must_have_data() {
    Map<String, Object> event = new LinkedHashMap<>(paid("1.00").cloudEvent());
    event.put("data", "{}");

    assertThat(violations(event)).contains(new Violation("data", "must be an object"));
  }

  @Test
  void has_the_same_fingerprint_whatever_the_order_of_its_fields() {
    Map<String, Object> sorted = new LinkedHashMap<>(paid("1.00").cloudEvent());
    sorted.put("data", new TreeMap<>(data(sorted)));

    assertThat(Capabilities.ALL.events().read(sorted).fingerprint())
        .isEqualTo(paid("1.00").event().fingerprint());
  }

  @Test
  void has_the_same_fingerprint_for_the_same_moment_in_another_offset() {
    assertThat(paid("1.00").at("2026-03-10T02:00:00Z").event().fingerprint())
        .isEqualTo(paid("1.00").event().fingerprint());
  }

  @Test
  void has_another_fingerprint_for_other_content() {
    assertThat(
            Stream.of(
                    paid("1.00"),
                    paid("1.0"),
                    paid("1.00").receipt("TR-2"),
                    paid("1.00").at("2026-03-10T10:00:01+08:00"),
                    paid("1.00").about("HAWB-2"),
                    reversed("1.00").at("2026-03-10T10:00:00+08:00"))
                .map(event -> event.event().fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void does_not_confuse_values_of_different_types_or_borders() {
    assertThat(
            Stream.of(
                Fingerprint.of(Map.of("a", 1)),
                Fingerprint.of(Map.of("a", "1")),
                Fingerprint.of(Map.of("a", true)),
                Fingerprint.of(Map.of("a", "true")),
                Fingerprint.of("ab", "c"),
                Fingerprint.of("a", "bc"),
                Fingerprint.of(List.of("a"), "bc"),
                Fingerprint.of((Object) null),
                Fingerprint.of("~")))
        .doesNotHaveDuplicates();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) event.get("data");
  }

  private static void assertViolates(AnEvent event, String field, String rule) {
    List<Violation> violations = violations(event.cloudEvent());
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().field()).isEqualTo(field);
    assertThat(violations.getFirst().rule()).contains(rule);
  }

  private static List<Violation> violations(Map<String, ?> event) {
    InvalidInput invalid =
        catchThrowableOfType(InvalidInput.class, () -> Capabilities.ALL.events().read(event));
    assertThat(invalid).as("%s", event).isNotNull();
    return invalid.violations();
  }

  @Test
  void what_was_kept_says_the_same_as_what_came() {
    ShipmentEvent came = declared("100.00").event();

    ShipmentEvent kept = kept(came, came.type().wireName(), came.data());

    assertThat(kept).isEqualTo(came);
    assertThat(kept.fact()).isEqualTo(came.fact());
    assertThat(kept.hasKeyOf(came)).isTrue();
  }

  /** What nobody here can read is no slip of whoever asks. */
  @Test
  void a_kept_event_of_an_unknown_type_is_a_fault_of_what_is_kept() {
    ShipmentEvent came = declared("100.00").event();

    assertThat(
            catchThrowableOfType(
                IllegalStateException.class, () -> kept(came, "cargo.later.v9", came.data())))
        .isNotInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cargo.later.v9");
  }

  private static ShipmentEvent kept(
      ShipmentEvent event, String wireName, Map<String, Object> data) {
    return ShipmentEventType.TYPES.kept(
        event.source(),
        event.id(),
        wireName,
        event.time(),
        event.shipment(),
        data,
        event.extensions(),
        event.authority());
  }
}
