package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AnEvent.money;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Purpose;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Shipments as they never are: everything may be said of anything, in any version, on any day of a
 * year, twice with other words. Three shipments with up to three declarations each, of the same
 * numbers, on two guarantees and one that nobody has; some declarations are completed too late for
 * their guarantee's periods.
 */
class RandomTraffic extends DomainContextBase {

  /** What the traffic meets. */
  record World(boolean revolving, int slices, String limit, String suretyshipTo) {

    TestBooks books() {
      return TestBooks.with(
          guarantee("1").active(), guarantee("2").serving(Purpose.PAYMENT_TERM).active());
    }

    World withLimit(String other) {
      return new World(revolving, slices, other, suretyshipTo);
    }

    private AGuarantee guarantee(String name) {
      return AGuarantee.aGuarantee()
          .withId("G-" + name)
          .registeredAs("REG-" + name)
          .withLimit(limit)
          .withSuretyshipTo(suretyshipTo)
          .revolving(revolving)
          .inSlices(slices);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(1, 4),
            Arbitraries.of("0.01", "100.00", "300.00", "1000.00"),
            Arbitraries.of("2027-12-31", "2027-05-31", "2027-01-31"))
        .as(World::new);
  }

  @Provide
  Arbitrary<List<AnEvent>> traffic() {
    return events().list().ofMinSize(1).ofMaxSize(25);
  }

  private Arbitrary<AnEvent> events() {
    Arbitrary<AnEvent> said =
        Arbitraries.frequencyOf(
            Tuple.of(6, filed()),
            Tuple.of(1, ofDeclaration(AnEvent.cancelled()).flatMap(this::inSomeVersion)),
            Tuple.of(2, ofDeclaration(AnEvent.released())),
            Tuple.of(1, ofDeclaration(AnEvent.inspected())),
            Tuple.of(4, assessed()),
            Tuple.of(4, paid()),
            Tuple.of(2, reversed()),
            Tuple.of(1, notices().map(AnEvent.noticeWithdrawn()::notice)),
            Tuple.of(1, ofDeclaration(AnEvent.discharged("RE_EXPORTED"))),
            Tuple.of(3, demanded()),
            Tuple.of(1, ofDemand(AnEvent.demandWithdrawn())),
            Tuple.of(1, ofDemand(AnEvent.demandDecided("COMPLY"))),
            Tuple.of(1, ofDemand(AnEvent.demandDecided("REJECT"))),
            Tuple.of(2, ofDemand(AnEvent.demandPaid())),
            Tuple.of(1, ofDemand(AnEvent.demandReimbursed())),
            Tuple.of(2, overdue()),
            Tuple.of(1, days().map(AnEvent::stillUnmatched)),
            Tuple.of(1, ofDeclaration(AnEvent.askedAgain())),
            Tuple.of(1, Arbitraries.of(AnEvent.discrepancy(), AnEvent.manifested())));
    Arbitrary<String> shipments =
        Arbitraries.frequency(Tuple.of(4, "A"), Tuple.of(4, "B"), Tuple.of(1, "C"));
    return Combinators.combine(said, shipments, days(), Arbitraries.of("10", "11"))
        .as(
            (event, shipment, day, hour) -> {
              String demand = (String) data(event).get("demandId");
              AnEvent named = demand == null ? event : event.demand(demand + "-" + shipment);
              return named.about("HAWB-" + shipment).at(day + "T" + hour + ":00:00+08:00");
            });
  }

  /** Before and after the days on which duty is due, suretyship ends, and demands are made. */
  private static Arbitrary<String> days() {
    return Arbitraries.of(
        "2026-03-02",
        "2026-03-05",
        "2026-03-17",
        "2026-04-26",
        "2026-06-20",
        "2026-06-23",
        "2026-12-31",
        "2027-02-01",
        "2027-06-01",
        "2028-01-01");
  }

  private static Arbitrary<String> someOrNone(String... values) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(values)));
  }

  private static AnEvent with(AnEvent event, String field, String value) {
    return value.isEmpty() ? event : event.with(field, value);
  }

  private Arbitrary<AnEvent> filed() {
    return Combinators.combine(
            ofDeclaration(AnEvent.declared("0.00")).flatMap(this::inSomeVersion),
            amounts(),
            Arbitraries.frequency(Tuple.of(6, "REG-1"), Tuple.of(3, "REG-2"), Tuple.of(1, "REG-9")),
            Arbitraries.frequency(
                Tuple.of(5, "PAYMENT_TERM"),
                Tuple.of(1, "CONSOLIDATED"),
                Tuple.of(1, "TAX_ELEMENT")),
            Arbitraries.frequency(Tuple.of(8, "C"), Tuple.of(1, "B"), Tuple.of(1, "A")),
            Arbitraries.frequency(
                Tuple.of(6, "2026-03-02"), Tuple.of(2, "2026-12-30"), Tuple.of(1, "2027-01-02")))
        .as(
            (event, amount, registrationNo, purpose, shipmentClass, completedOn) ->
                event
                    .with("completedAt", completedOn + "T09:00:00+08:00")
                    .with("estimatedDuty", amount)
                    .naming(registrationNo)
                    .with("purpose", purpose)
                    .with("shipmentClass", shipmentClass));
  }

  private Arbitrary<AnEvent> assessed() {
    return Combinators.combine(
            ofDeclaration(AnEvent.assessed("0.00")).flatMap(this::inSomeVersion),
            notices(),
            amounts(),
            someOrNone("2026-03-17", "2026-06-20", "2027-01-15"),
            someOrNone("TN-1", "TN-2", "TN-3", "TN-9"),
            Arbitraries.frequency(
                Tuple.of(6, ""), Tuple.of(1, "SUPPLEMENT"), Tuple.of(2, "LATE_CHARGE")))
        .as(
            (event, notice, amount, dueDate, other, kind) -> {
              AnEvent assessed =
                  with(event.notice(notice).with("duty", amount), "dueDate", dueDate);
              if (kind.equals("LATE_CHARGE")) {
                String base = other.isEmpty() || other.equals(notice) ? "TN-8" : other;
                return assessed.with("kind", kind).with("baseNoticeNo", base);
              }
              return with(
                  with(assessed, "kind", kind), "replaces", other.equals(notice) ? "" : other);
            });
  }

  private Arbitrary<AnEvent> paid() {
    return Combinators.combine(
            payment(AnEvent.paid("0.00")),
            someOrNone("2026-03-10", "2026-04-26", "2026-12-31"),
            Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(1, "GUARANTOR")))
        .as(
            (event, debitedOn, payer) ->
                with(with(event, "debitedOn", debitedOn), "paidBy", payer));
  }

  private Arbitrary<AnEvent> reversed() {
    return Combinators.combine(payment(AnEvent.reversed("0.00")), someOrNone("RV-1", "RV-2"))
        .as((event, number) -> with(event, "reversalNo", number));
  }

  private Arbitrary<AnEvent> payment(AnEvent payment) {
    return Combinators.combine(notices(), Arbitraries.of("TR-1", "TR-2"), amounts())
        .as(
            (notice, receipt, amount) ->
                payment.notice(notice).receipt(receipt).with("amount", amount));
  }

  private Arbitrary<AnEvent> demanded() {
    return Combinators.combine(
            ofDeclaration(AnEvent.demanded("1.00")).flatMap(this::ofDemand),
            Arbitraries.of("1.00", "50.00", "100.00", "250.00"))
        .as((event, amount) -> event.with("amount", money(amount)));
  }

  private Arbitrary<AnEvent> overdue() {
    return days().flatMap(day -> ofDeclaration(AnEvent.overdue(day)));
  }

  private Arbitrary<AnEvent> ofDeclaration(AnEvent event) {
    return Arbitraries.frequency(
            Tuple.of(5, "223320261000000001"),
            Tuple.of(2, "223320261000000002"),
            Tuple.of(1, "223320261000000003"))
        .map(event::declaration);
  }

  private Arbitrary<AnEvent> inSomeVersion(AnEvent event) {
    return Arbitraries.integers().between(1, 3).map(event::version);
  }

  private Arbitrary<AnEvent> ofDemand(AnEvent event) {
    return Arbitraries.of("D-1", "D-2").map(event::demand);
  }

  private Arbitrary<String> notices() {
    return Arbitraries.of("TN-1", "TN-2", "TN-3");
  }

  private Arbitrary<Map<String, Object>> amounts() {
    return Arbitraries.frequency(
        Tuple.of(8, money("100.00")),
        Tuple.of(4, money("99.99")),
        Tuple.of(4, money("250.00")),
        Tuple.of(2, money("0.00")),
        Tuple.of(2, money("5000.00")),
        Tuple.of(1, money("100.00", "HKD")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(AnEvent event) {
    return (Map<String, Object>) event.cloudEvent().get("data");
  }
}
