package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.money.Money;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.ListedGuarantee;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.guarantee.RequestFingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bank's and Customs' commands do on any ledger. */
public abstract class GuaranteeLedgerContract {

  private static final Cause CAUSE = Cause.of("test", "STEP", AChange.AT);

  private WatchedLedger ledger;
  private GuaranteeLedger guarantees;
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
    guarantees = new GuaranteeLedger(ledger);
  }

  @Test
  void issues_a_guarantee_that_waits_for_customs() {
    Guarantee issued = issue(Optional.empty(), "request");

    assertThat(issued.status()).isEqualTo(GuaranteeStatus.SUBMITTED);
    assertThat(guarantees.find(issued.id())).contains(issued);
  }

  @Test
  void answers_the_same_key_with_the_same_guarantee() {
    Guarantee first = issue(Optional.of("key"), "request");

    assertThat(issue(Optional.of("key"), "request")).isEqualTo(first);
    assertThat(guarantees.find(new GuaranteeId("G-2"))).isEmpty();
  }

  @Test
  void answers_the_same_key_with_the_guarantee_as_it_stands_now() {
    Guarantee first = issue(Optional.of("key"), "request");
    Guarantee active = guarantees.register(first.id(), new RegistrationNo("REG-1"), CAUSE);

    assertThat(issue(Optional.of("key"), "request")).isEqualTo(active);
  }

  @Test
  void refuses_the_same_key_with_another_request() {
    issue(Optional.of("key"), "request");

    assertRefused(RefusalCode.DUPLICATE, () -> issue(Optional.of("key"), "another"));
  }

  @Test
  void answers_a_request_that_was_issued_by_an_earlier_version() {
    Guarantee first = issue(Optional.of("key"), "of earlier versions");

    assertThat(issue(Optional.of("key"), "request")).isEqualTo(first);
  }

  @Test
  void issues_another_guarantee_without_a_key_or_under_another() {
    Set<GuaranteeId> issued =
        Set.of(
            issue(Optional.empty(), "request").id(),
            issue(Optional.empty(), "request").id(),
            issue(Optional.of("one"), "request").id(),
            issue(Optional.of("two"), "request").id());

    assertThat(issued).hasSize(4);
  }

  @Test
  void refuses_a_number_under_which_the_guarantor_has_issued() {
    GuaranteeTerms terms = aGuarantee().numbered("LG-TWICE").terms();
    guarantees.issue(Optional.of("first"), asked("request"), this::newId, terms, 1, CAUSE);

    assertRefused(
        RefusalCode.DUPLICATE,
        () -> guarantees.issue(Optional.empty(), asked("request"), this::newId, terms, 1, CAUSE));
    assertRefused(
        RefusalCode.DUPLICATE,
        () ->
            guarantees.issue(
                Optional.of("second"), asked("request"), this::newId, terms, 1, CAUSE));
    assertThat(
            guarantees
                .issue(Optional.of("first"), asked("request"), this::newId, terms, 1, CAUSE)
                .terms())
        .isEqualTo(terms);
  }

  @Test
  void amends_once_for_one_key() throws Exception {
    Guarantee issued = issue(Optional.empty(), "request");

    Set<Guarantee> amended = together(4, () -> amend(issued, "key", "2000.00"));

    assertThat(amended).extracting(Guarantee::version).containsOnly(issued.version() + 1);
    assertThat(guarantees.find(issued.id()).orElseThrow().version())
        .isEqualTo(issued.version() + 1);
    assertThat(amend(issued, "other", "2000.00").version()).isEqualTo(issued.version() + 2);
  }

  @Test
  void refuses_the_key_of_an_amendment_for_another() {
    Guarantee issued = issue(Optional.of("issue"), "request");
    amend(issued, "key", "2000.00");

    assertRefused(RefusalCode.DUPLICATE, () -> amend(issued, "key", "3000.00"));
    assertRefused(RefusalCode.DUPLICATE, () -> amend(issued, "issue", "3000.00"));
    assertThat(guarantees.find(issued.id()).orElseThrow().terms().limit())
        .isEqualTo(TestMoney.yuan("2000.00"));
  }

  private Guarantee amend(Guarantee guarantee, String key, String limit) {
    Amendment amendment =
        new Amendment(
            Optional.of(TestMoney.yuan(limit)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return guarantees.amend(Optional.of(key), asked(limit), guarantee.id(), amendment, CAUSE);
  }

  @Test
  void lists_every_guarantee_as_it_stands() {
    Guarantee submitted = issue(Optional.empty(), "request");
    Guarantee active =
        guarantees.register(
            issue(Optional.empty(), "request").id(), new RegistrationNo("REG-1"), CAUSE);

    Page<ListedGuarantee> first = Asked.of(ledger).listedGuarantees(1, Optional.empty());
    Page<ListedGuarantee> second = Asked.of(ledger).listedGuarantees(1, first.after());

    assertThat(List.of(first.items().getFirst(), second.items().getFirst()))
        .containsExactly(ListedGuarantee.of(submitted), ListedGuarantee.of(active));
    assertThat(second.after()).isEmpty();
  }

  @Test
  void issues_once_when_the_same_request_arrives_many_times_at_once() throws Exception {
    Set<GuaranteeId> issued = together(4, () -> issue(Optional.of("key"), "request").id());

    assertThat(issued).hasSize(1);
  }

  @Test
  void knows_the_lanes_and_currencies_of_an_operator() {
    assertThat(guarantees.operator(AGuarantee.OPERATOR).lanes()).isEqualTo(1);

    issueInSlices(8, "CNY");
    issueInSlices(2, "HKD");

    assertThat(guarantees.operator(AGuarantee.OPERATOR))
        .isEqualTo(new OperatorProfile(AGuarantee.OPERATOR, 8, Set.of("CNY", "HKD")));
  }

  @Test
  void finds_a_guarantee_by_its_registration_number() {
    Guarantee issued = issue(Optional.empty(), "request");

    Guarantee active = guarantees.register(issued.id(), new RegistrationNo("REG-1"), CAUSE);

    assertThat(active.status()).isEqualTo(GuaranteeStatus.ACTIVE);
    assertThat(guarantees.find(new RegistrationNo("REG-1"))).contains(active);
    assertThat(guarantees.find(new RegistrationNo("REG-2"))).isEmpty();
  }

  @Test
  void refuses_a_registration_number_that_is_taken() {
    Guarantee first = issue(Optional.empty(), "request");
    Guarantee second = issue(Optional.empty(), "request");
    guarantees.register(first.id(), new RegistrationNo("REG-1"), CAUSE);

    assertRefused(
        RefusalCode.DUPLICATE,
        () -> guarantees.register(second.id(), new RegistrationNo("REG-1"), CAUSE));
    assertThat(guarantees.find(second.id()).orElseThrow().status())
        .isEqualTo(GuaranteeStatus.SUBMITTED);
  }

  @Test
  void refuses_commands_on_what_it_does_not_know() {
    assertRefused(
        RefusalCode.NOT_FOUND,
        () -> guarantees.change(new GuaranteeId("G-9"), Guarantee::suspend, CAUSE));
  }

  @Test
  void refuses_what_the_state_forbids_and_writes_nothing() {
    Guarantee issued = issue(Optional.empty(), "request");

    assertRefused(
        RefusalCode.WRONG_STATE, () -> guarantees.change(issued.id(), Guarantee::resume, CAUSE));
    assertThat(guarantees.find(issued.id())).contains(issued);
  }

  @Test
  void carries_out_amendments_that_arrive_at_once_one_after_the_other() throws Exception {
    Guarantee issued = issue(Optional.empty(), "request");

    Set<Integer> versions =
        together(
            4,
            () ->
                guarantees
                    .change(issued.id(), guarantee -> guarantee.amend(increase(guarantee)), CAUSE)
                    .version());

    assertThat(versions).containsExactlyInAnyOrder(2, 3, 4, 5);
    Guarantee amended = guarantees.find(issued.id()).orElseThrow();
    assertThat(amended.terms().limit()).isEqualTo(TestMoney.yuan("1400.00"));
    assertThat(amended.position().limit()).isEqualTo(140_000);
  }

  @Test
  void a_command_gets_through_while_every_slice_is_written_again_and_again() {
    Guarantee issued = issueInSlices(Guarantee.SLICES_MAX, TestMoney.yuan("64000.00"));
    guarantees.register(issued.id(), new RegistrationNo("REG-1"), CAUSE);
    BusySlices carriers = new BusySlices(ledger.inner, Guarantee.SLICES_MAX);
    ledger.beforeEveryCommit(carriers::writeAll);

    Guarantee suspended = guarantees.change(issued.id(), Guarantee::suspend, CAUSE);

    assertThat(suspended.status()).isEqualTo(GuaranteeStatus.SUSPENDED);
    assertThat(suspended.position().reserved()).isEqualTo(64 * 101_00);
    assertThat(ledger.announcements).hasSize(1);
    assertThat(carriers.gaveWay()).isEqualTo(Guarantee.SLICES_MAX);

    carriers.writeAll();

    assertThat(carriers.gaveWay()).isEqualTo(Guarantee.SLICES_MAX);
    assertThat(guarantees.find(issued.id()))
        .map(Guarantee::status)
        .contains(GuaranteeStatus.SUSPENDED);
  }

  @Test
  void a_command_that_nobody_gets_in_the_way_of_is_not_announced() {
    Guarantee issued = issue(Optional.empty(), "request");

    guarantees.register(issued.id(), new RegistrationNo("REG-1"), CAUSE);

    assertThat(ledger.announcements).isEmpty();
  }

  @Test
  void a_command_is_announced_again_when_another_has_taken_the_announcement_away() {
    Guarantee issued = issue(Optional.empty(), "request");
    GuaranteeLedger other = new GuaranteeLedger(ledger.inner);
    Runnable interruption = () -> other.change(issued.id(), g -> g.amend(increase(g)), CAUSE);
    List<Runnable> interruptions = new ArrayList<>(Collections.nCopies(3, interruption));
    ledger.beforeEveryCommit(
        () -> {
          if (!interruptions.isEmpty()) {
            interruptions.removeFirst().run();
          }
        });

    guarantees.change(issued.id(), g -> g.amend(increase(g)), CAUSE);

    assertThat(ledger.announcements).hasSize(2);
    assertThat(Asked.of(ledger).guarantee(issued.id()).orElseThrow().announced()).isEmpty();
  }

  private static Amendment increase(Guarantee guarantee) {
    Money more = guarantee.terms().limit().plus(TestMoney.yuan("100.00"));
    return new Amendment(
        Optional.of(more), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Guarantee issue(Optional<String> key, String request) {
    // A request that is repeated names the same number; any other, one of its own.
    String number = key.orElseGet(() -> "LG-" + numbers.incrementAndGet());
    return guarantees.issue(
        key, asked(request), this::newId, aGuarantee().numbered(number).terms(), 4, CAUSE);
  }

  private void issueInSlices(int slices, String currency) {
    issueInSlices(slices, new Money(1000, Money.currency(currency)));
  }

  private Guarantee issueInSlices(int slices, Money limit) {
    return guarantees.issue(
        Optional.empty(),
        asked("request"),
        this::newId,
        aGuarantee().numbered("LG-" + numbers.incrementAndGet()).withLimit(limit).terms(),
        slices,
        CAUSE);
  }

  private static RequestFingerprint asked(String request) {
    return new RequestFingerprint(request, "of earlier versions");
  }

  private GuaranteeId newId() {
    return new GuaranteeId("G-" + ids.incrementAndGet());
  }

  private static <T> Set<T> together(int count, Callable<T> task) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      Set<T> results = new java.util.HashSet<>();
      for (Future<T> done :
          threads.invokeAll(IntStream.range(0, count).mapToObj(i -> task).toList())) {
        results.add(done.get());
      }
      return results;
    }
  }

  private static void assertRefused(RefusalCode code, ThrowingCallable command) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(command)
        .extracting(Refused::code)
        .isEqualTo(code);
  }
}
