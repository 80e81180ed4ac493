package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the bank has done, in the order in which it did it. Looking up a payment and booking it are
 * one step, so that no two requests can both find that nothing is paid.
 */
public final class BankBook implements AutoCloseable {

  private final Consumer<JournalEntry> written;
  private final Runnable closing;
  private final List<JournalEntry> journal = new ArrayList<>();
  private final Payments payments = new Payments();

  private BankBook(List<JournalEntry> past, Consumer<JournalEntry> written, Runnable closing) {
    this.written = written;
    this.closing = closing;
    past.forEach(this::apply);
  }

  /** A book that ends with the process. */
  public static BankBook inMemory() {
    return new BankBook(List.of(), entry -> {}, () -> {});
  }

  /**
   * A book in a file, carried on where it ends.
   *
   * @throws UncheckedIOException if it cannot be read or written
   * @throws IllegalStateException if what is there is no journal
   */
  public static BankBook in(Path file) {
    JournalFile journal = new JournalFile(file);
    try {
      return new BankBook(journal.entries(), journal::append, journal::close);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bank's journal in " + file, e);
    }
  }

  /** Takes a payment: books it once, as the schedule says, unless its money may be paid already. */
  synchronized Receipt take(PaymentOrder order, BankSchedule schedule, Instant now) {
    Optional<Booking> before = payments.first(order.uetr());
    if (before.isPresent()) {
      return Receipt.repeated(before.get());
    }
    if (payments.mayBePaid(order.endToEndId())) {
      List<PaymentState> refusal = List.of(PaymentState.rejected(BankReason.AM05));
      return Receipt.booked(book(Booking.first(order, now, refusal)), AnswerMode.AT_ONCE, 1);
    }
    PaymentPlan plan = schedule.plan(order.endToEndId(), payments.attempts(order.endToEndId()) + 1);
    if (!plan.answer().books()) {
      payments.countAttempt(order.endToEndId());
      return Receipt.turnedAway(plan.answer());
    }
    Booking first = book(Booking.first(order, now, plan.states()));
    return Receipt.booked(first, plan.answer(), plan.notifications());
  }

  /** Books what comes next for a payment, if anything does. */
  synchronized Optional<Booking> proceed(Uetr uetr, Instant now) {
    return payments.last(uetr).flatMap(last -> last.next(now)).map(this::book);
  }

  /** Notes that the outcome is known to whoever ordered the payment. */
  synchronized void told(Booking outcome, Instant now) {
    write(new OutcomeNotification(outcome.uetr(), now, outcome.status()));
  }

  /** The latest outcome of a payment, if it came later than the answer and nobody knows it. */
  synchronized Optional<Booking> untold(Uetr uetr) {
    return payments.untold(uetr);
  }

  /** Payments for which something is still to be booked or told. */
  public synchronized List<Uetr> unfinished() {
    return payments.unfinished();
  }

  /** Where a payment stands; empty if it never arrived. */
  public synchronized Optional<PaymentState> state(Uetr uetr) {
    return payments.last(uetr).map(Booking::state);
  }

  /** Everything, the oldest first. */
  public synchronized List<JournalEntry> journal() {
    return List.copyOf(journal);
  }

  /** What was paid more than once net of returns: nothing, or the bank is wrong. */
  public synchronized Set<String> paidMoreThanOnce() {
    return payments.paidMoreThanOnce();
  }

  /** The money that creditors have, by end-to-end id; without ids for which they have none. */
  public synchronized Map<String, Money> settledSums() {
    return payments.settledSums();
  }

  /** How many new payments came for what was paid, or could still be, and was not returned. */
  public synchronized int attemptedDoublePayments() {
    return payments.attemptedDoublePayments();
  }

  @Override
  public synchronized void close() {
    closing.run();
  }

  private Booking book(Booking booking) {
    write(booking);
    return booking;
  }

  /** On paper first: what cannot be written does not happen. */
  private void write(JournalEntry entry) {
    written.accept(entry);
    apply(entry);
  }

  private void apply(JournalEntry entry) {
    journal.add(entry);
    payments.apply(entry);
  }
}
