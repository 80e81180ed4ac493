package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.Camt.entry;
import static com.cargobond.local.reconcile.Camt.payment;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.local.reconcile.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry that is not understood is listed, and keeps no other from being read. */
class OddEntriesTest {

  private static final String CHARGE =
      "<Chrgs><Rcrd><Amt Ccy=\"CNY\">0.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>";
  private static final String PAID = "<TxDtls><Amt Ccy=\"CNY\">100.00</Amt>%s</TxDtls>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Amt Ccy=\"CNY\">1.00</Amt><Cdt | <Cdt | Stmt/Ntry/Amt is missing",
        ">1.00</Amt><Cdt | >1.005</Amt><Cdt | Stmt/Ntry/Amt: must have at most 2 decimals in CNY",
        ">1.00</Amt><Cdt | >-1.00</Amt><Cdt | Stmt/Ntry/Amt: must not be negative",
        ">1.00</Amt><Cdt | >1,00</Amt><Cdt | Stmt/Ntry/Amt: must be a decimal such as 692.30",
        "' Ccy=\"CNY\">1.00</Amt><Cdt' | '>1.00</Amt><Cdt' | Stmt/Ntry/Amt: @Ccy is missing",
        "'\"CNY\">1.00</Amt><Cdt' | '\"ABC\">1.00</Amt><Cdt' | must be an ISO 4217 currency",
        "<CdtDbtInd>DBIT | <CdtDbtInd>DEBT | Stmt/Ntry/CdtDbtInd: must be CRDT or DBIT",
        "<Cd>BOOK | <Cd>DONE | 1.00 CNY  RF-1 has the unknown status DONE: not taken for booked",
        "<Sts><Cd>BOOK</Cd></Sts> | '' | 1.00 CNY  RF-1 has no status: not taken for booked",
        "<Dt>2026-11-02</Dt> | <Dt>2.11.</Dt> | Stmt/Ntry/BookgDt/Dt: must be a date such as",
        "<Dt>2026-11-02</Dt> | <DtTm>2026-11-02T25:00:00</DtTm> | DtTm: must be a time such as",
        "<Dt>2026-11-02</Dt> | '' | Stmt/Ntry/BookgDt/Dt is missing",
        "000000000001 | 00000000000X | Refs/UETR: must be a version 4 UUID in lower case",
        "RF-1 | RF-1234567890123456789012345678901234567890 | EndToEndId: must have 1 to 35",
        "<BkTxCd> | <RvslInd>yes</RvslInd><BkTxCd> | Stmt/Ntry/RvslInd: must be true or false",
      })
  void what_cannot_be_read_is_named(String from, String to, String what) throws Exception {
    String odd = payment("1.00").replace(from, to);
    assertThat(odd).isNotEqualTo(payment("1.00"));

    Statement statement = Camt.of(odd, payment("2.00")).read();

    assertThat(statement.isInOrder()).isFalse();
    assertThat(statement.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.UNREADABLE);
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.what()).contains(what);
            });
    assertThat(statement.entries())
        .anyMatch(read -> read.amount().decimal().equals("2.00") && read.uetr().isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Dt>2.11.</Dt>", "<DtTm>never</DtTm>"})
  void an_entry_whose_date_is_not_understood_is_compared_all_the_same(String date)
      throws Exception {
    String odd = payment("1.00").replace("<Dt>2026-11-02</Dt>", date);

    assertThat(Camt.of(odd).read().entries()).extracting(StatementEntry::bookedOn).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PDNG", "INFO", "FUTR"})
  void what_is_announced_is_listed_and_not_booked(String status) throws Exception {
    Statement statement = Camt.of(payment("1.00").replace("BOOK", status)).read();

    assertThat(statement.entries()).isEmpty();
    assertThat(statement.findings())
        .contains(new Finding(Kind.NOT_BOOKED, 3, status + " 1.00 CNY  RF-1"));
    assertThat(statement.isInOrder()).isTrue();
  }

  @Test
  void charges_that_are_booked_with_a_payment_are_listed_beside_it() throws Exception {
    Statement statement = Camt.of(entry("201.00", (PAID + PAID).formatted(CHARGE, CHARGE))).read();

    assertThat(amounts(statement)).containsExactly("100.00 CNY", "100.00 CNY");
    assertThat(charges(statement, Kind.CHARGE)).containsExactly("0.50 CNY taken", "0.50 CNY taken");
    assertThat(statement.isInOrder()).isFalse();
  }

  @Test
  void the_only_payment_of_an_entry_agrees_on_its_own_amount() throws Exception {
    Statement statement = Camt.of(entry("100.50", PAID.formatted(CHARGE))).read();

    assertThat(amounts(statement)).containsExactly("100.00 CNY");
    assertThat(charges(statement, Kind.CHARGE)).containsExactly("0.50 CNY taken");
  }

  @Test
  void charges_may_be_named_on_the_entry_and_on_its_transactions() throws Exception {
    String both =
        entry("100.50", PAID.formatted(CHARGE)).replace("<NtryDtls>", CHARGE + "<NtryDtls>");
    String onEntry =
        entry("100.50", PAID.formatted("")).replace("<NtryDtls>", CHARGE + "<NtryDtls>");

    assertThat(charges(Camt.of(both).read(), Kind.CHARGE)).containsExactly("0.50 CNY taken");
    assertThat(charges(Camt.of(onEntry).read(), Kind.CHARGE)).containsExactly("0.50 CNY taken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"CNY\">0.50</TtlChrgsAndTaxAmt></Chrgs>",
        "<Chrgs><Amt Ccy=\"CNY\">0.30</Amt></Chrgs><Chrgs><Amt Ccy=\"CNY\">0.20</Amt></Chrgs>",
      })
  void charges_without_records_are_read_too(String charges) throws Exception {
    Statement statement = Camt.of(entry("100.50", PAID.formatted(charges))).read();

    assertThat(amounts(statement)).containsExactly("100.00 CNY");
    assertThat(charges(statement, Kind.CHARGE)).isNotEmpty();
  }

  @Test
  void a_transaction_without_an_amount_is_the_entry_less_what_it_is_said_to_include()
      throws Exception {
    String included = CHARGE.replace("</CdtDbtInd>", "</CdtDbtInd><ChrgInclInd>1</ChrgInclInd>");
    String asked = "<AmtDtls><InstdAmt><Amt Ccy=\"CNY\">100.00</Amt></InstdAmt></AmtDtls>";

    assertThat(amounts(Camt.of(entry("100.50", "<TxDtls>" + included + "</TxDtls>")).read()))
        .containsExactly("100.00 CNY");
    assertThat(amounts(Camt.of(entry("100.50", "<TxDtls>" + asked + CHARGE + "</TxDtls>")).read()))
        .containsExactly("100.00 CNY");
    assertThat(amounts(Camt.of(entry("100.50", "<TxDtls>" + asked + "</TxDtls>")).read()))
        .containsExactly("100.50 CNY");
  }

  @Test
  void charges_that_are_booked_elsewhere_are_only_a_remark() throws Exception {
    Statement statement = Camt.of(entry("100.00", PAID.formatted(CHARGE))).read();

    assertThat(amounts(statement)).containsExactly("100.00 CNY");
    assertThat(charges(statement, Kind.CHARGE_ELSEWHERE)).containsExactly("0.50 CNY taken");
    assertThat(statement.isInOrder()).isTrue();
  }

  @Test
  void an_entry_that_is_not_the_sum_of_its_transactions_is_a_contradiction() throws Exception {
    Statement statement = Camt.of(entry("201.00", (PAID + PAID).formatted("", CHARGE))).read();

    assertThat(amounts(statement)).containsExactly("100.00 CNY", "100.00 CNY");
    assertThat(statement.findings())
        .contains(
            new Finding(
                Kind.CONTRADICTION,
                3,
                "Stmt/Ntry/Amt is -201.00 CNY, its transactions sum to -200.00"));
  }

  @Test
  void transactions_of_another_currency_are_a_contradiction() throws Exception {
    String mixed = entry("200.00", PAID.formatted("") + PAID.formatted("").replace("CNY", "HKD"));

    assertThat(Camt.of(mixed).read().findings())
        .extracting(Finding::what)
        .contains("its transactions are not all in CNY, as it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOTPROVIDED",
        "NOT PROVIDED",
        "notprovided",
        "NOT-PROVIDED",
        "NONREF",
        "none",
        "N/A",
        "-"
      })
  void a_reference_that_says_there_is_none_is_none(String none) throws Exception {
    StatementEntry read =
        Camt.of(payment("1.00").replace("RF-1", none)).read().entries().getFirst();

    assertThat(read.endToEndId()).isEmpty();
    assertThat(read.uetr()).contains(new Uetr(Camt.UETR));
  }

  private static List<String> amounts(Statement statement) {
    return statement.entries().stream().map(read -> read.amount().toString()).toList();
  }

  private static List<String> charges(Statement statement, Kind kind) {
    return statement.findings().stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::what)
        .toList();
  }
}
