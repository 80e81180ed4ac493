package com.cargobond.domain.shipment;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Alias;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The shipments that a declaration's number leads to. */
final class Bearers {

  private static final String SEPARATOR = " ";

  private Bearers() {}

  static Alias alias(DeclarationNo declaration) {
    return Alias.of("DECLARATION", declaration.value());
  }

  /** Several shipments as they are kept, always in the same order. */
  static String text(Set<ShipmentId> shipments) {
    return shipments.stream()
        .map(ShipmentId::toString)
        .sorted()
        .collect(Collectors.joining(SEPARATOR));
  }

  static Set<ShipmentId> parse(String text) {
    if (!text.contains(SEPARATOR)) {
      return Set.of(ShipmentId.parse(text));
    }
    return Arrays.stream(text.split(SEPARATOR)).map(ShipmentId::parse).collect(Collectors.toSet());
  }
}
