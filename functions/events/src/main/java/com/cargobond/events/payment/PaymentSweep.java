package com.cargobond.events.payment;

import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.RailName;
import com.cargobond.events.frame.FunctionLedger;
import com.cargobond.events.frame.Round;
import com.cargobond.events.frame.SweepPart;
import com.cargobond.store.deployment.LogField;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.payment.OwedPayment;
import com.cargobond.store.payment.PaymentLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Takes the next step on open payments, as many as one run has time for, whoever owes them. */
@Singleton
final class PaymentSweep implements SweepPart {

  /** Bounds one run; what is left over is seen to by the next. */
  static final int PAYMENTS_MAX = 500;

  private static final Logger LOG = Logger.getLogger(PaymentSweep.class);

  private static final int WHOLE_RUN_PERCENT = 100;

  /** So many bytes tell the places among payments apart at which runs begin. */
  private static final int PLACE_BYTES = 12;

  private final PaymentLedger ledger;
  private final Consumer<OwedPayment<?>> nextStep;
  private final Clock clock;
  private final Supplier<String> start;

  @Inject
  PaymentSweep(FunctionLedger ledger, Payments payments) {
    this(
        new PaymentLedger(ledger.get()),
        payments::seeTo,
        Clock.systemUTC(),
        ThreadLocalRandom::current);
  }

  /**
   * Sweeps a ledger.
   *
   * @param nextStep throws {@link NoAnswer} if the counterparty said nothing
   * @param random says where among the payments a run begins, another place each time
   */
  PaymentSweep(
      PaymentLedger ledger,
      Consumer<OwedPayment<?>> nextStep,
      Clock clock,
      Supplier<RandomGenerator> random) {
    this.ledger = ledger;
    this.nextStep = nextStep;
    this.clock = clock;
    this.start = () -> anywhere(ledger.idPrefixes(), random.get());
  }

  @Override
  public int endsAtPercent() {
    return WHOLE_RUN_PERCENT;
  }

  /** Whoever invokes the sweep knows them by this name. */
  @Override
  public Optional<String> countedAs() {
    return Optional.of("refunds");
  }

  @Override
  public int run(Instant end) {
    Iterator<PaymentId> open =
        new Round<>(after -> ledger.open(Ledger.PAGE_SIZE_MAX, after), start.get());
    Map<RailName, RailRun> rails = new EnumMap<>(RailName.class);
    for (RailName rail : RailName.values()) {
      rails.put(rail, new RailRun(rail));
    }
    int seen = 0;
    while (seen < PAYMENTS_MAX
        && !rails.values().stream().allMatch(RailRun::isSilent)
        && clock.instant().isBefore(end)
        && open.hasNext()) {
      see(open.next(), rails);
      seen++;
    }
    rails.values().forEach(rail -> rail.logOldest(clock.instant()));
    return seen;
  }

  /** One that fails does not keep the others waiting. */
  private void see(PaymentId id, Map<RailName, RailRun> rails) {
    try {
      OwedPayment<?> owed =
          ledger
              .find(id)
              .orElseThrow(() -> new IllegalStateException("nobody owes what is listed as open"));
      owed.payment().ifPresent(payment -> see(owed, payment.rail(), rails.get(payment.rail())));
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%s %s is left for the next run", noun(id), id.value());
    }
  }

  private void see(OwedPayment<?> owed, RailName name, RailRun rail) {
    if (!rail.isSilent()) {
      MDC.put(LogField.RAIL, name.name());
      rail.heard(isAnswered(owed));
      MDC.remove(LogField.RAIL);
    }
    // After the step, which it must not keep from being taken.
    rail.look(owed, clock.instant());
  }

  private boolean isAnswered(OwedPayment<?> owed) {
    PaymentId id = owed.id();
    try {
      nextStep.accept(owed);
      return true;
    } catch (NoAnswer | BusyLedger passing) {
      LOG.warnf("%s %s is left for the next run: %s", noun(id), id.value(), passing.getMessage());
      return !(passing instanceof NoAnswer);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "%s %s is left for the next run", noun(id), id.value());
      return true;
    }
  }

  private String noun(PaymentId id) {
    return ledger.terms(id).noun();
  }

  /** Any place among payments of any sort. */
  static String anywhere(List<String> idPrefixes, RandomGenerator random) {
    byte[] place = new byte[PLACE_BYTES];
    random.nextBytes(place);
    return idPrefixes.get(random.nextInt(idPrefixes.size())) + HexFormat.of().formatHex(place);
  }
}
