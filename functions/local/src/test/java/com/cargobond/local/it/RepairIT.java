package com.cargobond.local.it;

import static com.cargobond.local.it.CashDeposit.figures;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.local.bank.AnswerMode;
import com.cargobond.local.bank.BankProfile;
import com.cargobond.local.bank.BankReason;
import com.cargobond.local.bank.PaymentPlan;
import com.cargobond.local.bank.PaymentState;
import com.cargobond.local.bank.PaymentStatus;
import com.cargobond.local.bank.SeededSchedule;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A refund that comes back, and goes out again to another account of the payer. */
@Isolated("it talks to a system of its own")
class RepairIT {

  private static final PaymentPlan SETTLES = plan(PaymentState.SETTLED);
  private static final PaymentPlan COMES_BACK =
      plan(
          PaymentState.SETTLED,
          new PaymentState(PaymentStatus.RETURNED, Optional.of(BankReason.AC04)));

  private static final SeededSchedule SCHEDULE =
      new SeededSchedule(SeededSchedule.USUAL_SEED, BankProfile.MIXED);

  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

  private final CashDeposit deposit = new CashDeposit();

  @Test
  void a_refund_that_comes_back_from_a_closed_account_is_repaired_and_paid(@TempDir Path data)
      throws IOException {
    try (RunningSystem system = RunningSystem.startOn(data, "--bank", "MIXED")) {
      RestAssured.baseURI = system.baseUrl().toString();
      JsonPath returned =
          deposit.tell(
              "REPAIR",
              deposit.taken("1000.00"),
              deposit.refundApproved(approvalThatComesBack(), "1000.00"));
      String refund = returned.getString("refunds[0].refundId");
      assertThat(figures(returned)).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");
      assertThat(returned.getString("refunds[0].attempts[0].settledAt")).isNotBlank();
      assertThat(returned.getString("refunds[0].attempts[0].outcome")).isEqualTo("RETURNED");
      assertThat(Exceptions.about(deposit.id()))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one).containsEntry("code", "REFUND_NEEDS_REPAIR");
                assertThat(one).containsEntry("reference", refund);
                assertThat(one).containsEntry("detail", "AC04");
              });

      isRefused(repair(refund, "R1"), 404);
      Requests.post(deposit.payeeApproved("R1", "9988")).then().statusCode(202);
      await()
          .atMost(KNOWN_WITHIN)
          .untilAsserted(() -> assertThat(repair(refund, "R1").statusCode()).isEqualTo(200));

      JsonPath repaired = deposit.awaitField("status", "REFUNDED");
      assertThat(figures(repaired)).containsExactly("0.00", "0.00", "1000.00", "0.00", "0.00");
      assertThat(repaired.getString("refunds[0].endToEndId"))
          .isEqualTo(returned.getString("refunds[0].endToEndId"));
      assertThat(repaired.getList("refunds[0].attempts.outcome"))
          .containsExactly("RETURNED", "SETTLED");
      assertThat(repaired.getList("refunds[0].attempts.uetr")).doesNotHaveDuplicates();
      assertThat(repaired.getList("exceptions")).isEmpty();
      assertThat(Exceptions.about(deposit.id())).isEmpty();
      assertThat(bookings(data, repaired.getString("refunds[0].attempts[1].uetr")))
          .isNotEmpty()
          .allMatch(booking -> booking.contains("\"9988\""));
    }
  }

  private static Response repair(String refund, String approvalNo) {
    return json(as(Bearer.ops()), Fields.of("approvalNo", approvalNo))
        .post("/v1/refunds/" + refund + "/repair");
  }

  /** The bank's schedule follows from the end-to-end id, and that from the approval. */
  private String approvalThatComesBack() {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "A" + i)
        .filter(
            approval -> {
              String endToEndId =
                  RefundId.of(new DepositId(deposit.id()), new ApprovalNo(approval)).value();
              return SCHEDULE.plan(endToEndId, 1).equals(COMES_BACK)
                  && SCHEDULE.plan(endToEndId, 2).equals(SETTLES);
            })
        .findFirst()
        .orElseThrow();
  }

  private static PaymentPlan plan(PaymentState... states) {
    return new PaymentPlan(AnswerMode.AT_ONCE, List.of(states), 1);
  }

  private static List<String> bookings(Path data, String uetr) throws IOException {
    return Files.readAllLines(data.resolve("bank.jsonl")).stream()
        .filter(line -> line.contains(uetr) && line.contains("creditor"))
        .toList();
  }
}
