package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DeclarationNo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What courts forbid. Of each order the latest word by business time counts, whatever the order of
 * arrival, since a court may lift an order and make it again. Any office may pass on that a court
 * forbids; that it is lifted, only one that is heard on the deposit. Mutable while a journal is
 * read.
 */
final class CourtOrders {

  /** Of two words of one moment the one that forbids counts: a tie must not pay. */
  private static final Comparator<Word> LATEST =
      Comparator.comparing((Word word) -> word.event().time()).thenComparing(Word::freezes);

  private final Map<String, List<Word>> words = new HashMap<>();

  /** What was passed on of a court's order. */
  private record Word(ShipmentEvent event, boolean freezes) {

    boolean counts(Optional<DeclarationNo> declaration) {
      return freezes
          || declaration.map(event::countsFor).orElseGet(() -> event.authority().isEmpty());
    }
  }

  void frozen(String orderNo, ShipmentEvent event) {
    hear(orderNo, new Word(event, true));
  }

  void lifted(String orderNo, ShipmentEvent event) {
    hear(orderNo, new Word(event, false));
  }

  /**
   * Whether any order stands.
   *
   * @param declaration that the deposit secures, as far as it is known
   */
  boolean freeze(Optional<DeclarationNo> declaration) {
    return words.values().stream()
        .flatMap(
            ofOneOrder ->
                ofOneOrder.stream().filter(word -> word.counts(declaration)).max(LATEST).stream())
        .anyMatch(Word::freezes);
  }

  private void hear(String orderNo, Word word) {
    words.computeIfAbsent(orderNo, number -> new ArrayList<>()).add(word);
  }
}
