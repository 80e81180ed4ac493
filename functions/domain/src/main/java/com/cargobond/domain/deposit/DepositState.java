package com.cargobond.domain.deposit;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.deposit.DepositFact.Frozen;
import com.cargobond.domain.deposit.DepositFact.Unfrozen;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.Payments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deposit's journal comes to: what Customs said, by business time; what courts said; and
 * what was handed to the bank, as it was written.
 */
final class DepositState {

  final Ruling ruling;
  final Payments payments;
  final Map<PaymentId, Refund> refunds;
  final Optional<DepositFigures> figures;

  private final CustomsWords words = new CustomsWords();
  private final SentRefunds sent = new SentRefunds(words);
  private final CourtOrders courtOrders = new CourtOrders();
  private Optional<Instant> lastActivity = Optional.empty();
  private Optional<LocalDate> lastElapsed = Optional.empty();

  DepositState(List<DepositEntry> journal) {
    journal.forEach(this::add);
    payments = sent.payments();
    ruling = sent.ruling();
    refunds = ruling.refunds();
    figures = ruling.figures();
  }

  boolean isFrozen() {
    return courtOrders.freeze(
        ruling.taking().map(taking -> taking.word().content().declarationNo()));
  }

  /** The day of the last word or payment, by the time at which it happened. */
  Optional<LocalDate> lastActivity() {
    return lastActivity.map(ChinaDay::of);
  }

  /** The day on which the clock found it idle, if nothing has happened since. */
  Optional<LocalDate> idleSince() {
    return lastElapsed.filter(day -> lastActivity().filter(day::isAfter).isPresent());
  }

  private void add(DepositEntry entry) {
    switch (entry) {
      case DepositEntry.Learned learned -> learn(learned.event());
      case DepositEntry.PaymentStep step -> sent.add(step.entry());
      case DepositEntry.RepairedOnTrust repaired -> sent.repair(repaired);
      case DepositEntry.Elapsed elapsed -> lastElapsed = Optional.of(elapsed.day());
    }
    activeAt(entry).ifPresent(this::wasActive);
  }

  /** What the clock itself writes is no activity. */
  private static Optional<Instant> activeAt(DepositEntry entry) {
    return switch (entry) {
      case DepositEntry.Learned learned -> Optional.of(learned.event().time());
      case DepositEntry.PaymentStep step when step.entry() instanceof PaymentEntry.Unanswered ->
          Optional.empty();
      case DepositEntry.Elapsed elapsed -> Optional.empty();
      default -> Optional.of(entry.at());
    };
  }

  private void wasActive(Instant at) {
    if (lastActivity.filter(at::isBefore).isEmpty()) {
      lastActivity = Optional.of(at);
    }
  }

  private void learn(ShipmentEvent event) {
    switch (event.fact()) {
      case Frozen frozen -> courtOrders.frozen(frozen.orderNo(), event);
      case Unfrozen unfrozen -> courtOrders.lifted(unfrozen.orderNo(), event);
      default -> words.hear(event);
    }
  }
}
