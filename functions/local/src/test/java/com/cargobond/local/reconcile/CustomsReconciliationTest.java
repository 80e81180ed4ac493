package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.Decision.Kind;
import com.cargobond.domain.deposit.Decision.Standing;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.ApprovalNo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agrees, what is missing and what differs between Customs' list and the ledger. */
class CustomsReconciliationTest {

  private static final CustomsDecision LINE = listed("A1", Kind.REFUND, "692.30");
  private static final LedgerDecision APPLIED =
      inLedger("A1", Kind.REFUND, "692.30", Standing.APPLIED);

  @Test
  void the_same_decisions_on_both_sides_agree() {
    CustomsReconciliation found = compare(List.of(LINE), APPLIED);

    assertThat(found.agrees()).isTrue();
    assertThat(found.matched()).containsExactly(LINE);
  }

  @Test
  void what_the_ledger_does_not_know_or_has_once_only_is_listed() {
    CustomsDecision unknown = listed("A2", Kind.REFUND, "1.00");

    assertThat(compare(List.of(LINE, unknown, LINE), APPLIED).missingInLedger())
        .containsExactly(unknown, LINE);
  }

  @Test
  void what_customs_does_not_list_is_missing_there() {
    LedgerDecision waiting = inLedger("A2", Kind.CONVERSION, "1.00", Standing.WAITING);

    assertThat(compare(List.of(), APPLIED, waiting).missingOnList())
        .containsExactly(APPLIED, waiting);
  }

  @Test
  void what_the_ledger_refused_is_not_expected_on_the_list() {
    LedgerDecision refused = inLedger("A1", Kind.REFUND, "692.30", Standing.REFUSED);

    assertThat(compare(List.of(), refused).agrees()).isTrue();
    assertThat(differences(LINE, refused)).containsExactly("refused in the ledger: MORE_THAN_HELD");
  }

  @Test
  void what_the_ledger_holds_back_is_named() {
    assertThat(differences(LINE, inLedger("A1", Kind.REFUND, "692.30", Standing.CONTRADICTED)))
        .containsExactly("held back in the ledger: two contents were told");
  }

  @Test
  void what_both_know_and_see_differently_is_named() {
    assertThat(differences(LINE, inLedger("A1", Kind.CONVERSION, "692.31", Standing.WAITING)))
        .containsExactly(
            "REFUND, in the ledger CONVERSION",
            "amount 692.30 CNY, in the ledger 692.31 CNY",
            "waits in the ledger for its deposit");
  }

  @Test
  void a_decision_of_another_day_agrees_and_is_not_missing() {
    LedgerDecision other = inLedger("A2", Kind.REFUND, "1.00", Standing.APPLIED);

    assertThat(CustomsReconciliation.of(List.of(LINE), List.of(), List.of(APPLIED, other)).agrees())
        .isTrue();
    assertThat(CustomsReconciliation.depositsOfOthers(List.of(LINE), List.of(other)))
        .containsExactly(LINE.deposit());
    assertThat(CustomsReconciliation.depositsOfOthers(List.of(LINE), List.of(APPLIED))).isEmpty();
  }

  @Test
  void each_matter_is_printed_on_a_line() {
    StringWriter text = new StringWriter();
    new ReconciliationReport(new PrintWriter(text))
        .print(
            compare(
                List.of(LINE, listed("A2", Kind.REFUND, "1.00")),
                inLedger("A1", Kind.REFUND, "692.31", Standing.APPLIED),
                inLedger("A3", Kind.CONVERSION, "5.00", Standing.APPLIED)));

    assertThat(text)
        .hasToString(
            """
            Customs' list
            differs                   line 2  REFUND 692.30 CNY  DEP-1  A1: amount 692.30 CNY, \
            in the ledger 692.31 CNY
            missing in the ledger     line 2  REFUND 1.00 CNY  DEP-1  A2
            missing on Customs' list  CONVERSION 5.00 CNY  DEP-1  A3
            0 agree, 1 differ, 1 missing in the ledger, 1 missing on Customs' list
            """);
  }

  private static List<String> differences(CustomsDecision line, LedgerDecision inLedger) {
    return compare(List.of(line), inLedger).differs().getFirst().what();
  }

  private static CustomsReconciliation compare(
      List<CustomsDecision> list, LedgerDecision... expected) {
    return CustomsReconciliation.of(list, List.of(expected), List.of());
  }

  private static CustomsDecision listed(String approvalNo, Kind kind, String amount) {
    return new CustomsDecision(
        new DepositId("DEP-1"), new ApprovalNo(approvalNo), kind, yuan(amount), 2);
  }

  private static LedgerDecision inLedger(
      String approvalNo, Kind kind, String amount, Standing standing) {
    return new LedgerDecision(
        new DepositId("DEP-1"),
        new ApprovalNo(approvalNo),
        kind,
        yuan(amount),
        standing,
        standing == Standing.REFUSED ? Optional.of("MORE_THAN_HELD") : Optional.empty());
  }

  private static Money yuan(String amount) {
    return Money.parse(amount, Money.currency("CNY"));
  }
}
