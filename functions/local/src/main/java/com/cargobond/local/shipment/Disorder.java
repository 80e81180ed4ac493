package com.cargobond.local.shipment;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils the order in which events are posted; what they tell stays the same. */
final class Disorder {

  /** Of this many events, one is posted twice. */
  private static final int DUPLICATED_ONE_IN = 20;

  private static final int DUPLICATE_DELAY_SECONDS_MAX = 2 * 3600;

  /** Pairs of id suffixes: the first is posted when the second should have been, and conversely. */
  private static final List<List<String>> SWAPS =
      List.of(
          List.of("-TAX", "-DUTY-PAID"),
          List.of("-DECL-1", "-REL"),
          List.of("-DECL-1", "-DECL-2"),
          List.of("-DECL-1", "-CANCEL"),
          List.of("-DECL-1", "-DISCHARGED"),
          List.of("-MAN", "-DECL-1"));

  private Disorder() {}

  /** Swaps one pair of the shipment's events. */
  static List<ScheduledEvent> swapOne(List<ScheduledEvent> events, RandomGenerator random) {
    List<List<String>> possible =
        SWAPS.stream()
            .filter(swap -> swap.stream().allMatch(suffix -> indexOf(suffix, events) >= 0))
            .toList();
    List<String> chosen = possible.get(random.nextInt(possible.size()));
    int first = indexOf(chosen.getFirst(), events);
    int second = indexOf(chosen.getLast(), events);
    OffsetDateTime earlier = events.get(first).postedAt();
    List<ScheduledEvent> swapped = new ArrayList<>(events);
    swapped.set(first, events.get(first).postedAt(events.get(second).postedAt()));
    swapped.set(second, events.get(second).postedAt(earlier));
    return swapped;
  }

  /** Repeats about every twentieth event of the day, later. */
  static List<ScheduledEvent> repeatSome(List<ScheduledEvent> events, RandomGenerator random) {
    List<ScheduledEvent> repeated = new ArrayList<>(events);
    for (ScheduledEvent event : events) {
      if (random.nextInt(DUPLICATED_ONE_IN) == 0 && !event.evening()) {
        int delay = random.nextInt(DUPLICATE_DELAY_SECONDS_MAX);
        repeated.add(event.postedAt(event.postedAt().plusSeconds(delay)));
      }
    }
    return repeated;
  }

  private static int indexOf(String suffix, List<ScheduledEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().id().endsWith(suffix)) {
        return i;
      }
    }
    return -1;
  }
}
