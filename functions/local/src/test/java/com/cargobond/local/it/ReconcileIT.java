package com.cargobond.local.it;

import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.calendar.ChinaDay;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The bank's statement of a day held against the ledger, on a system of its own. */
@Isolated
class ReconcileIT {

  private static final String BANK_TOKEN = "stand-in";

  @TempDir Path directory;

  @Test
  void a_day_agrees_until_one_side_says_something_else() throws IOException {
    try (RunningSystem system = RunningSystem.start()) {
      RestAssured.baseURI = system.baseUrl().toString();
      List<JsonPath> paid = Stream.of("1000.00", "700.00", "0.01").map(ReconcileIT::paid).toList();
      String xml = statement(system, day(paid.getLast()));

      CommandLine.Result agreed = reconcile(system, xml);
      assertThat(agreed.err()).isEmpty();
      assertThat(agreed.out()).contains("3 agree, 0 differ, 0 missing in the ledger, 0 missing on");
      assertThat(agreed.exitCode()).isZero();

      String list =
          "depositId,approvalNo,decision,amount,currency\n"
              + paid.stream().map(ReconcileIT::listed).collect(Collectors.joining("\n"));
      CommandLine.Result threeWays = reconcile(system, xml, list);
      assertThat(threeWays.out())
          .contains("3 agree, 0 differ, 0 missing in the ledger, 0 missing on Customs' list");
      assertThat(threeWays.exitCode()).isZero();

      CommandLine.Result contradicted =
          reconcile(system, xml, list.replace("REFUND,700.00", "CONVERSION,700.01"));
      assertThat(contradicted.out())
          .containsPattern(
              "differs .*  CONVERSION 700.01 CNY .*: CONVERSION, in the ledger REFUND;"
                  + " amount 700.01 CNY, in the ledger 700.00 CNY");
      assertThat(contradicted.exitCode()).isEqualTo(1);

      CommandLine.Result altered = reconcile(system, xml.replace("700.00", "700.01"));
      assertThat(altered.exitCode()).isEqualTo(1);
      assertThat(altered.out())
          .containsPattern(
              "differs .*"
                  + refundId(paid.get(1))
                  + ".* amount 700.01 CNY, in the ledger 700.00 CNY")
          .contains("2 agree, 1 differ, 0 missing in the ledger, 0 missing on the statement");

      CommandLine.Result removed = reconcile(system, without(refundId(paid.get(2)), xml));
      assertThat(removed.exitCode()).isEqualTo(1);
      assertThat(removed.out())
          .containsPattern("missing on the statement  payment 0.01 CNY .*" + refundId(paid.get(2)));

      returned(paid.getFirst());
      CommandLine.Result returned = reconcile(system, xml);
      assertThat(returned.exitCode()).isEqualTo(1);
      assertThat(returned.out())
          .containsPattern(
              "missing on the statement  return 1000.00 CNY .*" + refundId(paid.getFirst()));

      CommandLine.Result broken = reconcile(system, xml.replace("CNY\">700", "CNH\">700"));
      assertThat(broken.exitCode()).isEqualTo(1);
      assertThat(broken.out())
          .containsPattern("cannot be read .* must be an ISO 4217 currency")
          .containsPattern("missing on the statement  payment 700.00 CNY");

      CommandLine.Result none = reconcile(system, "<Document/>");
      assertThat(none.exitCode()).isEqualTo(2);
      assertThat(none.err()).contains("not a Document of a statement").hasLineCount(1);
      assertThat(none.out()).isEmpty();

      CommandLine.Result unbalanced =
          reconcile(system, xml.replaceFirst("(CLBD.*?>)\\d+\\.", "$1" + "9999."));
      assertThat(unbalanced.exitCode()).isEqualTo(1);
      assertThat(unbalanced.out())
          .containsPattern("contradiction .* the closing balance \\(CLBD\\) is -9999.")
          .contains("3 agree, 0 differ, 0 missing in the ledger, 1 missing on the statement");
    }
  }

  private static JsonPath paid(String amount) {
    CashDeposit deposit = new CashDeposit();
    return deposit.tell("REFUNDED", deposit.taken(amount), deposit.refundApproved("A1", amount));
  }

  private static String refundId(JsonPath deposit) {
    return deposit.getString("refunds[0].refundId");
  }

  private static LocalDate day(JsonPath deposit) {
    return ChinaDay.of(Instant.parse(deposit.getString("refunds[0].attempts[0].settledAt")));
  }

  /** The bank tells it to the ledger, and forgets to book it. */
  private static void returned(JsonPath deposit) {
    json(
            as(Bearer.bank()),
            Fields.of(
                "uetr",
                deposit.getString("refunds[0].attempts[0].uetr"),
                "outcome",
                "RETURNED",
                "reason",
                "AC04"))
        .post("/v1/refunds/" + refundId(deposit) + "/outcome")
        .then()
        .statusCode(200);
  }

  private static String statement(RunningSystem system, LocalDate day) {
    return as(BANK_TOKEN)
        .get(system.bankUrl() + "/statements/" + day)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static String without(String refundId, String xml) {
    return Stream.of(xml.split("(?=<Ntry>)|(?<=</Ntry>)"))
        .filter(part -> !part.contains(refundId))
        .reduce("", String::concat);
  }

  /** As Customs lists its decision; whenever it was made, the ledger knows it by its deposit. */
  private static String listed(JsonPath deposit) {
    return String.join(
        ",",
        deposit.getString("depositId"),
        deposit.getString("approvals[0].approvalNo"),
        "REFUND",
        deposit.getString("received.amount"),
        "CNY");
  }

  private CommandLine.Result reconcile(RunningSystem system, String xml, String list)
      throws IOException {
    Path statement = Files.writeString(directory.resolve("statement.xml"), xml);
    Path customs = Files.writeString(directory.resolve("customs.csv"), list);
    return CommandLine.run(
        "reconcile",
        "--statement",
        statement.toString(),
        "--customs",
        customs.toString(),
        "--url",
        system.baseUrl().toString());
  }

  private CommandLine.Result reconcile(RunningSystem system, String xml) throws IOException {
    Path file = Files.writeString(directory.resolve("statement.xml"), xml);
    return CommandLine.run(
        "reconcile", "--statement", file.toString(), "--url", system.baseUrl().toString());
  }
}
