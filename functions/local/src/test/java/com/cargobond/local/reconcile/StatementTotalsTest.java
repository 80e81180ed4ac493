package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.Camt.balance;
import static com.cargobond.local.reconcile.Camt.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.reconcile.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Balances, counts and sums of a message are held against its entries. */
class StatementTotalsTest {

  private static final String CODE =
      "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd>";
  private static final String PENDING = payment("9.00").replace("BOOK", "PDNG");

  private static final Camt TWO = Camt.of(payment("100.00"), payment("50.00"));

  @Test
  void the_entries_make_the_difference_of_the_balances() throws Exception {
    assertThat(
            TWO.balanced(balance("OPBD", "500.00", Camt.DAY), balance("CLBD", "350", Camt.DAY))
                .read()
                .findings())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPBD", "PRCD"})
  void a_closing_balance_that_they_do_not_make_is_a_contradiction(String opening) throws Exception {
    Statement statement =
        TWO.balanced(balance(opening, "500.00", Camt.DAY), balance("CLBD", "350.01", Camt.DAY))
            .read();

    assertThat(statement.findings())
        .containsExactly(
            new Finding(
                Kind.CONTRADICTION,
                2,
                "the opening balance 500.00 and the entries -150.00 make 350.00, the closing balance"
                    + " (CLBD) is 350.01"));
    assertThat(statement.isInOrder()).isFalse();
  }

  @Test
  void what_is_not_booked_moves_no_balance() throws Exception {
    assertThat(
            Camt.of(payment("100.00"), PENDING)
                .balanced(balance("OPBD", "500.00", Camt.DAY), balance("CLBD", "400", Camt.DAY))
                .read()
                .isInOrder())
        .isTrue();
  }

  @Test
  void balances_that_contradict_each_other_are_told() throws Exception {
    assertThat(
            told(
                TWO.balanced(
                    balance("OPBD", "500.00", Camt.DAY),
                    balance("PRCD", "499.00", Camt.DAY),
                    balance("CLBD", "350.00", Camt.DAY))))
        .containsExactly("the balance PRCD is 499.00, another says 500.00");
  }

  @Test
  void an_overdrawn_balance_is_below_zero() throws Exception {
    String overdrawn =
        balance("CLBD", "100.00", Camt.DAY).replace("<CdtDbtInd>CRDT", "<CdtDbtInd>DBIT");

    assertThat(TWO.balanced(balance("OPBD", "50.00", Camt.DAY), overdrawn).read().isInOrder())
        .isTrue();
  }

  @Test
  void where_a_balance_lacks_it_is_said_that_nothing_was_checked() throws Exception {
    Statement statement = TWO.balanced(balance("CLBD", "1.00", Camt.DAY)).read();

    assertThat(statement.findings()).extracting(Finding::kind).containsExactly(Kind.NOT_CHECKED);
    assertThat(statement.isInOrder()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<TtlNtries><NbOfNtries>0002</NbOfNtries><Sum>150</Sum><TtlNetNtry><Amt>150.0</Amt>"
            + "<CdtDbtInd>DBIT</CdtDbtInd></TtlNetNtry></TtlNtries>",
        "<TtlNtries><TtlNetNtryAmt>150.00</TtlNetNtryAmt><CdtDbtInd>DBIT</CdtDbtInd></TtlNtries>",
        "<TtlCdtNtries><NbOfNtries>0</NbOfNtries><Sum>0</Sum></TtlCdtNtries>",
        "<TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>+150.</Sum></TtlDbtNtries>",
      })
  void totals_that_the_entries_make_say_nothing(String totals) throws Exception {
    assertThat(TWO.summed(totals).read().isInOrder()).isTrue();
    assertThat(TWO.summed(totals).read().findings()).hasSize(1);
  }

  @Test
  void totals_that_the_entries_do_not_make_are_contradictions() throws Exception {
    assertThat(
            told(
                TWO.summed(
                    "<TtlNtries><NbOfNtries>15</NbOfNtries><Sum>1500.00</Sum><TtlNetNtry>"
                        + "<Amt>150.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>"
                        + "<TtlDbtNtries><NbOfNtries>1</NbOfNtries></TtlDbtNtries>")))
        .containsExactly(
            "Stmt/TxsSummry/TtlNtries/NbOfNtries is 15, that of the entries is 2",
            "Stmt/TxsSummry/TtlNtries/Sum is 1500.00, that of the entries is 150.00",
            "Stmt/TxsSummry/TtlNtries/TtlNetNtry is 150.00, that of the entries is -150.00",
            "Stmt/TxsSummry/TtlDbtNtries/NbOfNtries is 1, that of the entries is 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void totals_may_count_what_is_booked_or_all_entries(String number) throws Exception {
    Camt withPending = Camt.of(payment("100.00"), PENDING);

    assertThat(
            withPending
                .summed("<TtlNtries><NbOfNtries>" + number + "</NbOfNtries></TtlNtries>")
                .read()
                .isInOrder())
        .isTrue();
  }

  @Test
  void totals_of_one_code_are_those_of_its_entries() throws Exception {
    Camt mixed = Camt.of(payment("100.00"), payment("50.00").replace("DMCT", "XBCT"));
    String total =
        "<TtlNtriesPerBkTxCd><NbOfNtries>%s</NbOfNtries>" + CODE + "</TtlNtriesPerBkTxCd>";

    assertThat(mixed.summed(total.formatted("1", "XBCT")).read().isInOrder()).isTrue();
    assertThat(told(mixed.summed(total.formatted("2", "XBCT"))))
        .containsExactly(
            "Stmt/TxsSummry/TtlNtriesPerBkTxCd/NbOfNtries is 2, that of the entries is 1");
    String family = total.formatted("2", "").replace("<SubFmlyCd></SubFmlyCd>", "");
    assertThat(mixed.summed(family).read().isInOrder()).isTrue();
  }

  @Test
  void totals_of_one_of_the_bank_s_own_codes_are_those_of_its_entries() throws Exception {
    String own = "<BkTxCd><Prtry><Cd>%s</Cd><Issr>BANK</Issr></Prtry></BkTxCd>";
    String coded = Camt.entry("50.00", "").replaceFirst("<BkTxCd>.*</BkTxCd>", own.formatted("7"));
    Camt mixed = Camt.of(payment("100.00"), coded);
    String total = "<TtlNtriesPerBkTxCd><NbOfNtries>1</NbOfNtries>" + own + "</TtlNtriesPerBkTxCd>";

    assertThat(mixed.summed(total.formatted("7")).read().isInOrder()).isTrue();
    assertThat(told(mixed.summed(total.formatted("8"))))
        .containsExactly(
            "Stmt/TxsSummry/TtlNtriesPerBkTxCd/NbOfNtries is 1, that of the entries is 0");
  }

  @Test
  void a_batch_is_as_many_transactions_as_it_says() throws Exception {
    String one = "<TxDtls><Amt Ccy=\"CNY\">50.00</Amt></TxDtls>";
    String spread =
        Camt.entry(
            "100.00", "<Btch><NbOfTxs>2</NbOfTxs></Btch>" + one + "</NtryDtls><NtryDtls>" + one);

    assertThat(Camt.of(spread).read().isInOrder()).isTrue();
    assertThat(told(Camt.of(spread.replace("<NbOfTxs>2", "<NbOfTxs>3"))))
        .containsExactly("Btch/NbOfTxs is 3, the transactions are 1");
    assertThat(
            told(
                Camt.of(spread.replace("</NbOfTxs>", "</NbOfTxs><TtlAmt Ccy=\"CNY\">99</TtlAmt>"))))
        .containsExactly(
            "Btch/TtlAmt is 99.00 CNY, neither that of the entry nor of its transactions");
  }

  private static List<String> told(Camt message) throws Exception {
    return message.read().findings().stream().filter(Finding::isWrong).map(Finding::what).toList();
  }
}
