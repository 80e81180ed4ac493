package com.cargobond.domain.deposit;

import com.cargobond.domain.calendar.ChinaDay;
import com.cargobond.domain.deposit.DepositFact.Frozen;
import com.cargobond.domain.deposit.DepositFact.Unfrozen;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.AccountHolder;
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

  final PaymentSteps payments = new PaymentSteps();
  final Ruling ruling;
  final Map<RefundId, Refund> refunds;
  final Optional<DepositFigures> figures;

  private final CustomsWords words = new CustomsWords();
  private final CourtOrders courtOrders = new CourtOrders();
  private Optional<Instant> lastActivity = Optional.empty();
  private Optional<LocalDate> lastElapsed = Optional.empty();

  DepositState(List<DepositEntry> journal) {
    journal.forEach(this::add);
    ruling = new Ruling(words, payments.sent);
    refunds = ruling.refunds();
    figures = ruling.figures();
  }

  boolean isFrozen() {
    return courtOrders.freeze(
        ruling.taking().map(taking -> taking.telling().content().declarationNo()));
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
      case DepositEntry.Sent step -> send(step);
      case DepositEntry.Told told ->
          payments.hear(told, (id, amount) -> new Ruling(words, payments.sent).hasRoom(id, amount));
      case DepositEntry.ToldOfUnknown told ->
          payments.unknownOutcomes.add(PaymentSteps.matter(told));
      case DepositEntry.Denied denied -> payments.deny(denied.uetr());
      case DepositEntry.Repaired repaired -> repair(repaired);
      case DepositEntry.Unanswered silence -> payments.unanswered.add(silence.uetr());
      case DepositEntry.Elapsed elapsed -> lastElapsed = Optional.of(elapsed.day());
    }
    activeAt(entry).ifPresent(this::wasActive);
  }

  /** What the clock itself writes is no activity. */
  private static Optional<Instant> activeAt(DepositEntry entry) {
    return switch (entry) {
      case DepositEntry.Learned learned -> Optional.of(learned.event().time());
      case DepositEntry.Unanswered silence -> Optional.empty();
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

  /**
   * A refund is sent as Customs had ordered it by then. Versions before this one sent also what is
   * in doubt by the rules of this one: by their own rules, or else again as it was sent before, and
   * at first as it was heard first.
   */
  private void send(DepositEntry.Sent step) {
    Ruling asOfThen = new Ruling(words, payments.sent);
    Optional<Telling<Order>> sure =
        asOfThen
            .sure(step.refund())
            .or(() -> Ruling.ofEarlierVersions(words, payments.sent).sure(step.refund()));
    SentRefund before = payments.sent.get(step.refund());
    if (before != null) {
      payments.send(
          sure.map(asOfThen::refund).orElse(before.refund()),
          sure.map(Telling::content).orElse(before.order()),
          step);
      return;
    }
    Telling<Order> ordered = sure.orElseGet(() -> RefundOrders.heardFirst(words, step.refund()));
    payments.send(
        RefundOrders.refund(ordered, asOfThen.taking().orElseThrow().telling()),
        ordered.content(),
        step);
  }

  private void repair(DepositEntry.Repaired repaired) {
    AccountHolder before = payments.sent.get(repaired.refund()).refund().payee();
    Optional<AccountHolder> named =
        repaired.named().map(account -> before.on(account.number(), account.cnaps()));
    Optional<AccountHolder> approved = named.isPresent() ? Optional.empty() : approved(repaired);
    payments.repair(
        repaired.refund(),
        repaired.approvalNo(),
        approved.or(() -> named).orElse(before),
        approved.map(known -> repaired.approvalNo()));
  }

  /** What was sure for an earlier version, which had other rules, need not be sure for this one. */
  private Optional<AccountHolder> approved(DepositEntry.Repaired repaired) {
    return new Ruling(words, payments.sent)
        .payee(repaired.approvalNo())
        .or(() -> words.payee(repaired.approvalNo()));
  }
}
