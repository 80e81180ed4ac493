package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.domain.payment.Payments;
import java.time.Instant;
import java.time.LocalDate;
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
public final class Deposit implements PayingSubject<Deposit> {

  /** Deposits are learned of by events. */
  public static final Kind<Deposit> KIND =
      Kind.learned("DEPOSIT", Deposit.class, id -> unknown(new DepositId(id)));

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
    return state.ruling.taking().map(taking -> taking.word().content().payer());
  }

  /** The refunds that were ordered, by Customs' time. */
  public List<Refund> refunds() {
    return List.copyOf(state.refunds.values());
  }

  /** The refund with this id. */
  public Optional<Refund> refund(PaymentId refund) {
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
            .map(CustomsWord::content)
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

  @Override
  public PaymentTerms paymentTerms() {
    return RefundTerms.TERMS;
  }

  @Override
  public Payments payments() {
    return state.payments;
  }

  @Override
  public List<Payment> owedPayments() {
    return state.refunds.values().stream().map(Refund::payment).toList();
  }

  /** When Customs' order was received, its first. */
  @Override
  public Instant owedSince(PaymentId id) {
    return journal.stream()
        .filter(entry -> ordered(entry).anyMatch(id::equals))
        .map(DepositEntry::at)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Notice> noticesSince(Deposit before) {
    return DepositNotices.of(before, this);
  }

  @Override
  public Optional<Payment> payment(PaymentId id) {
    return refund(id).map(Refund::payment);
  }

  @Override
  public boolean allows(Payment payment) {
    return !isFrozen() && state.ruling.letsPay(payment.id());
  }

  @Override
  public boolean isAsSent(Payment payment) {
    return state.ruling.isAsOrdered(payment.id());
  }

  @Override
  public boolean hasRoomForAttempt() {
    return JournalBudget.hasRoomForAttempt(journal);
  }

  /** Learns what Customs says. It moves money only as far as the rules allow. */
  public Deposit learn(ShipmentEvent event, Instant receivedAt) {
    return with(new DepositEntry.Learned(event, receivedAt));
  }

  /**
   * Pays a refund to the account that Customs approved under a number.
   *
   * @throws Refused WRONG_STATE if the refund does not wait for one, the bank says that it has paid
   *     it, or the number is in doubt; NOT_FOUND if Customs approved no account under it; DUPLICATE
   *     if it was used
   */
  public Deposit repair(RefundId refundId, ApprovalNo approvalNo, Instant now) {
    requireRepairable(refundId, approvalNo);
    requirePayee(approvalNo);
    return with(List.of(new PaymentEntry.Repaired(refundId, approvalNo, now)));
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
    List<PaymentEntry.Unanswered> silences = clock.silences(today, now);
    return silences.isEmpty() ? with(new DepositEntry.Elapsed(today, now)) : with(silences);
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

  @Override
  public Deposit with(List<? extends PaymentEntry> steps) {
    return steps.isEmpty() ? this : longerBy(steps.stream().map(DepositEntry.PaymentStep::new));
  }

  private Deposit with(DepositEntry entry) {
    return longerBy(Stream.of(entry));
  }

  private Deposit longerBy(Stream<? extends DepositEntry> entries) {
    return new Deposit(id, Stream.concat(journal.stream(), entries).toList());
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
