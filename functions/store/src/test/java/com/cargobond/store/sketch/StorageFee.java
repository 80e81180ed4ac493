package com.cargobond.store.sketch;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.NewMatters;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentMatters;
import com.cargobond.domain.payment.PaymentSilences;
import com.cargobond.domain.payment.PaymentStatus;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.domain.payment.Payments;
import com.cargobond.domain.payment.RailName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A fee that is owed to a warehouse, and paid through the bank unless somebody waives it. */
public final class StorageFee implements PayingSubject<StorageFee> {

  static final Kind<StorageFee> KIND =
      Kind.learned("STORAGE_FEE", StorageFee.class, id -> new StorageFee(id, List.of()));

  /** What happened to it. */
  sealed interface Line {}

  record Owed(ShipmentEvent event) implements Line {}

  record Waived(Instant at) implements Line {}

  record Overdue(LocalDate day) implements Line {}

  record Step(PaymentEntry entry) implements Line {}

  private final String id;
  private final List<Line> journal;
  private final Payments payments = new Payments();
  private Optional<StorageFeeOwed> owed = Optional.empty();
  private boolean isWaived;
  private Optional<LocalDate> overdue = Optional.empty();

  StorageFee(String id, List<Line> journal) {
    this.id = id;
    this.journal = List.copyOf(journal);
    this.journal.forEach(this::add);
  }

  private void add(Line line) {
    switch (line) {
      case Owed learned -> owed = Optional.of((StorageFeeOwed) learned.event().fact());
      case Waived waived -> isWaived = true;
      case Overdue passed -> overdue = Optional.of(passed.day());
      case Step step -> add(step.entry());
    }
  }

  private void add(PaymentEntry entry) {
    switch (entry) {
      case PaymentEntry.Sent sent -> payments.send(payment().orElseThrow(), sent);
      case PaymentEntry.Told told -> payments.hear(told, (payment, attempt) -> true);
      case PaymentEntry.ToldOfUnknown told -> payments.hear(told);
      case PaymentEntry.Denied denied -> payments.hear(denied);
      case PaymentEntry.Unanswered silence -> payments.miss(silence);
      case PaymentEntry.Repaired repaired ->
          payments.repair(repaired.payment(), repaired.approvalNo(), owed.orElseThrow().payee());
    }
  }

  List<Line> journal() {
    return journal;
  }

  Optional<ShipmentEvent> recorded(String eventKey) {
    return journal.stream()
        .filter(Owed.class::isInstance)
        .map(line -> ((Owed) line).event())
        .filter(event -> event.key().equals(eventKey))
        .findFirst();
  }

  StorageFee longerBy(Stream<? extends Line> lines) {
    List<Line> longer = new ArrayList<>(journal);
    lines.forEach(longer::add);
    return new StorageFee(id, longer);
  }

  /** It need not be paid. */
  public StorageFee waived(Instant now) {
    return isWaived ? this : longerBy(Stream.of(new Waived(now)));
  }

  StorageFee elapse(LocalDate today, Instant now) {
    List<PaymentEntry> silences =
        payment().stream()
            .flatMap(payment -> silences().on(today, List.of(payment), now).stream())
            .map(PaymentEntry.class::cast)
            .toList();
    StorageFee heard = with(silences);
    return lastDay().filter(day -> !today.isBefore(day)).isPresent()
        ? heard.longerBy(Stream.of(new Overdue(today)))
        : heard;
  }

  /** Its only payment, once it is owed. */
  public Optional<Payment> payment() {
    return owed.map(
        fee -> {
          PaymentId payment = new StorageFeeId(id);
          Payment known =
              payments
                  .sent(payment)
                  .orElseGet(() -> Payment.due(payment, RailName.BANK, fee.amount(), fee.payee()));
          return known.isBound() || !isWaived ? known : known.withdrawn();
        });
  }

  @Override
  public Ref ref() {
    return KIND.ref(id);
  }

  @Override
  public PaymentTerms paymentTerms() {
    return StorageFeeTerms.TERMS;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public List<Payment> owedPayments() {
    return payment().stream().toList();
  }

  @Override
  public Instant owedSince(PaymentId payment) {
    return journal.stream()
        .filter(Owed.class::isInstance)
        .map(line -> ((Owed) line).event().time())
        .findFirst()
        .orElseThrow();
  }

  /** Once it is owed, it can be paid. */
  @Override
  public List<Notice> noticesSince(StorageFee before) {
    Stream<Notice> due =
        payment().stream()
            .filter(payment -> payment.isDue() && before.payment().isEmpty())
            .map(
                payment ->
                    notice(
                        StorageFeeNoticeType.STORAGE_FEE_DUE,
                        Optional.empty(),
                        Optional.of(payment.amount())));
    Stream<Notice> matters =
        NewMatters.of(before.matters(), matters()).stream()
            .map(matter -> Optional.of(matter.code().name()))
            .map(code -> notice(LedgerNoticeType.NEEDS_A_PERSON, code, Optional.empty()));
    return Stream.concat(due, matters).toList();
  }

  private Notice notice(NoticeType type, Optional<String> code, Optional<Money> amount) {
    return new Notice(
        Fingerprint.of(id, type.name(), code.orElse(""), Integer.toString(journal.size())),
        type,
        Optional.empty(),
        Optional.empty(),
        id,
        code,
        amount);
  }

  @Override
  public Optional<Payment> payment(PaymentId wanted) {
    return payment().filter(payment -> payment.id().equals(wanted));
  }

  @Override
  public boolean allows(Payment payment) {
    return !isWaived;
  }

  @Override
  public boolean isAsSent(Payment payment) {
    return true;
  }

  @Override
  public boolean hasRoomForAttempt() {
    return journal.size() < 100;
  }

  @Override
  public StorageFee with(List<? extends PaymentEntry> steps) {
    return steps.isEmpty() ? this : longerBy(steps.stream().map(Step::new));
  }

  @Override
  public Set<LocalDate> deadlines() {
    Set<LocalDate> days = new HashSet<>();
    lastDay().ifPresent(days::add);
    payment().flatMap(payment -> silences().deadline(List.of(payment))).ifPresent(days::add);
    return days;
  }

  private Optional<LocalDate> lastDay() {
    boolean isPaid =
        payment().filter(payment -> payment.status() == PaymentStatus.SETTLED).isPresent();
    return owed.map(fee -> fee.payBy().plusDays(1))
        .filter(day -> !isPaid && !isWaived && overdue.isEmpty());
  }

  private PaymentSilences silences() {
    return new PaymentSilences(payments, StorageFeeTerms.TERMS);
  }

  @Override
  public List<Matter> matters() {
    PaymentMatters ofPayment = new PaymentMatters(payments, StorageFeeTerms.TERMS);
    Stream<Matter> unpaid =
        overdue.stream()
            .filter(day -> payment().filter(Payment::isOpen).isPresent())
            .map(day -> Matter.of(StorageFeeCode.STORAGE_FEE_UNPAID, id));
    return Stream.of(
            unpaid,
            payment().stream().flatMap(payment -> ofPayment.of(payment, this::hasRoomForAttempt)),
            ofPayment.ofContradictions())
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorageFee that && id.equals(that.id) && journal.equals(that.journal);
  }

  @Override
  public int hashCode() {
    return journal.hashCode();
  }

  @Override
  public String toString() {
    return "StorageFee " + id + " " + journal;
  }
}
