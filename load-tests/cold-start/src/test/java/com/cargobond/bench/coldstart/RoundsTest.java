package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.bench.coldstart.Builds.Build;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody has a turn in each round, in an order that changes. */
class RoundsTest {

  private final Rounds rounds =
      new Rounds(List.of(subject("a", 1), subject("b", 1), subject("slow", 4)));

  @Test
  void a_slow_subject_has_its_turn_in_every_fourth_round_only() {
    assertThat(IntStream.range(0, 9).filter(round -> names(round).contains("slow")))
        .containsExactly(0, 4, 8);
  }

  @Test
  void the_others_have_theirs_in_every_round() {
    assertThat(IntStream.range(0, 9).mapToObj(this::names))
        .allSatisfy(names -> assertThat(names).contains("a", "b"));
  }

  @Test
  void who_begins_changes() {
    assertThat(IntStream.range(0, 3).mapToObj(round -> names(round).getFirst())).contains("a", "b");
  }

  private List<String> names(int round) {
    return rounds.inTurn(round).stream().map(subject -> subject.function().name()).toList();
  }

  private static Subject subject(String name, int everyRounds) {
    return new Subject(
        new LambdaFunction(name, List.of(), Map.of(), Path.of("functions.log")),
        () -> new byte[0],
        response -> {},
        null,
        new Build(List.of(), OptionalLong.empty(), 0),
        everyRounds);
  }
}
