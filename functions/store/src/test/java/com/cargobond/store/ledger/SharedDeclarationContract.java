package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.reserved;
import static com.cargobond.store.ledger.AChange.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.domain.shipment.ShipmentExceptionCode;
import com.cargobond.store.ledger.CommitResult.Committed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A declaration that is filed on several house waybills, on any ledger. */
public abstract class SharedDeclarationContract {

  private static final DeclarationNo DECLARATION = new DeclarationNo(AnEvent.DECLARATION);

  private final AnEvent first = declared("100.00");
  private final AnEvent second =
      declared("100.00").alsoAbout("HAWB-2").at("2026-03-02T10:30:00+08:00");
  private WatchedLedger ledger;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
  }

  @Test
  void holds_once_in_one_transaction_for_both() {
    register(aGuarantee().active());
    apply(second);

    apply(first);

    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-1");
    assertRefused("HAWB-2");
    assertThat(ledger.commits).hasSize(2);
    assertThat(shipmentsIn(ledger.commits.getLast())).hasSize(2);
    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::code)
        .containsOnly(ShipmentExceptionCode.DECLARATION_DUPLICATE.name())
        .hasSize(2);
    assertThat(Asked.of(ledger).openHolds(new GuaranteeId("G-1"), 10, Optional.empty()).items())
        .containsExactly(id("HAWB-1"));
  }

  @Test
  void holds_once_for_both_in_one_group() {
    register(aGuarantee().active());

    apply(second, first, released().alsoAbout("HAWB-2"));

    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-2");
    assertRefused("HAWB-1");
    assertThat(ledger.commits).hasSize(1);
  }

  @Test
  void is_read_and_written_once_more_for_its_first_filing_and_not_after_that() {
    register(aGuarantee().active());

    apply(first);
    apply(released(), assessed("90.00"));

    assertThat(ledger.commits).extracting(commit -> commit.aliases().size()).containsExactly(1, 0);
    assertThat(ledger.shipmentsRead).as("once for each group").isEqualTo(2);
  }

  @Test
  void holds_once_when_the_other_is_filed_between_reading_and_writing() {
    register(aGuarantee().active());
    ledger.beforeNextCommit(() -> applyInBetween(first));

    apply(second);

    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-1");
    assertRefused("HAWB-2");
  }

  @Test
  void is_decided_again_when_the_other_changes_between_reading_and_writing() {
    register(aGuarantee().active());
    apply(first, second, released(), released().alsoAbout("HAWB-2"));
    ledger.beforeNextCommit(() -> applyInBetween(assessed("70.00")));

    apply(assessed("80.00").alsoAbout("HAWB-2"));

    assertThat(taken()).isEqualTo(reserved("80.00"));
    assertRefused("HAWB-1");
    assertHolds("HAWB-2");
  }

  @Test
  void passes_to_the_other_when_it_is_cancelled() {
    register(aGuarantee().active());
    apply(first);
    apply(second);

    apply(cancelled());

    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-2");
    assertThat(ledger.openExceptions(Optional.empty())).isEmpty();
  }

  /** Who bears a declaration was not kept then; the first event that names it makes good. */
  @Test
  void holds_twice_of_what_was_filed_before_that_was_kept_until_it_is_named_again() {
    TestBooks earlier = TestBooks.with(aGuarantee().active()).enter(first);
    register(earlier.guarantee());
    assertThat(ledger.inner.commit(aChange().creating(earlier.shipment()).build()))
        .isEqualTo(new Committed());
    apply(second);
    assertThat(taken()).isEqualTo(reserved("200.00"));

    apply(inspected());

    assertThat(taken()).isEqualTo(reserved("100.00"));
    assertHolds("HAWB-1");
    assertRefused("HAWB-2");
  }

  private void register(Guarantee guarantee) {
    assertThat(
            ledger.inner.commit(
                aChange()
                    .creating(guarantee)
                    .claiming(
                        Claim.once(
                            guarantee.registrationNo().orElseThrow().alias(),
                            guarantee.id().value()))
                    .build()))
        .isEqualTo(new Committed());
  }

  private void apply(AnEvent... group) {
    apply(ledger, group);
  }

  private void applyInBetween(AnEvent event) {
    apply(ledger.inner, event);
  }

  private static void apply(Ledger to, AnEvent... group) {
    EventLedger.Progress progress =
        new EventLedger(to).apply(Arrays.stream(group).map(AnEvent::accepted).toList());
    assertThat(progress.failure()).isEmpty();
    assertThat(progress.outcomes()).hasSize(group.length);
  }

  private Taken taken() {
    return Taken.of(
        Asked.of(ledger.inner).guarantee(new GuaranteeId("G-1")).orElseThrow().value().position());
  }

  private void assertHolds(String houseWaybill) {
    assertThat(shipment(houseWaybill).coverOf(DECLARATION)).isInstanceOf(Cover.Covered.class);
  }

  private void assertRefused(String houseWaybill) {
    assertThat(shipment(houseWaybill).coverOf(DECLARATION))
        .isInstanceOfSatisfying(
            Cover.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(RefusalCode.DUPLICATE));
  }

  private Shipment shipment(String houseWaybill) {
    return List.copyOf(Asked.of(ledger.inner).shipments(Set.of(id(houseWaybill))).values())
        .getFirst()
        .value();
  }

  private static ShipmentId id(String houseWaybill) {
    return new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill(houseWaybill));
  }

  private static List<Shipment> shipmentsIn(LedgerChange change) {
    return change.subjects().stream()
        .map(LedgerChange.SubjectChange::after)
        .filter(Shipment.class::isInstance)
        .map(Shipment.class::cast)
        .toList();
  }
}
