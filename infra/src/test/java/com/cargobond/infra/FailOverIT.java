package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.PositionFigures;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.dynamo.AuditTrails;
import com.cargobond.store.dynamo.DynamoLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.RequestFingerprint;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.memory.InMemoryLedger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The home region is lost with an event in its queue, the standby takes over, and the home region
 * comes back. Between the two, the test does what global tables do.
 */
@ExtendWith(NeedsNode.class)
class FailOverIT {

  private static final String PREFIX = "prod-";
  private static final String HOME_STACK = "cargobond-prod-functions";
  private static final String STANDBY_STACK = "cargobond-prod-standby-functions";
  private static final GuaranteeId GUARANTEE = new GuaranteeId("G-1");
  private static final Declaration FIRST = new Declaration(1, "100.00");
  private static final Declaration SECOND = new Declaration(2, "20.00");
  private static final Declaration TWICE = new Declaration(3, "30.00");
  private static final Declaration QUEUED_AT_HOME = new Declaration(4, "4.00");
  private static final Declaration AT_THE_STANDBY = new Declaration(5, "0.50");

  private static Simulator simulator;
  private static SimulatedRegion home;
  private static SimulatedRegion standby;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    simulator = Simulator.orSkip();
    home = simulator.in(ASetting.HOME);
    standby = simulator.in(ASetting.STANDBY);
    for (String part : List.of("key", "data", "messaging")) {
      String stack = "cargobond-prod-" + part;
      home.deploy(stack, Synthesised.prod().template(stack));
    }
    for (String part : List.of("key", "messaging")) {
      String stack = "cargobond-prod-standby-" + part;
      standby.deploy(stack, Synthesised.prod().template(stack));
    }
    standby.copyTables("copies", Synthesised.prod().template("cargobond-prod-data"));
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(simulator).ifPresent(Simulator::close);
  }

  @Test
  void nothing_is_lost_or_counted_twice_when_the_standby_takes_over_and_gives_back()
      throws Exception {
    Synthesised before = Synthesised.prod();
    Synthesised over = Synthesised.of("over", failedOver());
    SimulatedSite homeSite = site(home, before, HOME_STACK);
    issue(ledger(home));

    send(homeSite, FIRST, SECOND, TWICE);
    homeSite.drain();
    List<String> noticesAtHome = notices(homeSite);
    send(homeSite, QUEUED_AT_HOME);
    Replica.copy(home, standby, PREFIX);

    assertRests(site(home, over, HOME_STACK), over, HOME_STACK, "cargobond-prod-operations");
    SimulatedSite standbySite = site(standby, over, STANDBY_STACK);
    send(standbySite, TWICE, AT_THE_STANDBY);
    standbySite.drain();
    assertThat(noticesAtHome).hasSize(3);
    assertThat(notices(standbySite)).containsAll(noticesAtHome).hasSize(4);

    assertRests(
        site(standby, before, STANDBY_STACK),
        before,
        STANDBY_STACK,
        "cargobond-prod-standby-operations");
    Replica.copy(standby, home, PREFIX);
    homeSite.drain();
    Replica.copy(home, standby, PREFIX);

    for (SimulatedRegion region : List.of(home, standby)) {
      assertThat(position(ledger(region))).isEqualTo(whatOneRegionGives());
      assertThat(receipts(region)).isEqualTo(5);
      try (DynamoDbClient tables = region.dynamoDb()) {
        AuditTrails.Result trails = new AuditTrails(tables, PREFIX).verify();
        assertThat(trails.findings()).isEmpty();
        assertThat(trails.entries()).isPositive();
      }
    }
  }

  private static Map<String, Object> failedOver() {
    try (DynamoDbClient tables = standby.dynamoDb()) {
      return ASetting.with(
          ASetting.failedOver(),
          "standbyOutboxStream",
          tables
              .describeTable(describe -> describe.tableName(LedgerTable.OUTBOX.name(PREFIX)))
              .table()
              .latestStreamArn());
    }
  }

  /** Nothing is polled for, nobody is answered and no clock runs. */
  private static void assertRests(
      SimulatedSite site, Synthesised deployment, String functions, String operations) {
    assertThat(site.feeds()).isEmpty();
    for (String function : List.of("api", "position", "sweep")) {
      assertThat(
              deployment
                  .resource(functions, "AWS::Lambda::Function", "FunctionName", PREFIX + function)
                  .at("/Properties/ReservedConcurrentExecutions")
                  .asInt(-1))
          .isZero();
    }
    assertThat(deployment.resources(operations, "AWS::Scheduler::Schedule"))
        .extracting(schedule -> schedule.at("/Properties/State").asText())
        .containsExactly("DISABLED");
  }

  private static SimulatedSite site(SimulatedRegion region, Synthesised deployment, String stack)
      throws IOException {
    return new SimulatedSite(region, deployment, stack, NativeEvents.orSkip());
  }

  private static void send(SimulatedSite site, Declaration... declarations) {
    for (Declaration declaration : declarations) {
      site.send(
          MessageQueue.CARGO_EVENTS.name(PREFIX),
          Declaration.GROUP,
          declaration.id(),
          declaration.cloudEvent());
    }
  }

  private static List<String> notices(SimulatedSite site) throws IOException {
    return site.take(MessageQueue.NOTICES.name(PREFIX)).stream()
        .map((JsonNode notice) -> notice.path("id").asText())
        .toList();
  }

  private static void issue(Ledger ledger) {
    Cause cause = Cause.of("BANK", "ISSUE", Instant.parse("2026-01-01T00:00:00Z"));
    GuaranteeLedger guarantees = new GuaranteeLedger(ledger);
    guarantees.issue(
        Optional.empty(), new RequestFingerprint("", ""), () -> GUARANTEE, terms(), 1, cause);
    guarantees.register(GUARANTEE, new RegistrationNo("REG-1"), cause);
  }

  private static GuaranteeTerms terms() {
    Map<String, Object> fields = new HashMap<>(period());
    fields.putAll(
        Map.of(
            "number", "LG-2026-0001",
            "type", "GENERAL",
            "purposes", List.of("PAYMENT_TERM"),
            "principal",
                Map.of(
                    "uscc", "91310115MA1AB2C343",
                    "customsRegistrationNo", "3122260001",
                    "name", "Swift Express Co Ltd"),
            "guarantor",
                Map.of("bic", "COMMCNSH", "cnaps", "313651027012", "name", "Example Bank Shanghai"),
            "beneficiaries", List.of("*"),
            "limit", Map.of("amount", "1000.00", "currency", "CNY"),
            "revolving", true));
    return FieldReader.read(fields, GuaranteeTerms::read);
  }

  private static Map<String, String> period() {
    return Map.of("coverFrom", "2026-01-01", "coverTo", "2026-12-31", "suretyshipTo", "2027-06-30");
  }

  private static PositionFigures whatOneRegionGives() {
    InMemoryLedger ledger = new InMemoryLedger();
    issue(ledger);
    new EventLedger(ledger)
        .apply(
            Stream.of(FIRST, SECOND, TWICE, QUEUED_AT_HOME, TWICE, AT_THE_STANDBY)
                .map(Declaration::received)
                .toList());
    return position(ledger);
  }

  private static PositionFigures position(Ledger ledger) {
    return PositionFigures.of(new GuaranteeLedger(ledger).find(GUARANTEE).orElseThrow());
  }

  private static Ledger ledger(SimulatedRegion region) {
    return new DynamoLedger(region.dynamoDb(), PREFIX);
  }

  private static int receipts(SimulatedRegion region) {
    try (DynamoDbClient tables = region.dynamoDb()) {
      return tables.scan(scan -> scan.tableName(LedgerTable.RECEIPTS.name(PREFIX))).count();
    }
  }
}
