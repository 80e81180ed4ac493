package com.cargobond.local.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.payment.OpeningHours;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.Payment;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentStatus;
import com.cargobond.events.payment.PaymentAnswer;
import com.cargobond.events.payment.Payments;
import com.cargobond.events.payment.Rail;
import com.cargobond.store.dynamo.LocalDynamo;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.Deadline;
import com.cargobond.store.ledger.Deadlines;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.SubjectLedger;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import com.cargobond.store.sketch.StorageFee;
import com.cargobond.store.sketch.StorageFees;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A capability that the product does not have, from its event to its payment: all that it takes is
 * its own package and its place in the lists.
 */
class SketchedCapabilityTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final LocalDate DAY_AFTER = LocalDate.parse("2026-04-01");

  private final List<Uetr> paid = new ArrayList<>();

  static Stream<Ledger> ledgers() {
    return Stream.of(
        new InMemoryLedger(StorageFees.LEDGER), LocalDynamo.newLedger(StorageFees.LEDGER));
  }

  @ParameterizedTest
  @MethodSource("ledgers")
  void pays_what_an_event_says_is_owed_exactly_once(Ledger ledger) {
    tell(ledger, "SF-1");
    PaymentLedger payments = new PaymentLedger(ledger);
    PaymentId fee = payments.id("SF-1");
    assertThat(payments.open(10, Optional.empty()).items()).containsExactly(fee);

    paying(payments).seeTo(fee);
    paying(payments).seeTo(fee);
    tell(ledger, "SF-1");
    paying(payments).seeTo(fee);

    assertThat(paid).hasSize(1);
    assertThat(StorageFees.read(ledger, "SF-1").payment().orElseThrow().status())
        .isEqualTo(PaymentStatus.SETTLED);
    assertThat(payments.open(10, Optional.empty()).items()).isEmpty();
    assertThat(deadlines(ledger)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ledgers")
  void a_day_that_passes_is_a_persons_matter_until_somebody_waives_the_fee(Ledger ledger) {
    tell(ledger, "SF-2");
    Deadline deadline = deadlines(ledger).getFirst();
    assertThat(deadline.day()).isEqualTo(DAY_AFTER);

    new Deadlines(ledger, "sweep").pass(deadline, DAY_AFTER, NOON);

    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(
            OpenException::kind,
            OpenException::subject,
            OpenException::code,
            entry -> entry.remedy(StorageFees.LEDGER.capabilities()))
        .containsExactly(
            tuple(
                "STORAGE_FEE", "SF-2", "STORAGE_FEE_UNPAID", "pay it by other means, or waive it"));

    waive(ledger, "SF-2");

    assertThat(ledger.openExceptions(Optional.empty())).isEmpty();
    assertThat(deadlines(ledger)).isEmpty();
    PaymentLedger payments = new PaymentLedger(ledger);
    paying(payments).seeTo(payments.id("SF-2"));
    assertThat(paid).isEmpty();
  }

  private static void tell(Ledger ledger, String fee) {
    EventLedger.Progress progress =
        new EventLedger(ledger).apply(List.of(StorageFees.owed(fee, "120.00")));
    assertThat(progress.failure()).isEmpty();
  }

  private static void waive(Ledger ledger, String fee) {
    new SubjectLedger(ledger, new Backoff())
        .change(
            StorageFees.KIND,
            fee,
            before -> new Applied(SubjectLedger.view(before.waived(NOON)), List.of()),
            Cause.of("ops-1", "WAIVE", NOON));
  }

  private static List<Deadline> deadlines(Ledger ledger) {
    return ledger.deadlines(LocalDate.parse("2099-01-01"), 10, Optional.empty()).items();
  }

  private Payments paying(PaymentLedger ledger) {
    return new Payments(
        ledger,
        name -> new Settling(),
        Clock.fixed(NOON, ZoneOffset.UTC),
        () -> new Uetr("00000000-0000-4000-8000-%012d".formatted(paid.size() + 1)));
  }

  /** Pays at once, at any hour. */
  private final class Settling implements Rail {

    @Override
    public OpeningHours hours() {
      return OpeningHours.always();
    }

    @Override
    public PaymentAnswer pay(PayingSubject<?> owner, Payment payment, Uetr uetr) {
      assertThat(owner).isInstanceOf(StorageFee.class);
      paid.add(uetr);
      return new PaymentAnswer.Settled();
    }

    @Override
    public PaymentAnswer ask(Uetr uetr) {
      return paid.contains(uetr) ? new PaymentAnswer.Settled() : new PaymentAnswer.NeverArrived();
    }
  }
}
