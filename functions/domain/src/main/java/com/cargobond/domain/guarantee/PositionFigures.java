package com.cargobond.domain.guarantee;

import com.cargobond.domain.money.Money;
import java.util.Currency;

/** A position as others see it: decimal strings of the guarantee's currency. */
public record PositionFigures(
    String limit,
    String reserved,
    String openDemands,
    String paidClaims,
    String reinstated,
    String consumed,
    String available,
    boolean overCommitted) {

  /** The figures of a guarantee, summed over its slices. */
  public static PositionFigures of(Guarantee guarantee) {
    Position position = guarantee.position();
    Currency currency = guarantee.currency();
    return new PositionFigures(
        Money.decimal(position.limit(), currency),
        Money.decimal(position.reserved(), currency),
        Money.decimal(position.openDemands(), currency),
        Money.decimal(position.paidClaims(), currency),
        Money.decimal(position.reinstated(), currency),
        Money.decimal(position.consumed(), currency),
        Money.decimal(position.available(), currency),
        position.overCommitted());
  }
}
