package com.cargobond.store.ledger;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.Outcome;
import com.cargobond.domain.ledger.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What somebody does to the ledger, in transactions of its own, and what becomes of it. A refusal
 * is an answer; anything else that is thrown is a failure.
 */
record Act(String name, List<Function<Ledger, Object>> steps) {

  /** What is done by one step. */
  static Act of(String name, Function<Ledger, Object> step) {
    return new Act(name, List.of(step));
  }

  /** Events, each told alone. */
  static Act told(AnEvent... events) {
    return new Act(
        Arrays.toString(events),
        Arrays.stream(events).<Function<Ledger, Object>>map(Act::telling).toList());
  }

  /** Events that come in one group. */
  static Act toldTogether(AnEvent... events) {
    return of("together " + Arrays.toString(events), ledger -> outcomes(ledger, List.of(events)));
  }

  private static Function<Ledger, Object> telling(AnEvent event) {
    return ledger -> outcomes(ledger, List.of(event));
  }

  private static List<String> outcomes(Ledger ledger, List<AnEvent> events) {
    EventLedger.Progress progress =
        new TestLedgers(ledger).events().apply(events.stream().map(AnEvent::accepted).toList());
    progress
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return progress.outcomes().stream().map(Act::word).toList();
  }

  /** The books of an outcome are those of one reading; how they end is asked of the ledger. */
  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Applied applied -> "applied";
      case Outcome.Repeated repeated -> "repeated";
      case Outcome.Quarantined quarantined -> quarantined.reason().name();
    };
  }

  /** Does all of it. */
  List<Object> on(Ledger ledger) {
    List<Object> answers = new ArrayList<>();
    steps.forEach(step -> answers.add(answer(step, ledger)));
    return answers;
  }

  static Object answer(Function<Ledger, Object> step, Ledger ledger) {
    try {
      return step.apply(ledger);
    } catch (Refused refused) {
      return "refused " + refused.code();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
