package com.cargobond.local.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** Refunds through processes that are killed while they pay; the larger run is the command's. */
@Isolated("it keeps the machine busy")
@EnabledIfSystemProperty(
    named = "cargobond.it.run",
    matches = ".*--native.*",
    disabledReason = "only processes of their own can be killed: ./cargobond test --native")
class ChaosIT {

  @Test
  void every_refund_is_paid_once_although_its_payers_are_killed() {
    CommandLine.Result result =
        CommandLine.run(
            "chaos", "--refunds", "150", "--seed", "7", "--port", RunningSystem.freePort());

    assertThat(result.out())
        .contains(
            "150 deposits",
            "In balance: every deposit ended as Customs decided, or an exception says why.",
            "0 were paid twice",
            "Paid once: the bank's book and the ledger agree to the fen.")
        .doesNotContain("VIOLATED")
        .doesNotContain("\n0 processes were killed");
    assertThat(result.exitCode()).isZero();
  }
}
