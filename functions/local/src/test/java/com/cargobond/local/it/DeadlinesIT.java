package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.shipment;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What happens because days pass, and the trail of it. */
@Isolated("it talks to a system of its own")
class DeadlinesIT {

  private static final Duration SWEPT_WITHIN = Duration.ofSeconds(60);

  @Test
  void overdue_holds_grow_and_guarantees_run_off(@TempDir Path data) {
    try (RunningSystem system = RunningSystem.startOn(data, "--today", "2026-04-26")) {
      RestAssured.baseURI = system.baseUrl().toString();
      IssuedGuarantee expired = aGuarantee().with("coverTo", "2026-04-25").active();
      IssuedGuarantee guarantee = aGuarantee().active();
      Consignment parcel = Consignment.on(guarantee);
      tell(parcel.declared("2730.47"), parcel.released(), parcel.assessed("2730.47"));
      CashDeposit deposit = new CashDeposit();
      deposit.tell("REFUNDED", deposit.taken("10.00"), deposit.refundApproved("A1", "10.00"));

      await()
          .atMost(SWEPT_WITHIN)
          .untilAsserted(
              () ->
                  assertThat(shipment(parcel).getString("cover.held.amount")).isEqualTo("2785.08"));
      await()
          .atMost(SWEPT_WITHIN)
          .untilAsserted(() -> assertThat(status(expired)).isEqualTo("RUN_OFF"));
      assertThat(status(guarantee)).isEqualTo("ACTIVE");
      CommandLine.Result live =
          CommandLine.run("audit", "verify", "--endpoint", system.dynamoDbEndpoint().toString());
      assertThat(live.out()).contains("in order");
      assertThat(live.exitCode()).isZero();
    }

    CommandLine.Result kept = CommandLine.run("audit", "verify", "--data", data.toString());
    assertThat(kept.out()).matches("\\d+ trails with \\d+ entries: in order\\R");
    assertThat(kept.exitCode()).isZero();
  }

  @Test
  void there_must_be_something_to_verify(@TempDir Path data) {
    CommandLine.Result result = CommandLine.run("audit", "verify", "--data", data.toString());

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--data: there are no tables in " + data);
  }

  private static String status(IssuedGuarantee guarantee) {
    return as(Bearer.bank()).get(guarantee.path()).then().statusCode(200).extract().path("status");
  }
}
