package com.cargobond.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Two who write at once, at every moment at which the one can be interrupted by the other: what
 * both are answered, and what stands then, is as if one had waited for the other.
 */
final class Interleaving {

  private final Supplier<Ledger> newLedger;
  private final Act given;

  Interleaving(Supplier<Ledger> newLedger, Act given) {
    this.newLedger = newLedger;
    this.given = given;
  }

  private record Result(LedgerState state, List<Object> command, List<Object> others) {}

  /**
   * Interrupts a command.
   *
   * @return at how many moments
   */
  int everywhere(Act command, Act others) {
    Set<Result> serial = serial(command, others);
    int moments = 0;
    int call = 0;
    for (int slices = interrupted(command, others, call, 0, serial);
        slices >= 0;
        slices = interrupted(command, others, ++call, 0, serial)) {
      moments += slices + 1;
      for (int read = 1; read <= slices; read++) {
        interrupted(command, others, call, read, serial);
      }
    }
    return moments;
  }

  /** The one as a whole before, between and after the steps of the others. */
  private Set<Result> serial(Act command, Act others) {
    Set<Result> results = new LinkedHashSet<>();
    for (int place = 0; place <= others.steps().size(); place++) {
      Ledger ledger = begin();
      List<Object> answers = new ArrayList<>();
      List<Object> theirs = new ArrayList<>();
      for (int step = 0; step <= others.steps().size(); step++) {
        if (step == place) {
          answers.addAll(command.on(ledger));
        }
        if (step < others.steps().size()) {
          theirs.add(Act.answer(others.steps().get(step), ledger));
        }
      }
      results.add(new Result(LedgerState.of(ledger), answers, theirs));
    }
    return results;
  }

  /** How many slices the interrupted call read; -1 if there was none. */
  private int interrupted(
      Act command, Act others, int call, int slicesReadBefore, Set<Result> serial) {
    Ledger ledger = begin();
    List<Object> theirs = new ArrayList<>();
    Interruption interruption =
        new Interruption(ledger, call, slicesReadBefore, () -> theirs.addAll(others.on(ledger)));
    List<Object> answers = command.on(interruption.ledger());
    if (!interruption.happened()) {
      return -1;
    }
    LedgerState state = LedgerState.of(ledger);
    state.requireConserved();
    assertThat(serial)
        .as(
            "%s, interrupted at call %d after %d slices by %s",
            command, call, slicesReadBefore, others)
        .contains(new Result(state, answers, theirs));
    return interruption.slicesRead();
  }

  private Ledger begin() {
    Ledger ledger = newLedger.get();
    given.on(ledger);
    return ledger;
  }
}
