package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import java.util.Comparator;
import java.util.List;

/**
 * Something that Customs said under an identifier, and the event in which it did.
 *
 * @param content what was said; equal if it says the same
 */
record CustomsWord<T>(ShipmentEvent event, T content) {

  /** Customs' time, and a tie by what does not depend on arrival. */
  static final Comparator<ShipmentEvent> BUSINESS_TIME =
      Comparator.comparing(ShipmentEvent::time).thenComparing(ShipmentEvent::key);

  /**
   * Whether Customs stands by what it said last: it said it in two events. One that says something
   * new of a known identifier may be a correction or a mistake, and nobody here knows which.
   *
   * @param words by business time
   */
  static boolean isConfirmed(List<? extends CustomsWord<?>> words) {
    Object latest = words.getLast().content();
    return words.stream().filter(word -> word.content().equals(latest)).count() > 1;
  }
}
