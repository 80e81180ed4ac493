package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.RefusalCode;
import com.cargobond.domain.guarantee.Refused;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cash that Customs holds as security, and its way back. A deposit is its journal: everything else
 * follows from the entries in their order, so that the same journal always comes to the same.
 */
public final class Deposit {

  /** Bounds what Customs may say of one deposit, and so what is stored and read for it. */
  public static final int ENTRIES_MAX = 150;

  /** Bounds what is kept of payments that were never sent: the bank must not fill the journal. */
  public static final int UNKNOWN_OUTCOMES_MAX = 20;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DepositId id;
  private final List<DepositEntry> journal;
  private final DepositState state = new DepositState();

  /** The deposit that a journal describes. */
  public Deposit(DepositId id, List<DepositEntry> journal) {
    this.id = id;
    this.journal = List.copyOf(journal);
    journal.forEach(state::add);
  }

  /** A deposit of which nothing is known. */
  public static Deposit unknown(DepositId id) {
    return new Deposit(id, List.of());
  }

  public DepositId id() {
    return id;
  }

  /** All that happened, in its order. */
  public List<DepositEntry> journal() {
    return journal;
  }

  /** Whether it has as many entries as an event of Customs may find. */
  public boolean isFull() {
    return journal.size() >= ENTRIES_MAX;
  }

  /** The shipment that Customs named first. */
  public Optional<ShipmentId> shipment() {
    return learned().findFirst().map(learned -> learned.event().shipment());
  }

  /** Where the money is; empty until the deposit was taken. */
  public Optional<DepositFigures> figures() {
    return state.figures;
  }

  /** Who paid it; empty until it was taken. */
  public Optional<AccountHolder> payer() {
    return state.taken.map(taken -> taken.payer());
  }

  /** The refunds that were ordered, oldest first. */
  public List<Refund> refunds() {
    return List.copyOf(state.refunds.values());
  }

  /** The refund with this id. */
  public Optional<Refund> refund(RefundId refund) {
    return Optional.ofNullable(state.refunds.get(refund));
  }

  /** Whether a court forbids to pay out. */
  public boolean isFrozen() {
    return state.isFrozen();
  }

  /** What Customs said under this key. */
  public Optional<ShipmentEvent> recorded(String eventKey) {
    return learned()
        .map(DepositEntry.Learned::event)
        .filter(event -> event.key().equals(eventKey))
        .findFirst();
  }

  /** Where it stands. */
  public DepositStatus status() {
    if (state.figures.isEmpty()) {
      return DepositStatus.REQUIRED;
    }
    DepositFigures figures = state.figures.get();
    if (figures.forfeited() > 0) {
      return DepositStatus.FORFEITED;
    }
    Optional<DepositStatus> open =
        Stream.of(
                RefundStatus.REPAIR, RefundStatus.FAILED, RefundStatus.SENT, RefundStatus.APPROVED)
            .filter(status -> refunds().stream().anyMatch(refund -> refund.status() == status))
            .map(Deposit::statusOf)
            .findFirst();
    return open.orElseGet(() -> settledStatus(figures));
  }

  private static DepositStatus statusOf(RefundStatus refund) {
    return switch (refund) {
      case REPAIR -> DepositStatus.REPAIR;
      case FAILED -> DepositStatus.REFUND_FAILED;
      case SENT -> DepositStatus.REFUND_SENT;
      case APPROVED -> DepositStatus.REFUND_APPROVED;
      case REFUNDED -> DepositStatus.REFUNDED;
    };
  }

  private DepositStatus settledStatus(DepositFigures figures) {
    if (figures.held() > 0) {
      if (state.dormantSince.isPresent()) {
        return DepositStatus.DORMANT;
      }
      return figures.converted() > 0 ? DepositStatus.CONVERT_APPROVED : DepositStatus.HELD;
    }
    return figures.refunded() > 0 ? DepositStatus.REFUNDED : DepositStatus.CONVERTED;
  }

  /** What needs a person, as things stand. */
  public List<DepositException> exceptions() {
    return OpenMatters.of(state);
  }

  /** Learns what Customs says. It moves money only as far as the rules allow. */
  public Deposit learn(ShipmentEvent event, Instant receivedAt) {
    return with(new DepositEntry.Learned(event, receivedAt));
  }

  /** What is to be done about a refund now. */
  public NextStep nextStep(RefundId refundId, Instant now, BankHours hours) {
    Refund refund = state.refunds.get(refundId);
    if (refund == null) {
      return new NextStep.Nothing();
    }
    return switch (refund.status()) {
      case SENT -> new NextStep.Ask(refund.attempts().getLast().uetr());
      case REFUNDED, REPAIR -> new NextStep.Nothing();
      case APPROVED, FAILED -> sendIfAllowed(now, hours);
    };
  }

  /**
   * What is to be done about an attempt that never reached the bank: only the refund's last is sent
   * again, and only while nobody has heard what became of it and the bank does not say that it paid
   * by another.
   */
  public NextStep nextStepAfterLoss(RefundId refundId, Uetr uetr, Instant now, BankHours hours) {
    boolean isLost = nextStep(refundId, now, hours).equals(new NextStep.Ask(uetr));
    return isLost && !state.isClaimed(state.refunds.get(refundId))
        ? sendIfAllowed(now, hours)
        : new NextStep.Nothing();
  }

  private NextStep sendIfAllowed(Instant now, BankHours hours) {
    return isFrozen()
        ? new NextStep.Nothing()
        : hours.closedUntil(now).<NextStep>map(NextStep.Wait::new).orElseGet(NextStep.Send::new);
  }

  /**
   * Writes down an attempt, before the bank is called.
   *
   * @throws IllegalStateException if the refund is not due, or the deposit is frozen
   */
  public Deposit sending(RefundId refund, Uetr uetr, Instant now) {
    if (isFrozen() || !refund(refund).map(Refund::isDue).orElse(false)) {
      throw new IllegalStateException("refund " + refund + " must not be sent");
    }
    return with(new DepositEntry.Sent(refund, uetr, now));
  }

  /**
   * Learns what the bank says of a refund's payment. Twice is once, and after a return nothing is
   * news. A payment that was none of the refund's attempts needs a person and moves nothing.
   *
   * @throws Refused WRONG_STATE if the bank told of too many payments that were never sent
   */
  public Deposit told(
      RefundId refund, Uetr uetr, PaymentOutcome outcome, Optional<String> reason, Instant now) {
    Optional<Attempt> attempt = refund(refund).flatMap(known -> known.attempt(uetr));
    if (attempt.isEmpty()) {
      return toldOfUnknown(new DepositEntry.ToldOfUnknown(refund, uetr, outcome, reason, now));
    }
    boolean isReturned = attempt.get().outcome().equals(Optional.of(PaymentOutcome.RETURNED));
    return state.hasHeard(uetr, outcome) || isReturned
        ? this
        : with(new DepositEntry.Told(uetr, outcome, reason, now));
  }

  private Deposit toldOfUnknown(DepositEntry.ToldOfUnknown told) {
    if (state.unknownOutcomes.contains(DepositState.matter(told))) {
      return this;
    }
    if (state.unknownOutcomes.size() >= UNKNOWN_OUTCOMES_MAX) {
      throw new Refused(RefusalCode.WRONG_STATE, "too many unknown payments were told of");
    }
    return with(told);
  }

  /**
   * Pays a refund to another account of the same company.
   *
   * @throws Refused WRONG_STATE if the refund does not wait for one, DUPLICATE if the approval
   *     number was used
   */
  public Deposit repair(
      RefundId refund, AccountNo account, CnapsCode cnaps, ApprovalNo approvalNo, Instant now) {
    if (refund(refund).filter(r -> r.status() == RefundStatus.REPAIR).isEmpty()) {
      throw new Refused(RefusalCode.WRONG_STATE, "the refund does not wait for a repair");
    }
    if (state.knows(approvalNo)) {
      throw new Refused(RefusalCode.DUPLICATE, "the approval number was used before");
    }
    return with(new DepositEntry.Repaired(refund, account, cnaps, approvalNo, now));
  }

  /**
   * Flags payments that the bank has not answered for, or makes a deposit dormant, or lets it fall
   * to the treasury, when that has lasted as long as the law allows. The same day twice changes
   * nothing more.
   */
  public Deposit elapse(LocalDate today, Instant now) {
    if (deadline().filter(end -> !today.isBefore(end)).isEmpty()) {
      return this;
    }
    List<DepositEntry> silences =
        unflagged()
            .filter(attempt -> !today.isBefore(answerDeadline(attempt)))
            .<DepositEntry>map(attempt -> new DepositEntry.Unanswered(attempt.uetr(), now))
            .toList();
    return with(silences.isEmpty() ? List.of(new DepositEntry.Elapsed(today, now)) : silences);
  }

  /**
   * The day on which a person must ask the bank for its answer, or else on which the deposit
   * becomes dormant, or falls to the treasury, if nobody claims it before.
   */
  public Optional<LocalDate> deadline() {
    return unflagged()
        .map(Deposit::answerDeadline)
        .min(LocalDate::compareTo)
        .or(this::idleDeadline);
  }

  private Optional<LocalDate> idleDeadline() {
    boolean isIdle = refunds().stream().allMatch(r -> r.status() == RefundStatus.REFUNDED);
    boolean isHeld = state.figures.filter(figures -> figures.held() > 0).isPresent();
    if (!isIdle || !isHeld || isFrozen()) {
      return Optional.empty();
    }
    return Optional.of(
        state
            .dormantSince
            .map(since -> since.plusDays(Law.on(since).depositForfeitDays()))
            .orElseGet(() -> lastActivity().plusDays(Law.on(lastActivity()).depositDormantDays())));
  }

  /** The attempts that wait for an outcome, and that no person was told of. */
  private Stream<Attempt> unflagged() {
    return refunds().stream()
        .flatMap(refund -> refund.awaited().stream())
        .filter(attempt -> !state.unanswered.contains(attempt.uetr()));
  }

  private static LocalDate answerDeadline(Attempt attempt) {
    LocalDate sent = attempt.sentAt().atZone(ZONE).toLocalDate();
    return sent.plusDays(Law.on(sent).refundUnansweredDays());
  }

  private LocalDate lastActivity() {
    return journal.stream()
        .map(
            entry ->
                entry instanceof DepositEntry.Learned learned ? learned.event().time() : entry.at())
        .max(Instant::compareTo)
        .orElseThrow()
        .atZone(ZONE)
        .toLocalDate();
  }

  private Stream<DepositEntry.Learned> learned() {
    return journal.stream()
        .filter(DepositEntry.Learned.class::isInstance)
        .map(DepositEntry.Learned.class::cast);
  }

  private Deposit with(DepositEntry entry) {
    return with(List.of(entry));
  }

  private Deposit with(List<DepositEntry> entries) {
    List<DepositEntry> longer = new ArrayList<>(journal);
    longer.addAll(entries);
    return new Deposit(id, longer);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deposit that && id.equals(that.id) && journal.equals(that.journal);
  }

  @Override
  public int hashCode() {
    return journal.hashCode();
  }

  @Override
  public String toString() {
    return "Deposit " + id + " " + status();
  }
}
