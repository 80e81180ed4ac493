package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.Camt.balance;
import static com.cargobond.local.reconcile.Camt.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.reconcile.Finding.Kind;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Which days a statement has, where one field says it and the others may say otherwise. */
class StatementPeriodTest {

  private static final String BEGIN = "2026-11-01T00:00:00+08:00";
  private static final String MIDNIGHT = "2026-11-02T00:00:00+08:00";

  @Test
  void an_end_at_midnight_is_the_day_before_if_it_closes_then() throws Exception {
    Statement statement =
        Camt.of()
            .during(BEGIN, MIDNIGHT)
            .balanced(balance("OPBD", "5.00", "2026-11-01"), balance("CLBD", "5.00", "2026-11-01"))
            .read();

    assertThat(statement.to()).isEqualTo("2026-11-01");
    assertThat(statement.findings()).isEmpty();
  }

  @Test
  void an_end_at_midnight_is_the_beginning_of_the_last_day_if_it_closes_on_that() throws Exception {
    Statement statement =
        Camt.of()
            .during(BEGIN, MIDNIGHT)
            .balanced(balance("OPBD", "5.00", "2026-11-01"), balance("CLBD", "5.00", "2026-11-02"))
            .read();

    assertThat(statement.to()).isEqualTo("2026-11-02");
    assertThat(statement.findings()).isEmpty();
    assertThat(statement.covers(Instant.parse("2026-11-02T03:00:00Z"))).isTrue();
  }

  @Test
  void an_entry_of_the_day_that_begins_at_the_end_makes_it_the_last_day() throws Exception {
    Statement statement = Camt.of(payment("1.00")).during(BEGIN, MIDNIGHT).read();

    assertThat(statement.to()).isEqualTo("2026-11-02");
    assertThat(statement.isInOrder()).isTrue();
  }

  @Test
  void a_closing_balance_before_an_entry_of_that_day_contradicts_it() throws Exception {
    Statement statement =
        Camt.of(payment("1.00"))
            .during(BEGIN, MIDNIGHT)
            .balanced(balance("OPBD", "6.00", "2026-11-01"), balance("CLBD", "5.00", "2026-11-01"))
            .read();

    assertThat(statement.to()).isEqualTo("2026-11-02");
    assertThat(statement.findings()).extracting(Finding::kind).containsOnly(Kind.CONTRADICTION);
  }

  @Test
  void without_evidence_the_day_counts_and_it_is_said() throws Exception {
    Statement statement = Camt.of().during(BEGIN, MIDNIGHT).read();

    assertThat(statement.to()).isEqualTo("2026-11-02");
    assertThat(statement.isInOrder()).isFalse();
    assertThat(statement.findings())
        .extracting(Finding::what)
        .anyMatch(what -> what.contains("do not tell whether 2026-11-02 belongs to the period"));
  }

  @Test
  void from_midnight_to_the_same_midnight_is_one_day() throws Exception {
    Statement statement = Camt.of(payment("1.00")).during(MIDNIGHT, MIDNIGHT).read();

    assertThat(statement.from()).isEqualTo("2026-11-02");
    assertThat(statement.to()).isEqualTo("2026-11-02");
    assertThat(statement.isInOrder()).isTrue();
  }

  @Test
  void a_closing_balance_of_a_day_outside_contradicts_the_period() throws Exception {
    Statement statement = Camt.of().balanced(balance("CLBD", "5.00", "2026-11-05")).read();

    assertThat(statement.findings())
        .extracting(Finding::what)
        .contains("the closing balance (CLBD) is of 2026-11-05, outside the period");
  }

  @Test
  void an_entry_that_is_booked_outside_is_remarked_on() throws Exception {
    Statement statement = Camt.of(payment("1.00").replace(Camt.DAY, "2026-11-07")).read();

    assertThat(statement.findings())
        .contains(new Finding(Kind.OUTSIDE_PERIOD, 3, "an entry is booked on 2026-11-07"));
    assertThat(statement.isInOrder()).isFalse();
    assertThat(statement.entries()).hasSize(1);
  }

  @Test
  void bare_times_are_of_china_unless_another_zone_is_said() throws Exception {
    Camt bare = Camt.of().during("2026-11-02T00:00:00", "2026-11-02T15:00:00");

    assertThat(bare.read().to()).isEqualTo("2026-11-02");
    assertThat(bare.read(new BareTimes(ZoneId.of("America/New_York"))).to())
        .isEqualTo("2026-11-03");
  }
}
