package com.cargobond.bench.coldstart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the subjects in turn, round after round, so that what else the machine does falls on all
 * alike.
 */
final class Rounds {

  /** Until every file is in the page cache. */
  private static final int UNCOUNTED = 2;

  private final List<Subject> subjects;

  Rounds(List<Subject> subjects) {
    this.subjects = List.copyOf(subjects);
  }

  /** Each subject's samples, without those of the first rounds. */
  Map<Subject, List<Sample>> run(int rounds) {
    Map<Subject, List<Sample>> samples = new LinkedHashMap<>();
    subjects.forEach(subject -> samples.put(subject, new ArrayList<>()));
    for (int round = 0; round < UNCOUNTED; round++) {
      inTurn(round).forEach(Subject::sample);
    }
    for (int round = 0; round < rounds; round++) {
      inTurn(round).forEach(subject -> samples.get(subject).add(subject.sample()));
    }
    return samples;
  }

  /** Who begins changes, so that nobody always follows the same one. */
  List<Subject> inTurn(int round) {
    List<Subject> turn = new ArrayList<>(subjects);
    Collections.rotate(turn, round);
    turn.removeIf(subject -> round % subject.everyRounds() != 0);
    return turn;
  }
}
