package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.LoneApproval;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.QuarantineCode;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deposit.DepositExceptions;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.OpenException.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what needs a person is kept and seen to, on any ledger. */
public abstract class ExceptionLedgerContract {

  private static final Instant AT = AChange.AT;
  private static final OpenException LETTER = letter("m-1", "OPERATOR-0", AT);

  private WatchedLedger ledger;
  private ExceptionLedger exceptions;

  /** A ledger on which nothing was written. */
  protected abstract Ledger newLedger();

  @BeforeEach
  void begin() {
    ledger = new WatchedLedger(newLedger());
    exceptions = new ExceptionLedger(ledger);
  }

  @Test
  void lists_every_kind_page_by_page_and_the_oldest_first() {
    List<OpenException> opened = new ArrayList<>();
    // Written with no, three and six digits of a second, which do not sort as texts.
    for (long micros : List.of(500_000L, 0L, 1_500_000L, 1_000_001L, 1_000_000L, 500_000L)) {
      Instant since = AT.plusNanos(1_000 * micros);
      opened.add(letter("m-" + micros, "GROUP-" + opened.size(), since));
      opened.add(OpenException.unpublished("m-" + opened.size(), "{}", since));
    }
    opened.add(quarantined("1.00", AT.plusSeconds(1)));
    opened.forEach(one -> exceptions.open(one, "test"));

    List<OpenException> listed = opened.stream().map(OpenException::withoutContent).toList();
    for (int pageSize : List.of(1, 3, 13, 100)) {
      assertThat(readAll(pageSize))
          .containsExactlyElementsOf(listed.stream().sorted(OpenException.OLDEST_FIRST).toList());
    }
    assertThat(listed).allSatisfy(one -> assertThat(exceptions.find(one.id())).isEqualTo(one));
  }

  @Test
  void different_things_that_are_set_aside_for_one_subject_and_code_are_one_entry_and_all_kept() {
    for (int i = 0; i < 3; i++) {
      exceptions.open(quarantined(i + ".00", AT.plusSeconds(i)), "test");
    }

    OpenException entry = readAll(10).getFirst();
    assertThat(readAll(10)).hasSize(1);
    assertThat(entry.count()).isEqualTo(3);
    assertThat(entry.reference()).isEqualTo(quarantined("0.00", AT).reference());
    assertThat(List.of(entry.since(), entry.last())).containsExactly(AT, AT.plusSeconds(2));
    assertThat(contents(entry)).hasSize(3);
    assertThat(exceptions.firstSetAside(entry).orElseThrow().content())
        .isEqualTo(new Content.Event(paid("0.00").event()));
  }

  @Test
  void the_same_thing_set_aside_twice_is_kept_and_counted_once() {
    exceptions.open(quarantined("1.00", AT), "test");
    exceptions.open(quarantined("2.00", AT), "test");
    exceptions.open(quarantined("2.00", AT.plusSeconds(9)), "test");

    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(2);
    assertThat(contents(readAll(10).getFirst())).hasSize(2);
  }

  @Test
  void what_several_set_aside_at_one_moment_is_all_counted() {
    ledger.beforeNextCommit(
        () -> new ExceptionLedger(ledger.inner).open(quarantined("2.00", AT), "other"));

    exceptions.open(quarantined("1.00", AT), "test");

    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(2);
    assertThat(contents(readAll(10).getFirst())).hasSize(2);
  }

  @Test
  void many_events_of_one_shipment_that_are_too_many_are_one_entry() {
    List<ReceivedEvent> events =
        IntStream.range(0, Shipment.CARGO_EVENTS_MAX + 25)
            .mapToObj(i -> AnEvent.discrepancy().id("E-" + i).accepted())
            .toList();

    new EventLedger(ledger).apply(events);

    OpenException entry = readAll(only(OpenException.EVENT, "TOO_MANY_EVENTS"), 10).getFirst();
    assertThat(readAll(10)).hasSize(2);
    assertThat(entry.count()).isEqualTo(25);
    assertThat(contents(entry)).hasSize(25);
  }

  @Test
  void what_a_caller_tells_of_refunds_that_there_are_not_is_one_entry_with_a_bounded_count() {
    for (int i = 0; i < OpenException.COUNT_MAX + 5; i++) {
      exceptions.open(toldOf("RF-" + i, "bank-1", AT.plusSeconds(i)), "test");
    }
    exceptions.open(toldOf("RF-1", "bank-2", AT.plusSeconds(5_000)), "test");

    assertThat(readAll(10))
        .extracting(OpenException::subject, OpenException::count)
        .containsExactly(
            tuple("caller bank-1", OpenException.COUNT_MAX), tuple("caller bank-2", 1));
    assertThat(ledger.commits.getLast().opened()).hasSize(1);
  }

  @Test
  void an_approval_by_one_officer_is_the_deposits_matter_or_of_an_unknown_one_the_callers() {
    LoneApproval known = new LoneApproval(new DepositId("DEP-1"), new ApprovalNo("A-1"));
    for (int i = 0; i < 3; i++) {
      LoneApproval madeUp = new LoneApproval(new DepositId("D-" + i), new ApprovalNo("A-1"));
      exceptions.open(DepositExceptions.of(madeUp, false, "customs-1", AT), "test");
    }
    exceptions.open(DepositExceptions.of(known, true, "customs-1", AT), "test");
    exceptions.open(DepositExceptions.of(known, true, "customs-2", AT), "test");

    assertThat(readAll(10))
        .extracting(OpenException::subject, OpenException::count)
        .containsExactlyInAnyOrder(tuple("caller customs-1", 3), tuple("DEP-1", 1));
  }

  private static OpenException toldOf(String refund, String caller, Instant since) {
    Uetr uetr = new Uetr("0a63b0a6-5f3c-4c55-8f3e-1b8a2f6f9d10");
    return DepositExceptions.toldOfUnknown(refund, uetr, PaymentOutcome.SETTLED, caller, since)
        .orElseThrow();
  }

  private static OpenException quarantined(String amount, Instant since) {
    return OpenException.quarantined(
        paid(amount).accepted(),
        Shipment.KIND.ref(paid(amount).event().shipment().toString()),
        QuarantineCode.ID_REUSED,
        since);
  }

  private List<SetAside> contents(OpenException entry) {
    List<SetAside> read = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<SetAside> page = exceptions.setAside(entry, 2, after);
      read.addAll(page.items());
      after = page.after();
    } while (after.isPresent());
    return read;
  }

  @Test
  void what_a_deposit_needs_a_person_for_is_open_until_it_is_settled() {
    tell(refundApproved("A1", "1000.00"));

    OpenException open = readAll(10).getFirst();
    assertThat(open.kind()).isEqualTo("DEPOSIT");
    assertThat(open.subject()).isEqualTo(AnEvent.DEPOSIT);
    assertThat(open.code()).isEqualTo("DEPOSIT_UNKNOWN");
    assertThat(open.meaning(Capabilities.ALL)).isNotBlank();
    assertThat(open.remedy(Capabilities.ALL)).isNotBlank();

    tell(depositTaken("1000.00"));

    assertThat(readAll(10)).isEmpty();
  }

  @Test
  void what_a_shipment_needs_a_person_for_is_open() {
    tell(AnEvent.discrepancy());

    assertThat(readAll(10)).extracting(OpenException::code).containsExactly("DISCREPANCY");
    assertThat(readAll(10)).extracting(OpenException::kind).containsExactly("SHIPMENT");
  }

  @Test
  void further_matters_of_one_code_are_counted_and_keep_since_when_the_first_stands() {
    tell(AnEvent.discrepancy().id("E-1"));
    OpenException first = readAll(10).getFirst();

    new EventLedger(ledger)
        .apply(
            List.of(
                new ReceivedEvent(
                    AnEvent.discrepancy().id("E-2").event(), first.since().plusSeconds(3600))));

    assertThat(first.count()).isEqualTo(1);
    assertThat(readAll(10))
        .containsExactly(
            first.counting(2).standing(first.since(), first.since().plusSeconds(3600)));
  }

  @Test
  void a_matter_that_is_settled_is_counted_no_more() {
    tell(refundApproved("A1", "2000.00"), refundApproved("A2", "100.00"));
    OpenException both = readAll(10).getFirst();
    assertThat(both.code()).isEqualTo("DEPOSIT_UNKNOWN");
    assertThat(both.count()).isEqualTo(2);

    tell(depositTaken("1000.00"));

    assertThat(readAll(10))
        .extracting(OpenException::code, OpenException::reference, OpenException::count)
        .containsExactly(tuple("APPROVAL_REFUSED", "A1", 1));
  }

  @Test
  void what_was_closed_comes_back_when_a_further_matter_comes_up() {
    tell(AnEvent.discrepancy().id("E-1"));
    exceptions.close(readAll(10).getFirst().id(), "ops-1", "found", AT);
    assertThat(readAll(10)).isEmpty();

    tell(AnEvent.discrepancy().id("E-2"));

    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(2);
  }

  @Test
  void what_was_closed_stays_closed_when_one_of_its_matters_goes() {
    Deposit none = Deposit.unknown(new DepositId(AnEvent.DEPOSIT));
    Deposit first = none.learn(refundApproved("A1", "1.00").event(), AT);
    Deposit both = first.learn(refundApproved("A2", "2.00").event(), AT);
    become(both);
    exceptions.close(readAll(10).getFirst().id(), "ops-1", "asked Customs", AT);

    become(first);

    assertThat(readAll(10)).isEmpty();
  }

  @Test
  void a_person_closes_only_as_many_matters_as_were_read() {
    tell(AnEvent.discrepancy().id("E-1"));
    OpenException read = readAll(10).getFirst();
    ledger.beforeNextCommit(
        () ->
            new EventLedger(ledger.inner)
                .apply(List.of(AnEvent.discrepancy().id("E-2").accepted())));

    assertRefused(RefusalCode.WRONG_STATE, () -> exceptions.close(read.id(), "ops-1", "done", AT));

    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(2);
  }

  @Test
  void an_entry_of_an_earlier_version_is_listed_and_goes_with_its_matter() {
    tell(refundApproved("A1", "1000.00"));
    OpenException entry = readAll(10).getFirst();
    exceptions.open(earlier(entry), "test");
    assertThat(readAll(10)).containsExactlyInAnyOrder(entry, earlier(entry));

    tell(depositTaken("1000.00"));

    assertThat(readAll(10)).isEmpty();
  }

  @Test
  void an_entry_of_an_earlier_version_is_found_and_closed_under_its_id() {
    tell(refundApproved("A1", "1000.00"));
    OpenException entry = readAll(10).getFirst();
    exceptions.open(earlier(entry), "test");

    assertThat(exceptions.find(entry.matterId())).isEqualTo(earlier(entry));
    exceptions.close(entry.matterId(), "ops-1", "asked Customs", AT);

    assertThat(readAll(10)).containsExactly(entry);
  }

  private void become(Deposit after) {
    Stored<Deposit> before = Asked.of(ledger).deposits(Set.of(after.id())).get(after.id());
    LedgerChange change =
        LedgerChange.because(Cause.of("test", "WRITE", AT))
            .changing(ledger.codec(Deposit.KIND), before, after)
            .build();
    assertThat(ledger.commit(change)).isEqualTo(new Committed());
  }

  /** With an id of the matter, as all had it. */
  private static OpenException earlier(OpenException entry) {
    return new OpenException(
        entry.matterId(),
        entry.kind(),
        entry.subject(),
        entry.code(),
        entry.reference(),
        entry.detail(),
        1,
        entry.since(),
        entry.since(),
        entry.content());
  }

  @Test
  void what_is_sent_again_leaves_the_list_once() {
    exceptions.open(LETTER, "test");

    exceptions.resend(LETTER.id(), "ops-1", event -> null, AT);

    assertThat(readAll(10)).isEmpty();
    assertThat(sent())
        .extracting(Resend::queue, Resend::group, Resend::body)
        .containsExactly(tuple(MessageQueue.CARGO_EVENTS, "OPERATOR-0", "{"));
    assertRefused(
        RefusalCode.NOT_FOUND, () -> exceptions.resend(LETTER.id(), "ops-1", e -> null, AT));
  }

  @Test
  void an_event_is_sent_again_as_it_is_queued() {
    OpenException open = quarantined("1.00", AT);
    exceptions.open(open, "test");

    exceptions.resend(
        open.id(),
        "ops-1",
        content -> new Content.Message(MessageQueue.CARGO_EVENTS, "LANE", content.event().id()),
        AT);

    assertThat(sent())
        .extracting(Resend::group, Resend::body)
        .containsExactly(tuple("LANE", paid("1.00").accepted().event().id()));
  }

  @Test
  void an_entry_of_many_is_sent_again_in_pieces_and_leaves_the_list_with_the_last() {
    int all = Resending.SENT_AT_ONCE_MAX + 2;
    IntStream.range(0, all).forEach(i -> exceptions.open(letter("m-" + i), "test"));
    String id = readAll(10).getFirst().id();

    assertThat(exceptions.resend(id, "ops-1", event -> null, AT))
        .isEqualTo(new ExceptionLedger.Resent(Resending.SENT_AT_ONCE_MAX, true));
    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(2);
    assertThat(exceptions.resend(id, "ops-1", event -> null, AT))
        .isEqualTo(new ExceptionLedger.Resent(2, false));

    assertThat(readAll(10)).isEmpty();
    assertThat(sent()).extracting(Resend::id).doesNotHaveDuplicates().hasSize(all);
  }

  @Test
  void what_fails_again_while_many_are_sent_again_waits_for_another_time() {
    exceptions.open(letter("m-1"), "test");
    exceptions.open(letter("m-2"), "test");
    Instant later = AT.plusSeconds(1);

    for (int i = 0; i < 3; i++) {
      ExceptionLedger.Resent resent =
          exceptions.resendAll(ExceptionFilter.ALL, 1, AT, "ops-1", event -> null, later);
      exceptions.open(letter("again-" + i, "OPERATOR-0", later), "test");
      assertThat(resent).isEqualTo(new ExceptionLedger.Resent(i < 2 ? 1 : 0, i < 1));
    }

    assertThat(sent()).hasSize(2);
    assertThat(readAll(10)).extracting(OpenException::count).containsExactly(3);
  }

  @Test
  void what_was_closed_is_not_sent_with_what_came_up_later() {
    exceptions.open(letter("m-1"), "test");
    exceptions.close(readAll(10).getFirst().id(), "ops-1", "seen to", AT);

    exceptions.open(letter("m-2", "OPERATOR-0", AT.plusSeconds(1)), "test");
    OpenException entry = readAll(10).getFirst();
    exceptions.resend(entry.id(), "ops-1", event -> null, AT.plusSeconds(2));

    assertThat(entry.count()).isEqualTo(1);
    assertThat(sent()).hasSize(1);
  }

  private List<Resend> sent() {
    return ledger.commits.stream()
        .flatMap(change -> change.settled().stream())
        .flatMap(settled -> settled.sent().stream())
        .map(SettledException.Sent::resend)
        .toList();
  }

  @Test
  void what_came_up_again_meanwhile_is_not_taken_for_the_earlier() {
    exceptions.open(LETTER, "test");
    ledger.beforeNextCommit(
        () -> exceptions.open(letter("m-2", "OPERATOR-0", AT.plusSeconds(1)), "test"));

    assertRefused(
        RefusalCode.WRONG_STATE, () -> exceptions.close(LETTER.id(), "ops-1", "done", AT));

    assertThat(readAll(10)).hasSize(1);
  }

  @Test
  void nothing_is_sent_again_where_nothing_was_set_aside() {
    tell(AnEvent.discrepancy());
    String id = readAll(10).getFirst().id();

    assertRefused(RefusalCode.WRONG_STATE, () -> exceptions.resend(id, "ops-1", event -> null, AT));
    exceptions.close(id, "ops-1", "the carrier found the parcel", AT);

    assertThat(readAll(10)).isEmpty();
  }

  @Test
  void lists_one_kind_and_code_page_by_page() {
    List<OpenException> wanted =
        IntStream.range(0, 25)
            .mapToObj(i -> letter("m-1", "GROUP-" + i, AT).withoutContent())
            .toList();
    IntStream.range(0, 25)
        .mapToObj(i -> letter("m-1", "GROUP-" + i, AT))
        .forEach(one -> exceptions.open(one, "test"));
    exceptions.open(OpenException.unpublished("m-2", "{}", AT), "test");
    tell(AnEvent.discrepancy(), refundApproved("A1", "1000.00"));

    for (int pageSize : List.of(1, 10, 24, 25, 100)) {
      assertThat(readAll(only(OpenException.MESSAGE, "DEAD_LETTER"), pageSize))
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
    assertThat(readAll(only("DEPOSIT", "DEPOSIT_UNKNOWN"), 10)).hasSize(1);
    assertThat(readAll(only("DEPOSIT", "DEAD_LETTER"), 10)).isEmpty();
    assertThat(readAll(of("message"), 10)).hasSize(26);
    assertThat(readAll(of("shipment"), 10)).hasSize(1);
    assertThat(readAll(of("deposit"), 10)).hasSize(1);
  }

  @Test
  void a_quarantined_event_concerns_the_shipment_or_the_deposit_that_it_is_about() {
    exceptions.open(quarantined("1.00", AT), "test");
    exceptions.open(
        OpenException.quarantined(
            depositTaken("1.00").accepted(),
            Deposit.KIND.ref(AnEvent.DEPOSIT),
            QuarantineCode.ID_REUSED,
            AT),
        "test");

    assertThat(readAll(of("shipment"), 10))
        .extracting(OpenException::subject)
        .containsExactly(paid("1.00").event().shipment().toString());
    assertThat(readAll(of("deposit"), 10))
        .extracting(OpenException::subject)
        .containsExactly(AnEvent.DEPOSIT);
    assertThat(contents(readAll(of("deposit"), 10).getFirst()))
        .extracting(SetAside::content)
        .containsExactly(new Content.Event(depositTaken("1.00").event()));
  }

  private static ExceptionFilter of(String capability) {
    return new ExceptionFilter(Optional.empty(), Optional.empty(), Optional.of(capability));
  }

  @Test
  void sends_again_as_many_of_one_kind_as_are_asked_for_and_says_whether_there_are_more() {
    IntStream.range(0, 5).forEach(i -> exceptions.open(letter("m-" + i), "test"));
    tell(AnEvent.discrepancy());
    ExceptionFilter messages = only(OpenException.MESSAGE, "DEAD_LETTER");

    assertThat(resendAll(messages, 3)).isEqualTo(new ExceptionLedger.Resent(3, true));
    assertThat(resendAll(messages, 3)).isEqualTo(new ExceptionLedger.Resent(2, false));

    assertThat(resendAll(messages, 3)).isEqualTo(new ExceptionLedger.Resent(0, false));
    assertThat(readAll(10)).extracting(OpenException::code).containsExactly("DISCREPANCY");
    assertThat(ledger.commits.stream().flatMap(change -> change.settled().stream())).hasSize(2);
  }

  @Test
  void finds_what_is_sent_again_behind_more_of_others_than_a_page_shows() {
    IntStream.range(0, Ledger.PAGE_SIZE_MAX + 1)
        .forEach(i -> exceptions.open(letter("m-1", "GROUP-" + i, AT), "test"));
    exceptions.open(quarantined("1.00", AT.plusSeconds(1)), "test");

    assertThat(
            exceptions.resendAll(
                only(OpenException.EVENT, "ID_REUSED"),
                1,
                AT.plusSeconds(1),
                "ops-1",
                event -> new Content.Message(MessageQueue.CARGO_EVENTS, "LANE", "{}"),
                AT.plusSeconds(2)))
        .isEqualTo(new ExceptionLedger.Resent(1, false));
  }

  @Test
  void passes_over_what_somebody_else_sends_again_meanwhile() {
    IntStream.range(0, 2).forEach(i -> exceptions.open(letter("m-" + i), "test"));
    ledger.beforeNextCommit(
        () -> resendAll(new ExceptionLedger(ledger.inner), ExceptionFilter.ALL, 100));

    assertThat(resendAll(ExceptionFilter.ALL, 100)).isEqualTo(new ExceptionLedger.Resent(0, false));
    assertThat(readAll(10)).isEmpty();
  }

  private ExceptionLedger.Resent resendAll(ExceptionFilter filter, int limit) {
    return resendAll(exceptions, filter, limit);
  }

  private static ExceptionLedger.Resent resendAll(
      ExceptionLedger exceptions, ExceptionFilter filter, int limit) {
    return exceptions.resendAll(filter, limit, AT, "ops-1", event -> null, AT);
  }

  private static ExceptionFilter only(String kind, String code) {
    return new ExceptionFilter(Optional.of(kind), Optional.of(code), Optional.empty());
  }

  private static OpenException letter(String messageId) {
    return letter(messageId, "OPERATOR-0", AT);
  }

  private static OpenException letter(String messageId, String group, Instant since) {
    return OpenException.deadLetter(
        new Content.Message(MessageQueue.CARGO_EVENTS, group, "{"), messageId, since);
  }

  private static void assertRefused(RefusalCode code, Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private void tell(AnEvent... events) {
    new EventLedger(ledger).apply(Arrays.stream(events).map(AnEvent::accepted).toList());
  }

  private List<OpenException> readAll(int pageSize) {
    return readAll(ExceptionFilter.ALL, pageSize);
  }

  private List<OpenException> readAll(ExceptionFilter filter, int pageSize) {
    List<OpenException> read = new ArrayList<>();
    Optional<ExceptionPlace> after = Optional.empty();
    do {
      Page<OpenException> page = exceptions.list(filter, pageSize, after);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(pageSize);
      read.addAll(page.items());
      after = page.after().map(ExceptionPlace::parse);
    } while (after.isPresent());
    return read;
  }
}
