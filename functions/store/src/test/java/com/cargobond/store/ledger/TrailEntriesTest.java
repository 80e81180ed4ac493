package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.store.memory.InMemoryLedger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trails tell: of each subject what happened to it, and nothing else. */
class TrailEntriesTest {

  private static final String DEPOSIT = "DEPOSIT#" + AnEvent.DEPOSIT;
  private static final String OTHER_DEPOSIT = "DEPOSIT#DEP-2";
  private static final String SLICE = "GUARANTEE#G-1#0";

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void of_a_mixed_group_each_subject_tells_its_own_events_only() {
    register(aGuarantee().active());
    tell(declared("1.00").about("HAWB-9").id("E-0"));

    tell(
        depositTaken("1000.00").id("E-1"),
        depositTaken("500.00").with("depositId", "DEP-2").id("E-2"),
        declared("100.00").id("E-3"),
        released().id("E-4"),
        departed().id("E-5"),
        // Comes again, and is set aside: neither happened to anything.
        declared("1.00").about("HAWB-9").id("E-0"),
        declared("2.00").id("E-3"),
        conversionApproved("A1", "300.00").id("E-6"));

    assertThat(messages(DEPOSIT)).containsExactly("E-1", "E-6");
    assertThat(messages(OTHER_DEPOSIT)).containsExactly("E-2");
    assertThat(messages(SLICE)).containsExactly("E-3");
    assertThat(last(OTHER_DEPOSIT).cause().decision()).isEqualTo("customs.deposit-taken.v1");
    assertThat(last(OTHER_DEPOSIT).cause().actor()).isEqualTo("customs");
    assertThat(last(SLICE).cause().decision()).isEqualTo("customs.declaration-accepted.v1");
  }

  @Test
  void a_slice_tells_of_the_events_that_moved_it_and_of_no_other_slices() {
    register(aGuarantee().inSlices(8).active());
    for (int i = 0; i < 40; i++) {
      tell(
          declared("1.00").about("HAWB-A" + i).id("A-" + i),
          declared("1.00").about("HAWB-B" + i).id("B-" + i));
    }

    assertThat(ledger.trail())
        .filteredOn(entry -> entry.subject().startsWith(SLICE.substring(0, SLICE.length() - 1)))
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry.cause().messageIds())
                    .hasSize((int) (reserved(entry.after()) - reserved(entry.before())) / 100));
  }

  @Test
  void headroom_that_many_slices_give_is_told_by_the_guarantee_and_by_the_slice_that_holds() {
    register(aGuarantee().inSlices(64).withLimit("6400.00").active());

    tell(declared("6400.00").id("E-1"));

    String guarantee = "GUARANTEE#G-1";
    assertThat(messages(guarantee)).containsExactly("E-1");
    assertThat(last(guarantee).after()).contains("limit 640000 reserved 640000");
    assertThat(ledger.trail())
        .filteredOn(entry -> entry.subject().startsWith(guarantee + "#"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.after()).contains("reserved 640000"));
  }

  @Test
  void an_approval_is_told_with_its_number_and_its_officers() {
    tell(depositTaken("1000.00"));

    tell(refundApproved("A1", "600.00"));

    assertThat(last(DEPOSIT).cause().decision()).isEqualTo("customs.deposit-refund-approved.v1 A1");
    assertThat(last(DEPOSIT).cause().actor()).isEqualTo("customs/officer-1,customs/officer-2");
  }

  @Test
  void a_refused_approval_is_told_with_the_rule_that_it_broke() {
    tell(depositTaken("1000.00"));

    tell(refundApproved("A1", "1000.01"));

    assertThat(last(DEPOSIT).before()).contains(" exceptions [] ");
    assertThat(last(DEPOSIT).after()).contains(" exceptions [APPROVAL_REFUSED A1 MORE_THAN_HELD] ");
  }

  private void register(Guarantee guarantee) {
    ledger.commit(
        AChange.aChange()
            .creating(guarantee)
            .claiming(
                Claim.once(
                    guarantee.registrationNo().orElseThrow().alias(), guarantee.id().value()))
            .build());
  }

  private void tell(AnEvent... group) {
    assertThat(
            new EventLedger(ledger)
                .apply(Arrays.stream(group).map(AnEvent::accepted).toList())
                .failure())
        .isEmpty();
  }

  private TrailEntry last(String subject) {
    return ledger.trail().stream()
        .filter(entry -> entry.subject().equals(subject))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private List<String> messages(String subject) {
    return last(subject).cause().messageIds().stream()
        .map(id -> id.substring(id.indexOf(' ') + 1))
        .toList();
  }

  private static long reserved(String snapshot) {
    return Long.parseLong(snapshot.replaceAll(".*reserved (\\d+).*", "$1"));
  }
}
