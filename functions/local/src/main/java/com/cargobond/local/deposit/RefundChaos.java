package com.cargobond.local.deposit;

import com.cargobond.local.bank.BankBook;
import com.cargobond.local.bank.BankProfile;
import com.cargobond.local.lambda.FunctionProcesses;
import com.cargobond.local.lambda.ProcessKiller;
import com.cargobond.local.sample.SampleStory;
import com.cargobond.local.sample.SampleSystem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refunds deposits while the processes that pay them are killed at their work, and compares what
 * the ledger holds for paid with the book of the bank.
 */
public final class RefundChaos implements SampleStory {

  private static final int REPAIRS_MAX = 3;

  private final int refunds;
  private final long seed;
  private final BankProfile bank;
  private final BankBook book;
  private final List<FunctionProcesses> payers;

  /**
   * One trial.
   *
   * @param refunds how many deposits are refunded
   * @param seed what the deposits are follows from it
   * @param bank how the bank behaves
   * @param book what that bank has done
   * @param payers the processes that pay refunds; first those that do nothing else
   */
  public RefundChaos(
      int refunds, long seed, BankProfile bank, BankBook book, List<FunctionProcesses> payers) {
    this.refunds = refunds;
    this.seed = seed;
    this.bank = bank;
    this.book = book;
    this.payers = payers;
  }

  @Override
  public boolean play(SampleSystem system) {
    PrintStream out = system.out();
    out.printf("%,d refunds, seed %d, bank %s%n", refunds, seed, bank);
    DepositRun.Result result;
    int kills;
    try (ProcessKiller killer = new ProcessKiller(payers, seed)) {
      result =
          DepositRun.refunds(system, refunds, seed, REPAIRS_MAX, () -> book.unfinished().isEmpty());
      kills = killer.kills();
    }
    out.printf("%,d processes were killed while they were paying%n", kills);
    List<String> violations = compare(result.refunded(), out);
    violations.forEach(violation -> out.println("VIOLATED: " + violation));
    if (violations.isEmpty()) {
      out.println("Paid once: the bank's book and the ledger agree to the fen.");
    }
    return result.held() && violations.isEmpty();
  }

  private List<String> compare(Map<String, Long> refunded, PrintStream out) {
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
