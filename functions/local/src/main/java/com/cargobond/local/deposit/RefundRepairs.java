package com.cargobond.local.deposit;

import com.cargobond.local.sample.BatchPoster;
import com.cargobond.local.sample.SampleBatch;
import com.cargobond.local.sample.SampleClient;
import com.cargobond.local.sample.SampleEvent;
import com.cargobond.local.sample.SampleFailure;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * RefundRepairs refunds as it takes two: Customs approves another account, and when the system
 * knows that, operations repair by the number of the approval.
 */
final class RefundRepairs {

  private final SampleClient client;
  private final BatchPoster poster;
  private final int max;
  private final Map<String, Integer> approvals = new HashMap<>();
  private final Set<String> awaited = new HashSet<>();

  /**
   * Begins with none.
   *
   * @param max how often one refund is repaired before it is left as an exception
   */
  RefundRepairs(SampleClient client, PrintStream out, int max) {
    this.client = client;
    this.poster = new BatchPoster(client, out);
    this.max = max;
  }

  /** Takes the next step on a refund that waits for an account; false if it is left as it is. */
  boolean repair(PlannedDeposit deposit, String refund) {
    if (awaited.contains(refund)) {
      if (isRepaired(deposit, refund)) {
        awaited.remove(refund);
      }
      return true;
    }
    int number = approvals.merge(refund, 1, Integer::sum);
    if (number > max) {
      return false;
    }
    List<String> refused =
        poster.post(
            new SampleBatch(
                SampleEvent.CUSTOMS,
                List.of(deposit.payeeApproved(approvalNo(deposit, number), "9988" + number))));
    if (!refused.isEmpty()) {
      throw new SampleFailure(String.join("; ", refused));
    }
    awaited.add(refund);
    return true;
  }

  /** Until the approval is known the system answers that there is none. */
  private boolean isRepaired(PlannedDeposit deposit, String refund) {
    String body = "{\"approvalNo\": \"%s\"}".formatted(approvalNo(deposit, approvals.get(refund)));
    return client.post("OPS", "/v1/refunds/" + refund + "/repair", body).isSuccess();
  }

  private static String approvalNo(PlannedDeposit deposit, int number) {
    return "FIX-%d-%d".formatted(deposit.number(), number);
  }
}
