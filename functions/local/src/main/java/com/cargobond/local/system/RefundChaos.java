package com.cargobond.local.system;

import com.cargobond.local.bank.BankBook;
import com.cargobond.local.cli.Chaos;
import com.cargobond.local.sample.DepositRun;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refunds deposits while the processes that pay them are killed at their work, and compares what
 * the ledger holds for paid with the book of the bank.
 */
final class RefundChaos implements Activity {

  private static final int REPAIRS_MAX = 3;

  private final SystemContext context;
  private final Chaos chaos;
  private final PrintStream out;

  RefundChaos(SystemContext context, Chaos chaos) {
    this.context = context;
    this.chaos = chaos;
    this.out = context.console();
  }

  @Override
  public int run(Running system) {
    out.printf(
        "%,d refunds, seed %d, bank %s%n", chaos.refunds(), chaos.seed(), context.options().bank());
    BankBook book = context.bankBook();
    DepositRun.Result result;
    int kills;
    try (ProcessKiller killer = new ProcessKiller(system.payers(), chaos.seed())) {
      result =
          DepositRun.refunds(
              context.baseUrl(),
              context.tokens(),
              out,
              chaos.refunds(),
              chaos.seed(),
              REPAIRS_MAX,
              () -> book.unfinished().isEmpty());
      kills = killer.kills();
    }
    out.printf("%,d processes were killed while they were paying%n", kills);
    List<String> violations = compare(result.refunded(), book);
    violations.forEach(violation -> out.println("VIOLATED: " + violation));
    if (violations.isEmpty()) {
      out.println("Paid once: the bank's book and the ledger agree to the fen.");
    }
    return result.held() && violations.isEmpty() ? 0 : 1;
  }

  private List<String> compare(Map<String, Long> refunded, BankBook book) {
    Map<String, Long> paid = new TreeMap<>();
    book.settledSums().forEach((endToEndId, sum) -> paid.put(endToEndId, sum.minor()));
    out.printf(
        "The bank paid %,d end-to-end ids, the ledger refunded %,d; %d were paid twice, and %d times"
            + " it was tried%n",
        paid.size(),
        refunded.size(),
        book.paidMoreThanOnce().size(),
        book.attemptedDoublePayments());
    List<String> violations = new ArrayList<>();
    book.paidMoreThanOnce().forEach(id -> violations.add(id + " was paid more than once"));
    if (book.attemptedDoublePayments() > 0) {
      violations.add("a payment was sent although another might have been paid");
    }
    paid.forEach(
        (id, fen) -> {
          if (!fen.equals(refunded.get(id))) {
            violations.add(
                "%s: the bank paid %d fen, the ledger refunded %s"
                    .formatted(id, fen, refunded.get(id)));
          }
        });
    refunded.keySet().stream()
        .filter(id -> !paid.containsKey(id))
        .forEach(id -> violations.add(id + ": refunded in the ledger, and the bank did not pay"));
    return violations;
  }
}
