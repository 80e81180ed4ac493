package com.cargobond.local.reconcile;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A statement of one day as a bank writes it, of which a test replaces what it is about. */
record Camt(String version, String period, String balances, String summary, String entries) {

  static final String DAY = "2026-11-02";
  static final String UETR = "b94458f8-1f27-40e9-bf74-000000000001";

  static Camt of(String... entries) {
    return new Camt(
        "08",
        period(DAY + "T00:00:00+08:00", DAY + "T23:59:59+08:00"),
        "",
        "",
        String.join("\n", entries));
  }

  static String period(String from, String to) {
    return "<FrToDt><FrDtTm>%s</FrDtTm><ToDtTm>%s</ToDtTm></FrToDt>".formatted(from, to);
  }

  static String balance(String type, String amount, String day) {
    return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">%s</Amt>"
            + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>")
        .formatted(type, amount, day);
  }

  /** An entry of one payment. */
  static String payment(String amount) {
    return entry(
        amount,
        "<TxDtls><Refs><EndToEndId>RF-1</EndToEndId><UETR>%s</UETR></Refs>".formatted(UETR)
            + "<Amt Ccy=\"CNY\">%s</Amt></TxDtls>".formatted(amount));
  }

  static String entry(String amount, String details) {
    return ("<Ntry><Amt Ccy=\"CNY\">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
            + "<BookgDt><Dt>%s</Dt></BookgDt><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd>"
            + "<SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>%s</NtryDtls></Ntry>")
        .formatted(amount, DAY, details);
  }

  Camt version(String other) {
    return new Camt(other, period, balances, summary, entries);
  }

  Camt during(String from, String to) {
    return new Camt(version, period(from, to), balances, summary, entries);
  }

  Camt balanced(String... others) {
    return new Camt(version, period, String.join("", others), summary, entries);
  }

  Camt summed(String totals) {
    return new Camt(version, period, balances, "<TxsSummry>" + totals + "</TxsSummry>", entries);
  }

  /** The message, with its first entry on the third line. */
  String xml() {
    return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s\"><BkToCstmrStmt>"
            + "<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-11-03T01:00:00+08:00</CreDtTm></GrpHdr>\n"
            + "<Stmt><Id>S-1</Id><CreDtTm>2026-11-03T01:00:00+08:00</CreDtTm>%s<Acct><Id><Othr>"
            + "<Id>REFUNDS-CNY</Id></Othr></Id><Ccy>CNY</Ccy></Acct>%s%s\n%s\n</Stmt>"
            + "</BkToCstmrStmt></Document>\n")
        .formatted(version, period, balances, summary, entries);
  }

  Statement read() throws UnreadableFile {
    return read(BareTimes.OF_CHINA);
  }

  Statement read(BareTimes bare) throws UnreadableFile {
    return StatementReader.read(Path.of("s.xml"), xml().getBytes(StandardCharsets.UTF_8), bare)
        .getFirst();
  }
}
