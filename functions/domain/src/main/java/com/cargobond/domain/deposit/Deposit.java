package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cash that Customs holds as security, and its way back. A deposit is its journal: everything else
 * follows from it. What Customs and courts say counts by business time, whatever came first; what
 * was done with the bank counts as it was written.
 */
public final class Deposit implements Subject {

  /** Deposits are learned of by events. */
  public static final Kind<Deposit> KIND =
      Kind.learned("DEPOSIT", Deposit.class, id -> unknown(new DepositId(id)));

  /** Bounds what is kept of payments that were never sent: the bank must not fill the journal. */
  public static final int UNKNOWN_OUTCOMES_MAX = 20;

  /** Bounds the silences that one change tells of, so that it fits into one transaction. */
  public static final int SILENCES_MAX = 20;

  private final DepositId id;
  private final List<DepositEntry> journal;
  private final DepositState state;
  private final DepositClock clock;

  /** The deposit that a journal describes. */
  public Deposit(DepositId id, List<DepositEntry> journal) {
    this.id = id;
    this.journal = List.copyOf(journal);
    this.state = new DepositState(this.journal);
    this.clock = new DepositClock(state);
  }

  /** A deposit of which nothing is known. */
  public static Deposit unknown(DepositId id) {
    return new Deposit(id, List.of());
  }

  @Override
  public Ref ref() {
    return KIND.ref(id.value());
  }

  public DepositId id() {
    return id;
  }

  /** All that happened, in its order. */
  public List<DepositEntry> journal() {
    return journal;
  }

  /** Whether this can be learned too. */
  public boolean hasRoomFor(ShipmentEvent event) {
    return JournalBudget.hasRoomFor(journal, event);
  }

  /** The shipment that Customs named first. */
  public Optional<ShipmentId> shipment() {
    return learned().findFirst().map(learned -> learned.event().shipment());
  }

  /** Where the money is; empty until the deposit was taken. */
  public Optional<DepositFigures> figures() {
    return state.figures;
  }

  /** The declarations that it was taken on: one, unless Customs told several; none until it was. */
  public Set<DeclarationNo> declarations() {
    return learned()
        .map(learned -> learned.event().fact())
        .filter(Taken.class::isInstance)
        .map(fact -> ((Taken) fact).declarationNo())
        .collect(Collectors.toSet());
  }

  /** Who paid it; empty until it was taken. */
  public Optional<AccountHolder> payer() {
    return state.ruling.taking().map(taking -> taking.telling().content().payer());
  }

  /** The refunds that were ordered, by Customs' time. */
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
    return DepositStatus.of(refunds(), state.figures.get(), dormantSince().isPresent());
  }

  /** Since when it is dormant; empty while anybody has to act on it. */
  Optional<LocalDate> dormantSince() {
    return clock.dormantSince();
  }

  /** How many refunds wait for the deposit to be taken. */
  public int refundsWaiting() {
    return (int)
        state.ruling.waiting().stream()
            .map(Telling::content)
            .filter(order -> order.kind() == Order.Kind.REFUND)
            .map(Order::number)
            .distinct()
            .count();
  }

  /** How many refunds are refused only because the money is held for others or has left. */
  public int refundsWantingMoney() {
    return state.ruling.refundsWantingMoney();
  }

  /** The refunds that Customs has ordered, or ordered again, since the journal was shorter. */
  public Set<RefundId> refundsOrderedSince(Deposit before) {
    return journal.stream()
        .skip(before.journal.size())
        .flatMap(Deposit::ordered)
        .collect(Collectors.toSet());
  }

  private static Stream<RefundId> ordered(DepositEntry entry) {
    return entry instanceof DepositEntry.Learned learned
            && learned.event().fact() instanceof DepositFact.RefundApproved approved
        ? Stream.of(RefundId.of(approved.depositId(), approved.approval().number()))
        : Stream.empty();
  }

  /** What became of Customs' orders. */
  Stream<Verdict> verdicts() {
    return state.ruling.verdicts();
  }

  @Override
  public Map<String, String> logFields() {
    return Map.of("depositId", id.value(), "depositStatus", status().name());
  }

  /** What needs a person, as things stand. */
  @Override
  public List<Matter> matters() {
    return OpenMatters.of(this, state);
  }

  /** Whether a refund that is due may be handed to the bank, at its hours. */
  public boolean letsPay(RefundId refund) {
    return !isFrozen()
        && state.ruling.letsPay(refund)
        && refund(refund).filter(state.payments::isClaimed).isEmpty()
        && hasRoomForAttempt();
  }

  /** Whether another attempt can be written down. */
  boolean hasRoomForAttempt() {
    return JournalBudget.hasRoomForAttempt(journal);
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
      case ASKING -> new NextStep.Ask(state.payments.question(refundId).orElseThrow());
      case REFUNDED, REPAIR, LAPSED -> new NextStep.Nothing();
      case APPROVED, FAILED ->
          letsPay(refundId) ? whenDue(refund, now, hours) : new NextStep.Nothing();
    };
  }

  private static NextStep whenDue(Refund refund, Instant now, BankHours hours) {
    return hours
        .retried(refund.retriedFrom())
        .filter(now::isBefore)
        .<NextStep>map(NextStep.Wait::new)
        .orElseGet(() -> whenOpen(now, hours));
  }

  private static NextStep whenOpen(Instant now, BankHours hours) {
    return hours.closedUntil(now).<NextStep>map(NextStep.Wait::new).orElseGet(NextStep.Send::new);
  }

  /**
   * What is to be done about an attempt that never reached the bank: only the refund's last is sent
   * again, and only while nobody has heard what became of it, the bank does not say that it paid by
   * another, and Customs' words are still those by which it was made. Under another UETR, it might
   * be paid twice.
   */
  public NextStep nextStepAfterLoss(RefundId refundId, Uetr uetr, Instant now, BankHours hours) {
    Optional<Refund> lost =
        refund(refundId)
            .filter(refund -> refund.status() == RefundStatus.SENT)
            .filter(refund -> refund.attempts().getLast().uetr().equals(uetr))
            .filter(refund -> !isFrozen() && state.ruling.letsPay(refundId))
            .filter(refund -> state.ruling.isAsOrdered(refundId))
            .filter(refund -> !state.payments.isClaimed(refund));
    return lost.isPresent() ? whenOpen(now, hours) : new NextStep.Nothing();
  }

  /**
   * Writes down an attempt, before the bank is called.
   *
   * @throws IllegalStateException if the refund is not due, or must not be paid
   */
  public Deposit sending(RefundId refund, Uetr uetr, Instant now) {
    if (!letsPay(refund) || !refund(refund).map(Refund::isDue).orElse(false)) {
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
    return state.payments.hasHeard(uetr, outcome) || isReturned
        ? this
        : with(new DepositEntry.Told(uetr, outcome, reason, now));
  }

  private Deposit toldOfUnknown(DepositEntry.ToldOfUnknown told) {
    if (state.payments.unknownOutcomes.contains(PaymentSteps.matter(told))) {
      return this;
    }
    if (state.payments.unknownOutcomes.size() >= UNKNOWN_OUTCOMES_MAX) {
      throw new Refused(RefusalCode.WRONG_STATE, "too many unknown payments were told of");
    }
    return with(told);
  }

  /**
   * Learns what the bank answered to a question. If it was put because the bank had spoken of a
   * duplicate, also that it did not pay is news: no other attempt is made before that is known of
   * all.
   *
   * @param outcome empty if the payment never arrived
   * @param askedAt when the question was put: what was asked before the duplicate is no answer
   */
  public Deposit answered(
      RefundId refund,
      Uetr uetr,
      Optional<PaymentOutcome> outcome,
      Optional<String> reason,
      Instant askedAt,
      Instant now) {
    boolean isDenied = outcome.filter(told -> told != PaymentOutcome.REJECTED).isEmpty();
    if (isDenied && state.payments.isAsked(refund, uetr, askedAt)) {
      return with(new DepositEntry.Denied(uetr, now));
    }
    return outcome.map(told -> told(refund, uetr, told, reason, now)).orElse(this);
  }

  /**
   * Pays a refund to the account that Customs approved under a number.
   *
   * @throws Refused WRONG_STATE if the refund does not wait for one, the bank says that it has paid
   *     it, or the number is in doubt; NOT_FOUND if Customs approved no account under it; DUPLICATE
   *     if it was used
   */
  public Deposit repair(RefundId refundId, ApprovalNo approvalNo, Instant now) {
    Refund refund =
        refund(refundId)
            .filter(waiting -> waiting.status() == RefundStatus.REPAIR)
            .orElseThrow(
                () ->
                    new Refused(RefusalCode.WRONG_STATE, "the refund does not wait for a repair"));
    if (state.payments.isClaimed(refund)) {
      throw new Refused(RefusalCode.WRONG_STATE, "the bank says that it has paid the refund");
    }
    if (state.payments.sent.get(refund.id()).repairedBy().contains(approvalNo)) {
      throw new Refused(RefusalCode.DUPLICATE, "the approval number was used before");
    }
    requirePayee(approvalNo);
    return with(new DepositEntry.Repaired(refundId, approvalNo, Optional.empty(), now));
  }

  private void requirePayee(ApprovalNo approvalNo) {
    Optional<Verdict> verdict =
        verdicts().filter(told -> told.isAboutPayee(approvalNo)).findFirst();
    if (verdict.isEmpty()) {
      throw new Refused(
          RefusalCode.NOT_FOUND,
          "Customs approved no payee of this deposit under the number " + approvalNo);
    }
    switch (verdict.get().standing()) {
      case APPLIED -> {
        // The account is Customs' word.
      }
      case CONTRADICTED ->
          throw new Refused(
              RefusalCode.WRONG_STATE, "Customs told two contents under the number " + approvalNo);
      case REFUSED, WAITING ->
          throw new Refused(
              RefusalCode.WRONG_STATE,
              "the payee was refused: "
                  + verdict.get().refusal().map(ApprovalRefusal::meaning).orElse("unknown"));
    }
  }

  /**
   * Flags payments that the bank has not answered for, some at a time, or lists a deposit as
   * dormant, when that has lasted as long as the law allows. It moves no money: that nothing was
   * heard is no decision. The same day twice changes nothing more.
   */
  public Deposit elapse(LocalDate today, Instant now) {
    if (deadline().filter(end -> !today.isBefore(end)).isEmpty()) {
      return this;
    }
    List<DepositEntry> silences =
        clock.silences(today, SILENCES_MAX).stream()
            .<DepositEntry>map(attempt -> new DepositEntry.Unanswered(attempt.uetr(), now))
            .toList();
    return with(silences.isEmpty() ? List.of(new DepositEntry.Elapsed(today, now)) : silences);
  }

  @Override
  public Set<LocalDate> deadlines() {
    return deadline().map(Set::of).orElse(Set.of());
  }

  /**
   * The day on which a person must ask the bank for its answer, or else on which the deposit
   * becomes dormant if nobody says anything of it before.
   */
  public Optional<LocalDate> deadline() {
    return clock.deadline();
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
