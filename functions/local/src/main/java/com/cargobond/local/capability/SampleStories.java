package com.cargobond.local.capability;

import com.cargobond.local.bank.BankBook;
import com.cargobond.local.bank.BankProfile;
import com.cargobond.local.cli.Chaos;
import com.cargobond.local.deposit.DepositRun;
import com.cargobond.local.deposit.RefundChaos;
import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.local.sample.SampleStory;
import com.cargobond.local.shipment.ShipmentRun;
import java.util.List;

/** The stories of the capabilities. */
public final class SampleStories {

  /** What the bundled sample plays, one after the other. */
  public static final List<SampleStory> SAMPLE =
      List.of(
          system -> ShipmentRun.sample(system).held(), system -> DepositRun.sample(system).held());

  private SampleStories() {}

  /**
   * What is played while processes are killed at their work.
   *
   * @param payers the processes that pay; first those that do nothing else
   */
  public static SampleStory chaos(
      Chaos chaos, BankProfile bank, BankBook book, List<FunctionProcesses> payers) {
    return new RefundChaos(chaos.refunds(), chaos.seed(), bank, book, payers);
  }
}
