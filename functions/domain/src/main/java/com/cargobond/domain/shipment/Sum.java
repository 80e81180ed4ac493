package com.cargobond.domain.shipment;

import java.util.List;
import java.util.function.ToLongFunction;

/** Sums of amounts in minor units; one that no number holds is a fault, not another number. */
final class Sum {

  private Sum() {}

  static <T> long of(List<T> terms, ToLongFunction<T> minor) {
    long sum = 0;
    for (T term : terms) {
      sum = Math.addExact(sum, minor.applyAsLong(term));
    }
    return sum;
  }
}
