package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.NewMatters;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.payment.OwedPayment;
import com.cargobond.store.payment.PaymentLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every capability of a list owes to the rest, shown by stories of all that it hears. */
public abstract class CapabilityContract {

  private static final LocalDate END_OF_TIME = LocalDate.parse("2099-12-31");

  /** An empty ledger of these capabilities. */
  protected abstract Ledger newLedger(StoredCapabilityList stored);

  static Stream<CapabilityStory> stories() {
    return CapabilityStory.all();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void is_read_back_as_it_was_decided(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    assertThat(written(ledger)).isNotEmpty();
    requireReadAsWritten(ledger);

    passDays(ledger);
    requireReadAsWritten(ledger);
  }

  private static void requireReadAsWritten(WatchedLedger ledger) {
    written(ledger)
        .forEach(
            (ref, subject) ->
                assertThat(read(ledger, ref)).as("%s as it is read", ref).isEqualTo(subject));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void moves_nothing_when_it_is_told_again(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    int commits = ledger.commits.size();

    for (ReceivedEvent event : story.told()) {
      tell(ledger, List.of(event));
      assertThat(ledger.commits)
          .as("commits when %s is told again", event.event().type().wireName())
          .hasSize(commits);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void has_the_deadlines_listed_that_follow_from_how_it_stands(CapabilityStory story) {
    WatchedLedger ledger = told(story);

    Set<Deadline> following = new LinkedHashSet<>();
    written(ledger)
        .forEach(
            (ref, subject) ->
                subject.deadlines().forEach(day -> following.add(new Deadline(day, ref))));

    assertThat(deadlines(ledger)).as("listed deadlines").hasSameElementsAs(following);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void a_deadline_that_passes_twice_passes_once(CapabilityStory story) {
    WatchedLedger ledger = told(story);

    for (Deadline deadline : deadlines(ledger)) {
      pass(ledger, deadline);
      Subject once = read(ledger, deadline.subject());
      List<Deadline> left = deadlines(ledger);
      assertThat(left).as("deadlines after the day that was one").doesNotContain(deadline);
      pass(ledger, deadline);

      assertThat(read(ledger, deadline.subject())).as("after %s again", deadline).isEqualTo(once);
      assertThat(deadlines(ledger)).as("after %s again", deadline).hasSameElementsAs(left);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void what_needs_a_person_is_on_the_list_as_long_as_it_does(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    requireMattersListed(story, ledger);

    passDays(ledger);
    requireMattersListed(story, ledger);
  }

  private static void requireMattersListed(CapabilityStory story, WatchedLedger ledger) {
    CapabilityList all = story.stored().capabilities();
    Set<String> matters = new TreeSet<>();
    written(ledger)
        .forEach(
            (ref, subject) -> {
              for (Matter matter : subject.matters()) {
                assertThat(all.ofKind(ref.kind()).orElseThrow().codes())
                    .as("codes of %s", ref.kind())
                    .contains(matter.code());
                assertThat(matter.code().meaning(matter.detail())).isNotBlank();
                matters.add(ref + " " + matter.code().name());
              }
            });
    Set<String> listed = new TreeSet<>();
    ledger
        .openExceptions(Optional.empty())
        .filter(entry -> all.ofKind(entry.kind()).isPresent())
        .forEach(
            entry -> {
              listed.add(new Ref(entry.kind(), entry.subject()) + " " + entry.code());
              assertThat(entry.meaning(all)).isNotBlank();
              assertThat(entry.remedy(all)).isNotBlank();
              assertThat(entry.capability(all)).isNotBlank();
            });
    assertThat(listed).as("listed exceptions").isEqualTo(matters);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void what_comes_up_for_a_person_is_told(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    passDays(ledger);

    for (LedgerChange commit : ledger.commits) {
      Set<String> told = new TreeSet<>();
      for (Notice notice : commit.notices()) {
        told.add(notice.type().name());
        notice.code().ifPresent(told::add);
      }
      for (LedgerChange.SubjectChange<?> change : commit.subjects()) {
        assertThat(told).as("told of %s", change.after().ref()).containsAll(newCodes(change));
      }
    }
  }

  private static List<String> newCodes(LedgerChange.SubjectChange<?> change) {
    List<Matter> before = change.before().map(read -> read.value().matters()).orElse(List.of());
    return NewMatters.of(before, change.after().matters()).stream()
        .map(matter -> matter.code().name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void every_code_has_a_meaning_and_a_remedy(StoredCapabilityList stored) {
    CapabilityList all = stored.capabilities();

    Stream.of(all.codes(), all.quarantineCodes())
        .flatMap(List::stream)
        .forEach(
            code -> {
              requirePhrase("meaning", code, code.meaning());
              requirePhrase("remedy", code, code.remedy());
            });
  }

  private static void requirePhrase(String what, Code code, String text) {
    assertThat(text).as("the %s of %s", what, code).isNotBlank().doesNotEndWith(".");
  }

  static Stream<StoredCapabilityList> lists() {
    return stories().map(CapabilityStory::stored).distinct();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void a_payment_that_can_be_sent_is_found_listed_and_ordered(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    PaymentLedger payments = new PaymentLedger(ledger);
    List<String> ordered =
        ledger.commits.stream()
            .flatMap(change -> change.notices().stream())
            .filter(notice -> notice.type().isPaymentOrder())
            .map(Notice::reference)
            .toList();
    List<PaymentId> open = payments.open(Ledger.PAGE_SIZE_MAX, Optional.empty()).items();

    for (Subject subject : written(ledger).values()) {
      for (PaymentId payment : sendable(subject)) {
        assertThat(payments.find(payment).<Subject>map(OwedPayment::owner))
            .as("who owes %s", payment.value())
            .contains(subject);
        assertThat(open).as("listed payments").contains(payment);
        assertThat(ordered).as("orders to pay").contains(payment.value());
      }
    }
  }

  private static List<PaymentId> sendable(Subject subject) {
    return subject instanceof PayingSubject<?> paying
        ? paying.owedPayments().stream()
            .filter(Payment::isDue)
            .map(Payment::id)
            .filter(paying::letsPay)
            .toList()
        : List.of();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void the_last_entry_of_each_trail_tells_how_it_stands(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    requireToldByTrails(story, ledger);

    passDays(ledger);
    requireToldByTrails(story, ledger);
  }

  private static void requireToldByTrails(CapabilityStory story, WatchedLedger ledger) {
    for (Ref ref : written(ledger).keySet()) {
      Codec<?> codec = story.stored().codec(ref.kind());
      Stored<?> stored = ledger.find(codec.kind(), ref.id()).orElseThrow();
      if (codec.hasTrail()) {
        assertThat(stored.versions().values())
            .as("items of %s of which a trail tells", ref)
            .anyMatch(version -> version.trail().number() > 0);
      }
      for (Map.Entry<ItemKey, Version> entry : stored.versions().entrySet()) {
        if (codec.hasTrail() && entry.getValue().trail().number() > 0) {
          TrailEntry last = lastOf(ledger, codec.trailOf(entry.getKey()));
          assertThat(last.head())
              .as("head of %s", last.subject())
              .isEqualTo(entry.getValue().trail());
          assertThat(codec.isToldBy(last, ledger.items().get(entry.getKey()).orElseThrow()))
              .as("%s stands as its last entry says: %s", last.subject(), last.after())
              .isTrue();
          assertThat(codec.entryOf(last.subject())).contains(entry.getKey());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void what_is_told_is_on_the_list_of_what_may_be(CapabilityStory story) {
    List<NoticeType> known = story.stored().capabilities().notices();

    WatchedLedger ledger = told(story);
    passDays(ledger);

    assertThat(ledger.commits)
        .flatExtracting(LedgerChange::notices)
        .extracting(Notice::type)
        .as("what is told")
        .isSubsetOf(known);
  }

  private WatchedLedger told(CapabilityStory story) {
    Ledger ledger = newLedger(story.stored());
    story.given().on(ledger);
    WatchedLedger watched = new WatchedLedger(ledger);
    tell(watched, story.told());
    return watched;
  }

  private static void tell(Ledger ledger, List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      assertThat(new EventLedger(ledger).apply(List.of(event)).failure()).isEmpty();
    }
  }

  /** Lets each deadline come, one after the other. */
  private static void passDays(WatchedLedger ledger) {
    deadlines(ledger).forEach(deadline -> pass(ledger, deadline));
  }

  private static void pass(Ledger ledger, Deadline deadline) {
    Instant now = deadline.day().atTime(4, 0).toInstant(java.time.ZoneOffset.UTC);
    new Deadlines(ledger, "sweep").pass(deadline, deadline.day(), now);
  }

  /** Each subject that was written, as it was written last. */
  private static Map<Ref, Subject> written(WatchedLedger ledger) {
    Map<Ref, Subject> written = new LinkedHashMap<>();
    ledger.commits.stream()
        .flatMap(change -> change.subjects().stream())
        .forEach(change -> written.put(change.after().ref(), change.after()));
    return written;
  }

  private static Subject read(Ledger ledger, Ref ref) {
    return ledger.find(ledger.stored().codec(ref.kind()).kind(), ref.id()).orElseThrow().value();
  }

  /** Of what the story is about; the guarantee that was there before has its own. */
  private static List<Deadline> deadlines(WatchedLedger ledger) {
    Set<Ref> written = written(ledger).keySet();
    return ledger.deadlines(END_OF_TIME, Ledger.PAGE_SIZE_MAX, Optional.empty()).items().stream()
        .filter(deadline -> written.contains(deadline.subject()))
        .toList();
  }

  private static TrailEntry lastOf(Ledger ledger, String trail) {
    return ledger
        .items()
        .range(Range.of(LedgerTable.AUDIT, trail))
        .map(TrailItems::entry)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
