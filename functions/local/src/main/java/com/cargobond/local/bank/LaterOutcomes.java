package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Books what becomes of payments after they were answered, and tells it until it is taken. */
final class LaterOutcomes implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(LaterOutcomes.class);

  /** With the usual delay, longer than a system takes to start again. */
  static final int TRIES_MAX = 120;

  private static final int TOLD_AT_ONCE_MAX = 8;

  private final BankBook book;
  private final OutcomeNotifier notifier;
  private final BankDelays delays;
  private final Clock clock;
  private final Semaphore telling = new Semaphore(TOLD_AT_ONCE_MAX);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LaterOutcomes(BankBook book, OutcomeNotifier notifier, BankDelays delays, Clock clock) {
    this.book = book;
    this.notifier = notifier;
    this.delays = delays;
    this.clock = clock;
  }

  /** Carries on with a payment, and tells each outcome as many times. */
  void follow(Uetr uetr, int notifications) {
    threads.execute(
        () -> {
          try {
            finish(uetr, notifications);
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Stops at once; the book knows what is left to do. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  private void finish(Uetr uetr, int notifications) throws InterruptedException {
    Optional<Booking> outcome = book.untold(uetr);
    if (outcome.isEmpty()) {
      outcome = next(uetr);
    }
    while (outcome.isPresent()) {
      for (int i = 0; i < notifications; i++) {
        tell(outcome.get());
      }
      outcome = next(uetr);
    }
  }

  private Optional<Booking> next(Uetr uetr) throws InterruptedException {
    Thread.sleep(delays.outcome());
    return book.proceed(uetr, clock.instant());
  }

  private void tell(Booking outcome) throws InterruptedException {
    for (int i = 0; i < TRIES_MAX; i++) {
      if (isTaken(outcome)) {
        book.told(outcome, clock.instant());
        return;
      }
      Thread.sleep(delays.retelling());
    }
    LOG.errorf("nobody takes that %s is %s", outcome.uetr(), outcome.status());
  }

  private boolean isTaken(Booking outcome) throws InterruptedException {
    telling.acquire();
    try {
      return notifier.tell(outcome);
    } finally {
      telling.release();
    }
  }
}
