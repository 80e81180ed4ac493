package com.cargobond.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No entry of a trail can be changed, left out, moved or added unseen. */
class TrailCheckTest {

  private static final String SUBJECT = "DEPOSIT#DEP-1";
  private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

  @Property(tries = 50)
  void a_trail_as_it_was_written_is_in_order(@ForAll @IntRange(max = 20) int length) {
    List<TrailEntry> trail = trail(length);

    assertThat(findings(trail, head(trail))).isEmpty();
  }

  @Property(tries = 100)
  void a_changed_entry_is_found(
      @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 11) int which) {
    List<TrailEntry> trail = trail(length);
    int at = which % length;
    TrailEntry entry = trail.get(at);
    TrailCheck check = new TrailCheck(SUBJECT, head(trail));
    for (int i = 0; i < length; i++) {
      TrailEntry read = i == at ? changed(entry) : trail.get(i);
      check.next(read, trail.get(i).hash());
    }

    assertThat(check.end(() -> head(trail)))
        .containsExactly(SUBJECT + ": entry " + (at + 1) + " was changed");
  }

  @Property(tries = 100)
  void an_entry_that_was_replaced_together_with_its_hash_is_found(
      @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 11) int which) {
    List<TrailEntry> trail = trail(length);
    List<TrailEntry> replaced = new ArrayList<>(trail);
    replaced.set(which % length, changed(trail.get(which % length)));

    assertThat(findings(replaced, head(trail))).isNotEmpty();
  }

  @Property(tries = 100)
  void a_missing_entry_is_found(
      @ForAll @IntRange(min = 1, max = 12) int length, @ForAll @IntRange(max = 11) int which) {
    List<TrailEntry> trail = trail(length);
    List<TrailEntry> shorter = new ArrayList<>(trail);
    shorter.remove(which % length);

    assertThat(findings(shorter, head(trail))).isNotEmpty();
  }

  @Property(tries = 100)
  void reordered_entries_are_found(
      @ForAll @IntRange(min = 2, max = 12) int length, @ForAll @IntRange(max = 10) int which) {
    List<TrailEntry> trail = trail(length);
    List<TrailEntry> reordered = new ArrayList<>(trail);
    Collections.swap(reordered, which % (length - 1), which % (length - 1) + 1);

    assertThat(findings(reordered, head(trail))).isNotEmpty();
  }

  @Property(tries = 50)
  void an_entry_that_was_added_is_found(@ForAll @IntRange(max = 12) int length) {
    assertThat(findings(trail(length + 1), head(trail(length)))).isNotEmpty();
  }

  @Property(tries = 50)
  void what_was_written_after_the_head_was_read_is_no_finding(
      @ForAll @IntRange(max = 6) int length, @ForAll @IntRange(max = 6) int grownWhileRead) {
    List<TrailEntry> trail = trail(length + grownWhileRead);
    TrailCheck check = new TrailCheck(SUBJECT, head(trail.subList(0, length)));
    trail.forEach(entry -> check.next(entry, entry.hash()));

    assertThat(check.end(() -> head(trail(length + grownWhileRead + 1)))).isEmpty();
  }

  private static List<TrailEntry> trail(int length) {
    List<TrailEntry> trail = new ArrayList<>();
    TrailHead head = TrailHead.NONE;
    for (int i = 1; i <= length; i++) {
      Cause cause = new Cause("customs", "STEP-" + i, List.of("m-" + i), AT.plusSeconds(i));
      TrailEntry entry = TrailEntry.following(head, SUBJECT, cause, "v" + (i - 1), "v" + i);
      trail.add(entry);
      head = entry.head();
    }
    return trail;
  }

  private static TrailHead head(List<TrailEntry> trail) {
    return trail.isEmpty() ? TrailHead.NONE : trail.getLast().head();
  }

  private static TrailEntry changed(TrailEntry entry) {
    return new TrailEntry(
        entry.subject(),
        entry.number(),
        entry.cause(),
        entry.before(),
        entry.after() + "0",
        entry.previousHash());
  }

  private static List<String> findings(List<TrailEntry> trail, TrailHead head) {
    TrailCheck check = new TrailCheck(SUBJECT, head);
    trail.forEach(entry -> check.next(entry, entry.hash()));
    return check.end(() -> head);
  }
}
