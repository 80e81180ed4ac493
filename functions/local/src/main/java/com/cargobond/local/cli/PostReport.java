package com.cargobond.local.cli;

import com.cargobond.local.file.OneLine;
import com.cargobond.local.post.PostResult;
import com.cargobond.local.post.PostResult.Outcome;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;

/** Prints what became of each event, and counts. */
final class PostReport {

  private final PrintWriter out;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  PostReport(PrintWriter out) {
    this.out = out;
  }

  /** A line for one event. */
  void print(PostResult result) {
    String label =
        switch (result.outcome()) {
          case ACCEPTED -> "accepted";
          case REFUSED -> "refused ";
          case AGAIN -> "again   ";
        };
    out.println(OneLine.of(label + "  " + result.id() + "  " + result.problem()).stripTrailing());
    out.flush();
    count(result.outcome());
  }

  /** Counts a file of which nothing was posted. */
  void countUnreadable() {
    count(Outcome.REFUSED);
  }

  /** The last line. */
  void printSummary() {
    int again = counted(Outcome.AGAIN);
    out.println(
        "%d accepted, %d refused%s"
            .formatted(
                counted(Outcome.ACCEPTED),
                counted(Outcome.REFUSED),
                again == 0
                    ? ""
                    : ", " + again + " to be posted again: what was taken after all counts once"));
    out.flush();
  }

  /** Whether the system has all of it. */
  boolean isAllAccepted() {
    return counted(Outcome.REFUSED) + counted(Outcome.AGAIN) == 0;
  }

  private void count(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  private int counted(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }
}
