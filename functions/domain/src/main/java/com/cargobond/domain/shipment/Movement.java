package com.cargobond.domain.shipment;

import com.cargobond.domain.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that an event did to the guarantee, with the amount that moved by it.
 *
 * @param amount empty if the effect moves nothing
 */
public record Movement(Effect effect, Optional<Money> amount) {

  /** What moves nothing. */
  public static Movement of(Effect effect) {
    return new Movement(effect, Optional.empty());
  }

  /** What moves an amount, in minor units; nothing if that is 0. */
  public static Movement of(Effect effect, long minor, Currency currency) {
    return new Movement(
        effect, minor == 0 ? Optional.empty() : Optional.of(new Money(minor, currency)));
  }

  /** How much more is held by it, in minor units; less if negative. */
  public long heldMinor() {
    return Math.multiplyExact(effect.sign(), amount.map(Money::minor).orElse(0L));
  }

  /**
   * All that one event did, the weightiest first: of each effect and currency one sum, and that
   * nothing moved only if nothing did.
   */
  public static List<Movement> summed(Stream<Movement> movements) {
    return summed(movements.toList());
  }

  private static List<Movement> summed(List<Movement> movements) {
    if (movements.size() == 1) {
      return movements;
    }
    Map<List<Object>, Movement> sums = new LinkedHashMap<>();
    movements.forEach(
        movement ->
            sums.merge(
                List.of(movement.effect(), movement.amount().map(Money::currency)),
                movement,
                Movement::plus));
    Collection<Movement> found = sums.values();
    boolean anything = found.stream().anyMatch(movement -> movement.effect() != Effect.RECORDED);
    List<Movement> sorted =
        new ArrayList<>(
            found.stream()
                .filter(movement -> !anything || movement.effect() != Effect.RECORDED)
                .sorted(Comparator.comparing(Movement::effect))
                .toList());
    if (sorted.isEmpty()) {
      sorted.add(of(Effect.RECORDED));
    }
    return List.copyOf(sorted);
  }

  private Movement plus(Movement other) {
    return new Movement(effect, amount.map(minor -> minor.plus(other.amount.orElseThrow())));
  }
}
