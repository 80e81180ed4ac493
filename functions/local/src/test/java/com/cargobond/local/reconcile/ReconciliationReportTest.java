package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.APayment.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.money.Money;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line for each matter, with all that a person needs to find it on both sides. */
class ReconciliationReportTest {

  @Test
  void what_agrees_is_counted() {
    APayment settled = APayment.number(1).settled();

    assertThat(report(statement(settled.booked()), settled))
        .isEqualTo(
            """
            Statement S-1 of account REFUNDS-CNY, 2026-11-02 to 2026-11-02, CNY
            1 agree, 0 differ, 0 missing in the ledger, 0 missing on the statement
            """);
  }

  @Test
  void what_does_not_agree_is_named() {
    APayment settled = APayment.number(1).settled();
    APayment late =
        APayment.number(2).settled("2026-10-30T03:00:00Z").returned("2026-11-02T04:00:00Z");

    assertThat(
            report(
                statement(
                    settled.of("692.31", "CNY").booked(),
                    APayment.number(3).cameBack(),
                    APayment.number(4).bookedWithoutUetr()),
                settled,
                late))
        .isEqualTo(
            """
            Statement S-1 of account REFUNDS-CNY, 2026-11-02 to 2026-11-02, CNY
            differs                   line 1  payment  DEP-1  RF-000000000000000000000001  \
            b94458f8-1f27-40e9-bf74-000000000001: amount 692.31 CNY, in the ledger 692.30 CNY
            missing in the ledger     line 1  return AC04 692.30 CNY  \
            RF-000000000000000000000003  b94458f8-1f27-40e9-bf74-000000000003
            missing in the ledger     line 1  payment 692.30 CNY  \
            RF-000000000000000000000004  no UETR
            missing on the statement  return 692.30 CNY  DEP-2  RF-000000000000000000000002  \
            b94458f8-1f27-40e9-bf74-000000000002  returned 2026-11-02T12:00:00+08:00
            0 agree, 1 differ, 2 missing in the ledger, 1 missing on the statement
            """);
  }

  @Test
  void what_was_found_in_the_statement_itself_is_listed_on_one_line_each() {
    Statement odd =
        new Statement(
            "S-1",
            "REFUNDS-CNY",
            APayment.DAY,
            APayment.DAY,
            Money.currency("CNY"),
            List.of(),
            List.of(
                new Finding(Finding.Kind.CONTRADICTION, 7, "one thing\nand another"),
                new Finding(Finding.Kind.CHARGE, 9, "0.50 CNY taken")));

    assertThat(report(odd))
        .isEqualTo(
            """
            Statement S-1 of account REFUNDS-CNY, 2026-11-02 to 2026-11-02, CNY
            contradiction             line 7  one thing and another
            charge                    line 9  0.50 CNY taken
            0 agree, 0 differ, 0 missing in the ledger, 0 missing on the statement
            """);
  }

  @Test
  void of_a_payment_that_was_sent_before_the_statement_begins_it_is_said() {
    APayment overnight = APayment.number(1).settled("2026-11-03T01:00:00Z");
    Statement next =
        new Statement(
            "S-2",
            "REFUNDS-CNY",
            APayment.DAY.plusDays(1),
            APayment.DAY.plusDays(1),
            overnight.inLedger().amount().currency(),
            List.of(),
            List.of());

    assertThat(report(next, overnight))
        .contains("settled 2026-11-03T09:00:00+08:00, sent 2026-11-02T10:00:00+08:00");
  }

  private static String report(Statement statement, APayment... payments) {
    StringWriter text = new StringWriter();
    new ReconciliationReport(new PrintWriter(text))
        .print(
            statement,
            Reconciliation.of(
                    List.of(statement), Arrays.stream(payments).map(APayment::inLedger).toList())
                .getFirst());
    return text.toString();
  }
}
