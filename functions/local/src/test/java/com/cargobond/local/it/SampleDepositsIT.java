package com.cargobond.local.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.deposit.DepositRun;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bundled deposits, of every fate. */
@ExtendWith(SharedSystem.class)
class SampleDepositsIT {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void every_deposit_ends_as_customs_decided_and_again_when_played_again(RunningSystem system) {
    DepositRun.Result first = play(system);
    DepositRun.Result again = play(system);

    assertThat(first.violations()).isEmpty();
    assertThat(again.refunded()).isEqualTo(first.refunded()).isNotEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("60 deposits", "APPROVAL_REFUSED", "In balance");
  }

  private DepositRun.Result play(RunningSystem system) {
    Function<String, String> tokens =
        role -> role.equals("CARRIER") ? Bearer.carrier(SampleDay.USCC) : Bearer.of(role);
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return DepositRun.sample(
        new SampleSystem(system.baseUrl(), tokens, () -> true, events -> {}, out));
  }
}
