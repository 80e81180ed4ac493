package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.money;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Outcome.Quarantined;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.shipment.ClockFact.DeclarationShared;
import com.cargobond.domain.shipment.RandomTraffic.World;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** One declaration holds once, on whichever house waybill the facts say it belongs. */
class SharedDeclarationTest {

  private static final DeclarationNo DECLARATION = new DeclarationNo(AnEvent.DECLARATION);
  private static final String LATER = "2026-03-02T10:30:00+08:00";

  private final AnEvent first = declared("100.00");
  private final AnEvent second = declared("100.00").alsoAbout("HAWB-2").at(LATER);
  private final TestBooks books = TestBooks.with(aGuarantee().active());

  @Test
  void is_refused_on_a_second_house_waybill_and_both_say_so() {
    books.enter(first, second);

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-1", "100.00");
    assertRefused("HAWB-2");
    assertThat(books.shipment("HAWB-1").matters()).containsExactly(duplicateOf("HAWB-2"));
    assertThat(books.shipment("HAWB-2").matters()).containsExactly(duplicateOf("HAWB-1"));
    assertThat(books.told())
        .containsExactly(
            ShipmentNoticeType.COVER_CONFIRMED,
            ShipmentNoticeType.COVER_REFUSED,
            LedgerNoticeType.NEEDS_A_PERSON,
            LedgerNoticeType.NEEDS_A_PERSON);
  }

  @Test
  void holds_where_it_was_accepted_first_though_that_is_heard_of_later() {
    books.enter(second, first);

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-1", "100.00");
    assertRefused("HAWB-2");
    assertThat(books.shipment("HAWB-2").history().getLast().movements())
        .extracting(movement -> movement.effect())
        .containsExactly(Effect.REFUSED, Effect.RESTORED);
  }

  @Test
  void of_one_moment_holds_on_the_smaller_number() {
    books.enter(second.at("2026-03-02T10:00:00+08:00"), first);

    assertHolds("HAWB-1", "100.00");
    assertRefused("HAWB-2");
  }

  @Test
  void takes_the_limit_once_however_small_it_is() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("100.00").active());

    small.enter(second, first);

    assertThat(small.taken()).isEqualTo(reserved("100.00"));
    assertThat(small.shipment("HAWB-1").cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void passes_to_the_other_when_customs_cancels_it() {
    books.enter(first, second, cancelled());

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-2", "100.00");
    assertThat(books.shipment("HAWB-1").cover()).isInstanceOf(Cover.None.class);
    assertThat(books.shipment("HAWB-1").matters()).isEmpty();
    assertThat(books.shipment("HAWB-2").matters()).isEmpty();
    assertThat(books.told()).endsWith(ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void is_refused_again_when_what_was_cancelled_is_declared_anew() {
    books.enter(first, second, cancelled(), amended(2, "120.00").at("2026-03-02T13:00:00+08:00"));

    assertThat(books.taken()).isEqualTo(reserved("120.00"));
    assertHolds("HAWB-1", "120.00");
    assertRefused("HAWB-2");
  }

  @Test
  void holds_for_goods_that_are_out_and_not_for_what_can_still_be_refused() {
    books.enter(first, second, released().alsoAbout("HAWB-2"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertRefused("HAWB-1");
    assertHolds("HAWB-2", "100.00");
  }

  @Test
  void holds_for_both_that_are_out_what_most_is_open_of() {
    books.enter(
        first,
        second,
        released(),
        released().alsoAbout("HAWB-2"),
        assessed("130.00").alsoAbout("HAWB-2"));

    assertThat(books.taken()).isEqualTo(reserved("130.00"));
    assertRefused("HAWB-1");
    assertHolds("HAWB-2", "130.00");
    assertThat(books.exceptions())
        .containsExactlyInAnyOrder(
            ShipmentExceptionCode.DECLARATION_DUPLICATE,
            ShipmentExceptionCode.RELEASED_WITHOUT_COVER);
  }

  @Test
  void follows_the_demand_of_customs() {
    books.enter(
        first, second, released(), assessed("200.00"), demanded("100.00").alsoAbout("HAWB-2"));

    assertThat(books.taken()).isEqualTo(nothing().demanded("100.00"));
    assertRefused("HAWB-1");
  }

  @Test
  void stays_where_it_is_held_though_more_is_refused_there() {
    books.enter(first, amended(2, "5000.00"), second);

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertRefused("HAWB-2");
    assertThat(books.shipment("HAWB-1").coverOf(DECLARATION))
        .isInstanceOfSatisfying(
            Cover.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.INSUFFICIENT_LIMIT));
  }

  @Test
  void is_mended_by_a_discharge_where_the_goods_are_out() {
    books.enter(
        first,
        released(),
        second,
        released().alsoAbout("HAWB-2"),
        discharged("RE_EXPORTED").alsoAbout("HAWB-1"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-2", "100.00");
    assertThat(books.exceptions()).isEmpty();
    assertThat(books.shipment("HAWB-2").matters()).isEmpty();
  }

  @Test
  void takes_nothing_anew_when_it_was_paid() {
    books.enter(first, second, assessed("100.00"), paid("100.00"));

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.cover()).isInstanceOf(Cover.Discharged.class);
    assertRefused("HAWB-2");
  }

  @Test
  void holds_on_the_other_while_no_guarantee_covers_the_first() {
    books.enter(first.naming("REG-9"), second);

    assertThat(books.shipment("HAWB-1").cover())
        .isEqualTo(new Cover.Refused(RefusalCode.NOT_FOUND, Optional.empty(), Optional.empty()));
    assertHolds("HAWB-2", "100.00");
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DECLARATION_DUPLICATE);
  }

  @Test
  void of_documents_holds_nothing_and_keeps_nobody_from_holding() {
    books.enter(first.with("shipmentClass", "A"), second);

    assertHolds("HAWB-2", "100.00");
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.DECLARATION_DUPLICATE);
  }

  @Test
  void names_no_house_waybill_of_another_operator() {
    books.enter(first, second.withAttribute("subject", "914403001922038216/SECRET-1"));

    assertThat(books.shipment("HAWB-1").matters())
        .containsExactly(
            Matter.of(ShipmentExceptionCode.DECLARATION_DUPLICATE, AnEvent.DECLARATION));
  }

  @Test
  void is_set_aside_on_more_house_waybills_than_can_be_decided_at_once() {
    for (int i = 1; i <= DeclarationShared.SHIPMENTS_MAX; i++) {
      books.enter(declared("100.00").alsoAbout("HAWB-" + i));
    }

    books.enter(declared("100.00").alsoAbout("HAWB-99"));

    assertThat(books.last())
        .isEqualTo(new Quarantined(ShipmentQuarantineCode.DECLARATION_ON_TOO_MANY));
    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Test
  void holds_for_what_is_open_and_not_for_what_is_paid_in_another_currency() {
    Money limit = new Money(100_000, Currency.getInstance("HKD"));
    TestBooks two =
        TestBooks.with(
            aGuarantee().active(),
            aGuarantee().withId("G-2").registeredAs("REG-2").withLimit(limit).active());

    two.enter(
        first,
        released(),
        assessed("100.00"),
        paid("100.00"),
        second.with("estimatedDuty", money("250.00", "HKD")).naming("REG-2"),
        released().alsoAbout("HAWB-2"));

    assertThat(two.taken("G-1")).isEqualTo(nothing());
    assertThat(two.taken("G-2")).isEqualTo(reserved("250.00"));
  }

  @Test
  void holds_for_what_is_open_and_not_where_the_guarantor_has_paid() {
    books.enter(
        first,
        released(),
        assessed("100.00"),
        demanded("100.00"),
        demandDecided("COMPLY"),
        demandPaid(),
        amended(2, "250.00").alsoAbout("HAWB-2"),
        released().alsoAbout("HAWB-2"));

    assertThat(books.taken()).isEqualTo(reserved("250.00").claimed("100.00"));
    assertThat(books.shipment("HAWB-2").matters()).containsExactly(duplicateOf("HAWB-1"));
  }

  /**
   * Who bears a declaration was not kept then, so that they may be more than are decided at once.
   */
  @Test
  void books_what_is_said_of_each_that_was_filed_before_bearers_were_kept() {
    TestBooks kept = books;
    Alias registration = books.guarantee().registrationNo().orElseThrow().alias();
    Map<ShipmentId, Shipment> shipments = new HashMap<>();
    for (int i = 0; i <= DeclarationShared.SHIPMENTS_MAX; i++) {
      kept = TestBooks.with(kept.guarantee()).enter(declared("100.00").alsoAbout("HAWB-" + i));
      shipments.putAll(kept.shipments());
    }
    Books books =
        new Books(
            View.EMPTY
                .reading(shipments.values(), Map.of(registration, Optional.of("G-1")))
                .with(kept.guarantee()));

    for (int i = 0; i <= DeclarationShared.SHIPMENTS_MAX; i++) {
      books = applied(books, released().alsoAbout("HAWB-" + i));
    }
    books =
        applied(books, amended(2, "120.00").alsoAbout("HAWB-" + DeclarationShared.SHIPMENTS_MAX));

    assertThat(Taken.of(books.guarantee(new GuaranteeId("G-1")).position()))
        .as("one of four, and the fifth by itself")
        .isEqualTo(reserved("220.00"));
  }

  private static Books applied(Books books, AnEvent event) {
    Outcome outcome = Shipments.CAPABILITY.rules().apply(books.view(), event.accepted());
    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    return new Books(((Outcome.Applied) outcome).view());
  }

  @Test
  void has_room_on_a_house_waybill_where_customs_took_it_back_on_another() {
    for (int i = 1; i <= DeclarationShared.SHIPMENTS_MAX; i++) {
      books.enter(declared("100.00").alsoAbout("HAWB-" + i), cancelled().alsoAbout("HAWB-" + i));
    }

    books.enter(
        declared("100.00").alsoAbout("HAWB-98"),
        declared("100.00").alsoAbout("HAWB-99").at(LATER),
        released().alsoAbout("HAWB-99"));

    assertThat(books.taken()).isEqualTo(reserved("100.00"));
    assertRefused("HAWB-98");
    assertHolds("HAWB-99", "100.00");
    assertThat(books.shipment("HAWB-98").matters()).containsExactly(duplicateOf("HAWB-99"));
    assertThat(books.shipment("HAWB-1").sharing()).isEmpty();
  }

  @Test
  void is_set_aside_where_it_made_room_and_is_filed_anew_though_four_stand() {
    books.enter(declared("100.00").alsoAbout("HAWB-1"), cancelled().alsoAbout("HAWB-1"));
    for (int i = 2; i <= DeclarationShared.SHIPMENTS_MAX + 1; i++) {
      books.enter(declared("100.00").alsoAbout("HAWB-" + i));
    }

    books.enter(amended(9, "120.00").alsoAbout("HAWB-1"));

    assertThat(books.last())
        .isEqualTo(new Quarantined(ShipmentQuarantineCode.DECLARATION_ON_TOO_MANY));
    assertThat(books.taken()).isEqualTo(reserved("100.00"));
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  @Domain(RandomTraffic.class)
  @Domain(DomainContext.Global.class)
  void holds_once_whatever_happens(@ForAll World world, @ForAll List<AnEvent> events) {
    TestBooks traffic = world.books();
    for (AnEvent event : events) {
      traffic.enter(event);
      assertThat(holders(traffic.current()))
          .as("%s", traffic.shipments())
          .allSatisfy((declaration, shipments) -> assertThat(shipments).hasSize(1));
    }
  }

  private static Map<DeclarationNo, List<ShipmentId>> holders(Books books) {
    Map<DeclarationNo, List<ShipmentId>> holders = new HashMap<>();
    TestBooks.shipments(books)
        .values()
        .forEach(
            shipment ->
                shipment.requiredHolds().entrySet().stream()
                    .filter(declaration -> declaration.getValue().stands())
                    .filter(declaration -> isHeldFor(shipment, declaration.getKey()))
                    .forEach(
                        declaration ->
                            holders
                                .computeIfAbsent(declaration.getKey(), number -> new ArrayList<>())
                                .add(shipment.id())));
    return holders;
  }

  private static boolean isHeldFor(Shipment shipment, DeclarationNo declaration) {
    return shipment
        .coverOf(declaration)
        .hold()
        .filter(hold -> hold.holding().open() > 0)
        .isPresent();
  }

  private void assertHolds(String houseWaybill, String amount) {
    Cover cover = books.shipment(houseWaybill).coverOf(DECLARATION);
    assertThat(cover).isInstanceOf(Cover.Covered.class);
    assertThat(cover.hold().orElseThrow().holding()).isEqualTo(reserved(amount).holding());
  }

  private void assertRefused(String houseWaybill) {
    Shipment shipment = books.shipment(houseWaybill);
    assertThat(shipment.coverOf(DECLARATION))
        .isInstanceOfSatisfying(
            Cover.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.DUPLICATE);
              assertThat(refused.hold()).isEmpty();
            });
    assertThat(shipment.refusals()).isEmpty();
  }

  private static Matter duplicateOf(String houseWaybill) {
    return Matter.of(
        ShipmentExceptionCode.DECLARATION_DUPLICATE, AnEvent.DECLARATION + " " + houseWaybill);
  }
}
