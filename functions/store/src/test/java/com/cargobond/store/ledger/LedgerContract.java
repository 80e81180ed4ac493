package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.arrived;
import static com.cargobond.domain.fixture.AnEvent.askedAgain;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declarationShared;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.delivered;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandReimbursed;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.received;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.store.ledger.AChange.aChange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.ProposedAmendment;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Movement;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises: it reads back what it wrote, and writes all or nothing. */
public abstract class LedgerContract {

  private static final GuaranteeId G1 = new GuaranteeId("G-1");
  private static final ShipmentId HAWB_1 = shipmentId("HAWB-1");

  private Ledger ledger;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = newLedger();
  }

  @Test
  void refuses_more_than_one_transaction_holds() {
    AChange change = aChange();
    for (int i = 0; i <= LedgerWrites.ITEMS_MAX; i++) {
      change.claiming(registration("REG-" + i, new GuaranteeId("G-1")));
    }

    assertThatThrownBy(() -> ledger.commit(change.build()))
        .isInstanceOf(ChangeTooLarge.class)
        .hasMessage("one transaction cannot write 101 items, at most 100");
    assertThat(Asked.of(ledger).registered(new RegistrationNo("REG-0"))).isEmpty();
  }

  @Test
  void refuses_an_item_that_is_larger_than_a_table_takes() {
    AnEvent large = discrepancy().with("detail", "快".repeat(512)).with("code", "X".repeat(16));
    List<RecordedEvent> history =
        IntStream.range(0, 300).mapToObj(i -> recorded(large.id("E-" + i))).toList();
    Shipment shipment = new Shipment(HAWB_1, history, Map.of());

    assertThatThrownBy(() -> ledger.commit(aChange().creating(shipment).build()))
        .isInstanceOf(ChangeTooLarge.class)
        .hasMessageStartingWith("one item cannot have ")
        .hasMessageEndingWith("at most 409600: shipments " + HAWB_1);
    assertThat(shipment(HAWB_1).isNew()).isTrue();
  }

  @Test
  void writes_one_exception_for_any_number_of_matters_of_one_code() {
    List<RecordedEvent> history =
        IntStream.range(0, 120).mapToObj(i -> recorded(discrepancy().id("E-" + i))).toList();

    committed(aChange().creating(new Shipment(HAWB_1, history, Map.of())));

    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::code, OpenException::reference, OpenException::count)
        .containsExactly(tuple("DISCREPANCY", "E-0", 120));
  }

  @Test
  void knows_nothing_at_first() {
    assertThat(Asked.of(ledger).guarantee(G1)).isEmpty();
    assertThat(Asked.of(ledger).registered(new RegistrationNo("REG-1"))).isEmpty();
    assertThat(Asked.of(ledger).issued("key")).isEmpty();
    assertThat(Asked.of(ledger).shipmentOfDemand(new DemandId("D-1"))).isEmpty();
    assertThat(Asked.of(ledger).demands(G1, 10, Optional.empty()).items()).isEmpty();
    assertThat(Asked.of(ledger).openHolds(G1, 10, Optional.empty()).items()).isEmpty();
    assertThat(ledger.openExceptions(Optional.empty())).isEmpty();
    assertThat(Asked.of(ledger).operator(AGuarantee.OPERATOR))
        .isEqualTo(Stored.unwritten(OperatorProfile.unknown(AGuarantee.OPERATOR)));
    assertThat(Asked.of(ledger).shipments(Set.of(HAWB_1)))
        .isEqualTo(Map.of(HAWB_1, Stored.unwritten(Shipment.unknown(HAWB_1))));
  }

  @Test
  void reads_a_guarantee_back_with_all_its_fields() {
    Guarantee plain = aGuarantee().submitted();
    Guarantee full =
        aGuarantee()
            .withId("G-2")
            .serving(Purpose.CONSOLIDATED, Purpose.TAX_ELEMENT)
            .inDistricts("2233", "5301")
            .withLimit(new Money(123_456, Money.currency("KWD")))
            .notRevolving()
            .inSlices(12)
            .active();
    Guarantee refused = aGuarantee().withId("G-3").refused();

    committed(aChange().creating(plain).creating(full).creating(refused));

    for (Guarantee guarantee : List.of(plain, full, refused)) {
      assertThat(Asked.of(ledger).guarantee(guarantee.id()).orElseThrow().value())
          .isEqualTo(guarantee);
    }
  }

  @Test
  void reads_back_every_component_of_every_slice() {
    Money limit = new Money(11 + Money.MINOR_MAX, Money.currency("CNY"));
    Guarantee issued = aGuarantee().withLimit(limit).inSlices(3).active();
    Guarantee moved =
        new Guarantee(
            issued.id(),
            issued.terms(),
            issued.status(),
            issued.registrationNo(),
            issued.statusReason(),
            7,
            Optional.of(aRejectedReduction()),
            List.of(
                new Position(1, 2, 3, 4, 5, 6),
                new Position(10, 20, 30, 40, 50, 60),
                Position.of(Money.MINOR_MAX)));

    committed(aChange().creating(moved));

    assertThat(Asked.of(ledger).guarantee(G1).orElseThrow().value()).isEqualTo(moved);
  }

  private static ProposedAmendment aRejectedReduction() {
    return new ProposedAmendment(
        8,
        new Amendment(
            Optional.of(new Money(10, Money.currency("CNY"))),
            Optional.of(LocalDate.parse("2026-06-30")),
            Optional.of(LocalDate.parse("2026-12-31")),
            Optional.of(Set.of(Purpose.PAYMENT_TERM, Purpose.CONSOLIDATED)),
            Optional.of(new Money(20, Money.currency("CNY")))),
        Optional.of("too early"));
  }

  private static List<EventType> typesOfShipments() {
    return Capabilities.ALL.events().all().stream()
        .filter(type -> !type.wireName().startsWith("customs.deposit-"))
        .toList();
  }

  @Test
  void reads_a_shipment_back_with_every_type_of_event() {
    List<RecordedEvent> history = new ArrayList<>();
    for (AnEvent event : everyTypeAndField()) {
      history.add(recorded(event, Effect.RECORDED, Optional.empty(), Optional.empty()));
    }
    history.add(
        recorded(
            declared("7.00"),
            Effect.REFUSED,
            Optional.of(RefusalCode.INSUFFICIENT_LIMIT),
            Optional.of(TestMoney.yuan("7.00"))));
    history.add(
        recorded(
            declared("9.00").saidBy("2233").withAttribute("traceparent", "00-1"),
            Effect.RECORDED,
            Optional.empty(),
            Optional.empty()));
    history.add(
        new RecordedEvent(
            demanded("7.00").event(),
            history.getFirst().receivedAt(),
            List.of(
                new Movement(Effect.DEMANDED, Optional.of(TestMoney.yuan("7.00"))),
                new Movement(Effect.RESERVED, Optional.of(TestMoney.yuan("1.00")))),
            Optional.empty()));
    Shipment shipment = new Shipment(HAWB_1, history, Map.of());
    assertThat(history)
        .extracting(recorded -> recorded.event().type())
        .containsAll(typesOfShipments());

    committed(aChange().creating(shipment));

    assertThat(shipment(HAWB_1).value()).isEqualTo(shipment);
    assertThat(Asked.revision(shipment(HAWB_1))).isEqualTo(1);
    assertThat(shipment(HAWB_1).value().history())
        .extracting(recorded -> recorded.event().fingerprint())
        .containsExactlyElementsOf(
            history.stream().map(recorded -> recorded.event().fingerprint()).toList());
  }

  @Test
  void reads_back_events_from_the_first_and_the_last_moment_that_are_accepted() {
    Shipment shipment =
        new Shipment(
            HAWB_1,
            List.of(
                recorded(departed().at("2010-01-01T08:00:00+08:00")),
                recorded(departed().at("2099-12-31T15:59:59.999999999-08:00"))),
            Map.of());

    committed(aChange().creating(shipment));

    assertThat(shipment(HAWB_1).value()).isEqualTo(shipment);
  }

  @Test
  void reads_a_shipment_back_with_every_kind_of_cover() {
    Cover.Hold hold =
        new Cover.Hold(
            G1, 3, new Holding(1, 2, 3, 4), Optional.of(LocalDate.parse("2027-12-31")), true);
    Map<DeclarationNo, Cover> covers =
        Map.of(
            declaration(1), new Cover.None(Optional.empty()),
            declaration(2), new Cover.None(Optional.of(hold)),
            declaration(3), new Cover.Covered(hold, true),
            declaration(4), new Cover.Covered(hold, false),
            declaration(5),
                new Cover.Refused(RefusalCode.NOT_OWNER, Optional.empty(), Optional.of(G1)),
            declaration(6),
                new Cover.Refused(RefusalCode.BEYOND_PERIOD, Optional.of(hold), Optional.of(G1)),
            declaration(7), new Cover.Discharged(Optional.of(hold)),
            declaration(8), new Cover.Discharged(Optional.empty()));
    Shipment shipment = new Shipment(HAWB_1, List.of(), covers);

    committed(aChange().creating(shipment));

    assertThat(shipment(HAWB_1).value()).isEqualTo(shipment);
  }

  @Test
  void holds_a_shipment_that_is_as_full_as_it_may_be() {
    AnEvent milestone =
        discrepancy()
            .with("code", "X".repeat(16))
            .with("detail", "快".repeat(512))
            .withAttribute("source", "s".repeat(256));
    AnEvent word =
        noticeWithdrawn().with("reason", "快".repeat(512)).withAttribute("source", "s".repeat(256));
    Shipment full = filled(filled(Shipment.unknown(HAWB_1), milestone), word);
    assertThat(full.history()).hasSizeGreaterThan(2 * Shipment.CARGO_EVENTS_MAX);

    committed(aChange().creating(full));

    assertThat(shipment(HAWB_1).value().history()).isEqualTo(full.history());
  }

  private static Shipment filled(Shipment shipment, AnEvent event) {
    Shipment fuller = shipment;
    for (int i = 0; fuller.hasRoomFor(event.event()); i++) {
      fuller = fuller.learn(recorded(event.id("i".repeat(120) + i)), Map.of());
    }
    return fuller;
  }

  @Test
  void reads_many_shipments_at_once() {
    Set<ShipmentId> ids =
        IntStream.range(0, 250)
            .mapToObj(i -> shipmentId("HAWB-" + i))
            .collect(java.util.stream.Collectors.toSet());
    committed(aChange().creating(new Shipment(HAWB_1, List.of(recorded(departed())), Map.of())));

    Map<ShipmentId, Stored<Shipment>> read = Asked.of(ledger).shipments(ids);

    assertThat(read.keySet()).isEqualTo(ids);
    assertThat(Asked.revision(read.get(HAWB_1))).isEqualTo(1);
    assertThat(read.get(shipmentId("HAWB-2")).isNew()).isTrue();
  }

  @Test
  void finds_all_that_a_group_of_events_names() {
    RegistrationNo registered = new RegistrationNo("REG-1");
    committed(aChange().creating(new Shipment(HAWB_1, List.of(recorded(departed())), Map.of())));
    committed(aChange().claiming(registration(registered.value(), G1)));
    ShipmentId unknown = shipmentId("HAWB-2");
    RegistrationNo other = new RegistrationNo("REG-2");

    Found found =
        ledger.find(
            Set.of(
                Shipment.KIND.ref(HAWB_1.toString()),
                Shipment.KIND.ref(unknown.toString()),
                Deposit.KIND.ref("DEP-1")),
            Set.of(registered.alias(), other.alias()));

    assertThat(Asked.revision(found.find(Shipment.KIND, HAWB_1.toString()).orElseThrow()))
        .isEqualTo(1);
    assertThat(found.find(Shipment.KIND, unknown.toString()).orElseThrow().isNew()).isTrue();
    assertThat(found.find(Deposit.KIND, "DEP-1").orElseThrow().isNew()).isTrue();
    assertThat(found.targets())
        .isEqualTo(Map.of(registered.alias(), Optional.of("G-1"), other.alias(), Optional.empty()));
  }

  @Test
  void reads_claims_back() {
    committed(
        aChange()
            .claiming(registration("REG-1", G1))
            .claiming(issuance(G1, "fingerprint"))
            .claiming(demandOf("HAWB-1")));

    assertThat(Asked.of(ledger).registered(new RegistrationNo("REG-1"))).contains(G1);
    assertThat(Asked.of(ledger).issued("key")).contains(new Ledger.TakenBy("G-1", "fingerprint"));
    assertThat(Asked.of(ledger).shipmentOfDemand(new DemandId("D-1"))).contains(HAWB_1);
  }

  @Test
  void reads_an_operators_profile_back() {
    OperatorProfile profile =
        new OperatorProfile(AGuarantee.OPERATOR, 8, new java.util.TreeSet<>(Set.of("CNY", "HKD")));

    committed(aChange().changing(Asked.of(ledger).operator(AGuarantee.OPERATOR), profile));

    Stored<OperatorProfile> read = Asked.of(ledger).operator(AGuarantee.OPERATOR);
    assertThat(read.value()).isEqualTo(profile);
    assertThat(Asked.revision(read)).isEqualTo(1);
  }

  @Test
  void pages_open_holds_across_slices() {
    Guarantee guarantee = aGuarantee().inSlices(12).active();
    committed(aChange().creating(guarantee));
    Set<ShipmentId> holders = new java.util.HashSet<>();
    for (int i = 0; i < 40; i++) {
      Shipment shipment = holding(shipmentId("HAWB-" + i), i % 12, reserved("1.00").holding());
      holders.add(shipment.id());
      committed(aChange().creating(shipment));
    }

    for (int pageSize : List.of(1, 7, 39, 40, 100)) {
      List<ShipmentId> read = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<ShipmentId> page = Asked.of(ledger).openHolds(G1, pageSize, after);
        read.addAll(page.items());
        after = page.after();
        assertThat(after.isPresent()).isEqualTo(read.size() < 40);
        assertThat(page.items())
            .hasSize(Math.min(pageSize, 40 - read.size() + page.items().size()));
      } while (after.isPresent());
      assertThat(read).doesNotHaveDuplicates();
      assertThat(Set.copyOf(read)).isEqualTo(holders);
    }
  }

  @Test
  void pages_the_demands_on_a_guarantee_by_their_ids() {
    committed(aChange().creating(aGuarantee().withLimit("100.00").active()));
    committed(aChange().claiming(registration("REG-1", G1)));
    List<String> ids = List.of("D-1", "D-1-1", "D-10", "D-2", "D-3", "d-1");
    List<ReceivedEvent> events = new ArrayList<>(List.of(declared("60.00").accepted()));
    ids.forEach(id -> events.add(demanded("1.00").demand(id).id("E/" + id).accepted()));
    assertThat(new EventLedger(ledger).apply(events).failure()).isEmpty();

    for (int pageSize : List.of(1, 4, 5, 6, 100)) {
      List<String> read = new ArrayList<>();
      Optional<String> after = Optional.empty();
      do {
        Page<Demand> page = Asked.of(ledger).demands(G1, pageSize, after);
        page.items().forEach(demand -> read.add(demand.id().value()));
        after = page.after();
        assertThat(after.isPresent()).isEqualTo(read.size() < ids.size());
      } while (after.isPresent());
      assertThat(read).isEqualTo(ids);
    }
    assertThat(Asked.of(ledger).demands(new GuaranteeId("G-2"), 10, Optional.empty()).items())
        .isEmpty();
  }

  @Test
  void lists_a_hold_only_while_it_is_open() {
    committed(aChange().creating(aGuarantee().inSlices(2).active()));
    committed(aChange().creating(holding(HAWB_1, 1, reserved("1.00").holding())));
    assertThat(openHolds()).containsExactly(HAWB_1);

    committed(aChange().changing(shipment(HAWB_1), holding(HAWB_1, 1, new Holding(0, 0, 5, 5))));

    assertThat(openHolds()).isEmpty();
  }

  @Test
  void writes_nothing_when_a_shipment_is_stale() {
    Stored<Shipment> stale = shipment(HAWB_1);
    committed(aChange().creating(shipmentWith(departed())));

    assertConflict(
        aChange().changing(stale, shipmentWith(arrived())).creating(aGuarantee().active()));

    assertThat(shipment(HAWB_1).value()).isEqualTo(shipmentWith(departed()));
    assertThat(Asked.revision(shipment(HAWB_1))).isEqualTo(1);
    assertThat(Asked.of(ledger).guarantee(G1)).isEmpty();
  }

  @Test
  void writes_nothing_when_a_slice_is_stale() {
    committed(aChange().creating(aGuarantee().inSlices(2).active()));
    Stored<Guarantee> stale = guarantee();
    committed(aChange().changing(stale, moved(stale, 0)));

    assertConflict(aChange().changing(stale, moved(stale, 0)).creating(shipmentWith(departed())));

    assertThat(guarantee().value()).isEqualTo(moved(stale, 0));
    assertThat(shipment(HAWB_1).isNew()).isTrue();
  }

  @Test
  void lets_two_who_read_the_same_write_different_slices() {
    committed(aChange().creating(aGuarantee().inSlices(2).active()));
    Stored<Guarantee> read = guarantee();

    committed(aChange().changing(read, moved(read, 0)));
    committed(aChange().changing(read, moved(read, 1)));

    assertThat(guarantee().value().position().reserved()).isEqualTo(2000);
    assertThat(Asked.termsRevision(guarantee())).isEqualTo(Asked.termsRevision(read));
  }

  @Test
  void changes_every_slice_with_the_terms_so_that_none_is_written_under_the_earlier_ones() {
    committed(aChange().creating(aGuarantee().inSlices(3).active()));
    Stored<Guarantee> read = guarantee();

    committed(aChange().changing(read, read.value().suspend()));

    assertThat(Asked.termsRevision(guarantee())).isGreaterThan(Asked.termsRevision(read));
    assertThat(Asked.sliceRevisions(guarantee()))
        .allSatisfy(revision -> assertThat(revision).isGreaterThan(1));
    assertConflict(aChange().changing(read, moved(read, 2)));
  }

  @Test
  void announces_a_command_until_the_terms_are_written_and_keeps_nobody_from_writing() {
    committed(aChange().creating(aGuarantee().inSlices(2).active()));
    Stored<Guarantee> before = guarantee();
    Instant until = Instant.parse("2026-07-02T00:00:03.250Z");

    ledger.announce(new ItemKey(LedgerTable.GUARANTEES, "GUARANTEE#G-1", "TERMS"), until);

    assertThat(guarantee().announced()).contains(until);
    assertThat(guarantee().value()).isEqualTo(before.value());
    committed(aChange().changing(before, moved(before, 0)));
    assertThat(guarantee().announced()).contains(until);
    Stored<Guarantee> read = guarantee();
    committed(aChange().changing(read, read.value().suspend()));
    assertThat(guarantee().announced()).isEmpty();
  }

  @Test
  void creates_a_guarantee_once() {
    committed(aChange().creating(aGuarantee().active()));

    assertConflict(aChange().creating(aGuarantee().suspended()));

    assertThat(guarantee().value()).isEqualTo(aGuarantee().active());
  }

  @Test
  void writes_nothing_when_an_operators_profile_is_stale() {
    Stored<OperatorProfile> stale = Asked.of(ledger).operator(AGuarantee.OPERATOR);
    OperatorProfile profile = new OperatorProfile(AGuarantee.OPERATOR, 2, Set.of("CNY"));
    committed(aChange().changing(stale, profile));

    assertConflict(aChange().changing(stale, profile));
  }

  @Test
  void writes_nothing_when_an_events_id_is_taken() {
    committed(aChange().claiming(receipt("HAWB-1")));

    assertTaken(receipt("HAWB-2"));
    assertTaken(receipt("HAWB-1"));
  }

  @Test
  void writes_nothing_when_a_demand_is_claimed_by_another_shipment() {
    committed(aChange().claiming(demandOf("HAWB-1")));

    assertTaken(demandOf("HAWB-2"));

    assertThat(Asked.of(ledger).shipmentOfDemand(new DemandId("D-1"))).contains(HAWB_1);
  }

  @Test
  void lets_the_same_shipment_claim_its_demand_again() {
    committed(aChange().claiming(demandOf("HAWB-1")));

    committed(aChange().claiming(demandOf("HAWB-1")));
  }

  @Test
  void writes_nothing_when_a_registration_number_is_taken() {
    committed(aChange().claiming(registration("REG-1", G1)));

    assertTaken(registration("REG-1", new GuaranteeId("G-2")));

    assertThat(Asked.of(ledger).registered(new RegistrationNo("REG-1"))).contains(G1);
  }

  @Test
  void writes_nothing_when_an_idempotency_key_is_taken() {
    committed(aChange().claiming(issuance(G1, "one")));

    assertTaken(issuance(new GuaranteeId("G-2"), "two"));

    assertThat(Asked.of(ledger).issued("key")).contains(new Ledger.TakenBy("G-1", "one"));
  }

  @Test
  void calls_it_a_conflict_when_something_is_stale_and_something_is_taken() {
    Stored<Shipment> stale = shipment(HAWB_1);
    committed(aChange().creating(shipmentWith(departed())).claiming(receipt("HAWB-1")));

    assertConflict(aChange().changing(stale, shipmentWith(arrived())).claiming(receipt("HAWB-1")));
  }

  @Test
  void names_every_claim_that_is_taken() {
    committed(aChange().claiming(receipt("HAWB-1")).claiming(demandOf("HAWB-1")));

    CommitResult result =
        ledger.commit(aChange().claiming(receipt("HAWB-2")).claiming(demandOf("HAWB-2")).build());

    assertThat(result).isEqualTo(new Taken(List.of(receipt("HAWB-2"), demandOf("HAWB-2"))));
  }

  private static List<AnEvent> everyTypeAndField() {
    return List.of(
        manifested().with("description", "衣服 & shoes").with("declaredValue", money("120.00")),
        manifested(),
        departed(),
        arrived(),
        received(),
        delivered(),
        discrepancy(),
        declared("692.30"),
        amended(2, "700.00"),
        cancelled(),
        inspected(),
        released(),
        assessed("692.30").with("dueDate", "2026-03-20").with("replaces", "TN-0"),
        assessed("53.00").with("kind", "LATE_CHARGE").with("baseNoticeNo", "TN-0"),
        noticeWithdrawn(),
        paid("1.00").with("amount", money("12", "JPY")),
        paid("1.00").with("debitedOn", "2026-03-09").with("paidBy", "GUARANTOR"),
        reversed("1.00").with("reversalNo", "RV-1"),
        discharged("ABANDONED"),
        demanded("692.30"),
        demandWithdrawn(),
        demandDecided("REJECT"),
        demandPaid(),
        demandReimbursed(),
        overdue("2026-05-01"),
        stillUnmatched("2026-05-01"),
        askedAgain(),
        declarationShared("HAWB-2", "HAWB-3"));
  }

  private static Claim receipt(String houseWaybill) {
    return Claim.receipt(paid("1.00").id("E-1").about(houseWaybill).accepted());
  }

  private static Claim demandOf(String houseWaybill) {
    AnEvent cause = demanded("1.00").id("E-2").about(houseWaybill);
    return Claim.of(
        new Identifier(new DemandId("D-1").alias(), shipmentId(houseWaybill).toString()),
        Optional.of(cause.event().key()));
  }

  private static Claim registration(String number, GuaranteeId guarantee) {
    return Claim.once(new RegistrationNo(number).alias(), guarantee.value());
  }

  private static Claim issuance(GuaranteeId guarantee, String fingerprint) {
    return Claim.once(Alias.of("ISSUANCE", "key"), guarantee.value(), Optional.of(fingerprint));
  }

  private static Shipment shipmentWith(AnEvent event) {
    return new Shipment(HAWB_1, List.of(recorded(event)), Map.of());
  }

  private static Shipment holding(ShipmentId id, int slice, Holding holding) {
    Cover.Hold hold = new Cover.Hold(G1, slice, holding, Optional.empty(), false);
    return new Shipment(id, List.of(), Map.of(declaration(1), new Cover.Covered(hold, false)));
  }

  private static Guarantee moved(Stored<Guarantee> read, int slice) {
    return read.value().move(slice, Holding.NOTHING, reserved("10.00").holding());
  }

  private static RecordedEvent recorded(AnEvent event) {
    return recorded(event, Effect.RECORDED, Optional.empty(), Optional.empty());
  }

  private static RecordedEvent recorded(
      AnEvent event, Effect effect, Optional<RefusalCode> refusal, Optional<Money> amount) {
    Instant receivedAt = Instant.parse("2026-07-02T00:00:00.123Z");
    return new RecordedEvent(
        event.event(), receivedAt, List.of(new Movement(effect, amount)), refusal);
  }

  private static ShipmentId shipmentId(String houseWaybill) {
    return new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill(houseWaybill));
  }

  private static DeclarationNo declaration(int serial) {
    return new DeclarationNo("22332026100000000" + serial);
  }

  private Stored<Guarantee> guarantee() {
    return Asked.of(ledger).guarantee(G1).orElseThrow();
  }

  private Stored<Shipment> shipment(ShipmentId id) {
    return Asked.of(ledger).shipments(Set.of(id)).get(id);
  }

  private List<ShipmentId> openHolds() {
    return Asked.of(ledger).openHolds(G1, 10, Optional.empty()).items();
  }

  private void committed(AChange change) {
    assertThat(ledger.commit(change.build())).isEqualTo(new Committed());
  }

  private void assertConflict(AChange change) {
    assertThat(ledger.commit(change.build())).isEqualTo(new Conflicted());
  }

  private void assertTaken(Claim claim) {
    ShipmentId other = shipmentId("OTHER");
    Shipment shipment = new Shipment(other, List.of(recorded(departed())), Map.of());
    Notice notice = Notice.quarantined(paid("1.00").event(), QuarantineCode.ID_REUSED);

    CommitResult result =
        ledger.commit(aChange().creating(shipment).telling(notice).claiming(claim).build());

    assertThat(result).isEqualTo(new Taken(List.of(claim)));
    assertThat(shipment(other).isNew()).isTrue();
  }
}
