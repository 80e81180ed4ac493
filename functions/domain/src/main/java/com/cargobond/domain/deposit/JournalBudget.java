package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Frozen;
import com.cargobond.domain.deposit.DepositFact.Unfrozen;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentSize;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How much of a deposit's item each speaker may fill, in bytes, so that none can keep another from
 * being heard. Together they stay below the 400 KB that DynamoDB allows an item.
 */
public final class JournalBudget {

  /** What Customs may say. */
  public static final int CUSTOMS_BYTES_MAX = 200_000;

  /** What courts may say besides; they may also use what Customs leaves. */
  public static final int COURTS_BYTES_MAX = 80_000;

  /** What is written about payments, the bank's answers included. */
  public static final int PAYMENTS_BYTES_MAX = 110_000;

  private JournalBudget() {}

  /** Whether the journal has room for what Customs or a court says. */
  static boolean hasRoomFor(List<DepositEntry> journal, ShipmentEvent event) {
    int bytes = JournalSize.bytes(new DepositEntry.Learned(event, Instant.EPOCH));
    int customs = bytes(journal, JournalBudget::isOfCustoms);
    int courts = bytes(journal, JournalBudget::isOfCourt);
    boolean isWithinBoth = customs + courts + bytes <= CUSTOMS_BYTES_MAX + COURTS_BYTES_MAX;
    return isWithinBoth && (isOfCourt(event) || customs + bytes <= CUSTOMS_BYTES_MAX);
  }

  /**
   * Whether one more attempt, and all that the bank may say of it and of the others, has room. What
   * was handed to the bank must find room for its outcome.
   */
  static boolean hasRoomForAttempt(List<DepositEntry> journal) {
    long steps = PaymentSize.reserved(steps(journal));
    int others = bytes(journal, JournalBudget::isOther);
    return steps + PaymentSize.ATTEMPT_BYTES + others <= PAYMENTS_BYTES_MAX;
  }

  private static int bytes(List<DepositEntry> journal, Predicate<DepositEntry> which) {
    return journal.stream().filter(which).mapToInt(JournalSize::bytes).sum();
  }

  private static boolean isOfCustoms(DepositEntry entry) {
    return entry instanceof DepositEntry.Learned learned && !isOfCourt(learned.event());
  }

  private static boolean isOfCourt(DepositEntry entry) {
    return entry instanceof DepositEntry.Learned learned && isOfCourt(learned.event());
  }

  static boolean isOfCourt(ShipmentEvent event) {
    return event.fact() instanceof Frozen || event.fact() instanceof Unfrozen;
  }

  private static Stream<PaymentEntry> steps(List<DepositEntry> journal) {
    return journal.stream()
        .filter(DepositEntry.PaymentStep.class::isInstance)
        .map(step -> ((DepositEntry.PaymentStep) step).entry());
  }

  /** What else is written beside what is said of the deposit. */
  private static boolean isOther(DepositEntry entry) {
    return switch (entry) {
      case DepositEntry.RepairedOnTrust it -> true;
      case DepositEntry.Elapsed it -> true;
      case DepositEntry.Learned it -> false;
      case DepositEntry.PaymentStep it -> false;
    };
  }
}
