package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    written(ledger).forEach((ref, subject) -> assertThat(read(ledger, ref)).isEqualTo(subject));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void moves_nothing_when_it_is_told_again(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    int commits = ledger.commits.size();

    tell(ledger, story.told());

    assertThat(ledger.commits).hasSize(commits);
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

    assertThat(deadlines(ledger)).hasSameElementsAs(following);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void a_deadline_that_passes_twice_passes_once(CapabilityStory story) {
    WatchedLedger ledger = told(story);

    for (Deadline deadline : deadlines(ledger)) {
      pass(ledger, deadline);
      Subject once = read(ledger, deadline.subject());
      List<Deadline> left = deadlines(ledger);
      pass(ledger, deadline);

      assertThat(read(ledger, deadline.subject())).isEqualTo(once);
      assertThat(deadlines(ledger)).hasSameElementsAs(left);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void what_needs_a_person_has_a_meaning_and_a_remedy_and_is_on_the_list(CapabilityStory story) {
    WatchedLedger ledger = told(story);
    List<OpenException> open = ledger.openExceptions(Optional.empty()).toList();

    written(ledger)
        .forEach(
            (ref, subject) -> {
              for (Matter matter : subject.matters()) {
                Code code = matter.code();
                assertThat(capability(story, ref).codes()).contains(code);
                assertThat(code.meaning(matter.detail())).isNotBlank().doesNotEndWith(".");
                assertThat(code.remedy()).isNotBlank().doesNotEndWith(".");
                assertThat(open)
                    .as("%s of %s", code, ref)
                    .anyMatch(
                        entry ->
                            entry.kind().equals(ref.kind())
                                && entry.subject().equals(ref.id())
                                && entry.code().equals(code.name()));
              }
            });
    assertThat(open)
        .allSatisfy(
            entry -> {
              assertThat(entry.meaning(story.stored().capabilities())).isNotBlank();
              assertThat(entry.remedy(story.stored().capabilities())).isNotBlank();
              assertThat(entry.capability(story.stored().capabilities())).isNotBlank();
            });
  }

  @ParameterizedTest
  @MethodSource("stories")
  void the_last_entry_of_each_trail_tells_how_it_stands(CapabilityStory story) {
    WatchedLedger ledger = told(story);

    for (Ref ref : written(ledger).keySet()) {
      Codec<?> codec = story.stored().codec(ref.kind());
      Stored<?> stored = ledger.find(codec.kind(), ref.id()).orElseThrow();
      for (Map.Entry<ItemKey, Version> entry : stored.versions().entrySet()) {
        if (codec.hasTrail() && entry.getValue().trail().number() > 0) {
          TrailEntry last = lastOf(ledger, codec.trailOf(entry.getKey()));
          assertThat(last.head()).isEqualTo(entry.getValue().trail());
          assertThat(codec.isToldBy(last, ledger.items().get(entry.getKey()).orElseThrow()))
              .as("%s by %s", entry.getKey(), last)
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

    assertThat(told(story).commits)
        .flatExtracting(LedgerChange::notices)
        .allMatch(notice -> known.contains(notice.type()));
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

  private static Capability capability(CapabilityStory story, Ref ref) {
    return story.stored().capabilities().ofKind(ref.kind()).orElseThrow();
  }
}
