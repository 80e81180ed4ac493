package com.cargobond.api.event;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Operators' profiles, remembered for a short time: a stale one only costs speed. */
@Singleton
public class OperatorProfiles {

  private static final Duration KEPT_FOR = Duration.ofSeconds(30);
  private static final int OPERATORS_MAX = 1_000;

  private final Ledger ledger;
  private final Clock clock;
  private final Map<Uscc, Remembered> remembered = new ConcurrentHashMap<>();

  OperatorProfiles(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  private record Remembered(OperatorProfile profile, Instant until) {}

  /** The profile as it is, or was a short time ago. */
  public OperatorProfile get(Uscc operator) {
    Remembered known = remembered.get(operator);
    return known != null && clock.instant().isBefore(known.until())
        ? known.profile()
        : read(operator);
  }

  /** The profile as it is now, for a decision that a stale one would get wrong. */
  public OperatorProfile read(Uscc operator) {
    OperatorProfile profile = ledger.read(OperatorProfile.KIND, operator.value()).value();
    if (remembered.size() >= OPERATORS_MAX) {
      remembered.clear();
    }
    remembered.put(operator, new Remembered(profile, clock.instant().plus(KEPT_FOR)));
    return profile;
  }
}
