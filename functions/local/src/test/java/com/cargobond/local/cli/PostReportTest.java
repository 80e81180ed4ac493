package com.cargobond.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.post.PostResult;
import com.cargobond.local.post.PostResult.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is for good is told apart from what is for the moment. */
class PostReportTest {

  private final StringWriter out = new StringWriter();
  private final PostReport report = new PostReport(new PrintWriter(out));

  @Test
  void each_event_has_a_line_and_what_may_be_posted_again_is_counted_apart() {
    report.print(new PostResult("a", Outcome.ACCEPTED, ""));
    report.print(new PostResult("b", Outcome.REFUSED, "Not allowed"));
    report.print(new PostResult("c", Outcome.AGAIN, "Busy; send the same again later"));
    report.countUnreadable();
    report.printSummary();
    assertThat(out.toString())
        .isEqualTo(
            """
            accepted  a
            refused   b  Not allowed
            again     c  Busy; send the same again later
            1 accepted, 2 refused, 1 to be posted again: what was taken after all counts once
            """);
    assertThat(report.isAllAccepted()).isFalse();
  }

  @Test
  void what_was_not_accepted_for_the_moment_is_not_all_accepted() {
    report.print(new PostResult("a", Outcome.ACCEPTED, ""));
    assertThat(report.isAllAccepted()).isTrue();
    report.print(new PostResult("b", Outcome.AGAIN, "Busy"));
    assertThat(report.isAllAccepted()).isFalse();
  }

  @Test
  void an_id_that_looks_like_a_line_of_its_own_stays_on_its_line() {
    report.print(new PostResult("x\naccepted  y", Outcome.REFUSED, "\u001B[2K"));
    assertThat(out.toString()).isEqualTo("refused   x accepted  y  \\u001b[2K\n");
  }
}
