package com.cargobond.local.sample;

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
  static List<Told> swapOne(List<Told> story, RandomGenerator random) {
    List<List<String>> possible =
        SWAPS.stream()
            .filter(swap -> swap.stream().allMatch(suffix -> indexOf(suffix, story) >= 0))
            .toList();
    List<String> chosen = possible.get(random.nextInt(possible.size()));
    int first = indexOf(chosen.getFirst(), story);
    int second = indexOf(chosen.getLast(), story);
    OffsetDateTime earlier = story.get(first).postedAt();
    List<Told> swapped = new ArrayList<>(story);
    swapped.set(first, story.get(first).postedAt(story.get(second).postedAt()));
    swapped.set(second, story.get(second).postedAt(earlier));
    return swapped;
  }

  /** Repeats about every twentieth event of the day, later. */
  static List<Told> repeatSome(List<Told> story, RandomGenerator random) {
    List<Told> repeated = new ArrayList<>(story);
    for (Told told : story) {
      if (random.nextInt(DUPLICATED_ONE_IN) == 0 && !told.evening()) {
        int delay = random.nextInt(DUPLICATE_DELAY_SECONDS_MAX);
        repeated.add(told.postedAt(told.postedAt().plusSeconds(delay)));
      }
    }
    return repeated;
  }

  private static int indexOf(String suffix, List<Told> story) {
    for (int i = 0; i < story.size(); i++) {
      if (story.get(i).event().id().endsWith(suffix)) {
        return i;
      }
    }
    return -1;
  }
}
