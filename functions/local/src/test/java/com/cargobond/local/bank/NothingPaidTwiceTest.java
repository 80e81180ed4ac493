package com.cargobond.local.bank;

import static com.cargobond.local.bank.TestBank.OUTCOMES_NEVER_COME;
import static com.cargobond.local.bank.TestBank.TAKEN;
import static com.cargobond.local.bank.TestBank.bank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever callers send, in whatever order or at once, no end-to-end id is paid twice. */
class NothingPaidTwiceTest {

  private static final int REFUNDS = 3;
  private static final int ATTEMPTS = 4;
  private static final int CALLS_MAX = 25;

  /** A payment, or the question what became of it. */
  record Call(boolean pays, Payment payment) {

    void make(BankCaller caller) {
      try {
        if (pays) {
          caller.pay(payment);
        } else {
          caller.ask(payment.uetr());
        }
      } catch (IOException dropped) {
        // The bank drops connections: what it did is in its book.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Property(tries = 150)
  void calls_one_after_the_other_pay_once(
      @ForAll long seed, @ForAll BankProfile profile, @ForAll("calls") List<Call> calls) {
    BankBook book = BankBook.inMemory();
    BankSchedule schedule = new SeededSchedule(seed, profile);
    // What is accepted stays undecided for half of the calls; then the bank is restarted.
    int half = calls.size() / 2;
    try (StandInBank bank = bank(schedule, book, TAKEN, OUTCOMES_NEVER_COME);
        BankCaller caller = new BankCaller(bank.url())) {
      calls.subList(0, half).forEach(call -> call.make(caller));
    }
    try (StandInBank bank = bank(schedule, book);
        BankCaller caller = new BankCaller(bank.url())) {
      calls.subList(half, calls.size()).forEach(call -> call.make(caller));
      await().pollDelay(Duration.ZERO).until(() -> book.unfinished().isEmpty());
    }
    assertPaidOnce(book);
  }

  @Property(tries = 50)
  void calls_at_once_pay_once(
      @ForAll long seed, @ForAll BankProfile profile, @ForAll("calls") List<Call> calls) {
    BankBook book = BankBook.inMemory();
    try (StandInBank bank = bank(new SeededSchedule(seed, profile), book);
        BankCaller caller = new BankCaller(bank.url());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(call -> threads.execute(() -> call.make(caller)));
    }
    assertPaidOnce(book);
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    Arbitrary<Payment> payments =
        Combinators.combine(
                Arbitraries.integers().between(1, REFUNDS),
                Arbitraries.integers().between(1, ATTEMPTS))
            .as((refund, number) -> Payment.attempt("RF-" + refund, refund * ATTEMPTS + number));
    Arbitrary<Boolean> pays = Arbitraries.of(true, true, true, false);
    return Combinators.combine(pays, payments).as(Call::new).list().ofMaxSize(CALLS_MAX);
  }

  /** Follows the journal itself, so that the book's own sums are checked too. */
  private static void assertPaidOnce(BankBook book) {
    Map<String, Integer> paid = new HashMap<>();
    Set<String> settledUetrs = new HashSet<>();
    for (JournalEntry entry : book.journal()) {
      if (entry instanceof Booking booking) {
        switch (booking.status()) {
          case SETTLED -> {
            assertThat(settledUetrs.add(booking.uetr().value())).isTrue();
            assertThat(paid.merge(booking.endToEndId(), 1, Integer::sum)).isEqualTo(1);
          }
          case RETURNED -> assertThat(paid.merge(booking.endToEndId(), -1, Integer::sum)).isZero();
          case ACCEPTED, REJECTED -> {}
        }
      }
    }
    assertThat(book.paidMoreThanOnce()).isEmpty();
    paid.values().removeIf(times -> times == 0);
    assertThat(book.settledSums().keySet()).isEqualTo(paid.keySet());
  }
}
