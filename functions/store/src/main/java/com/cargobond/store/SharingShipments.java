package com.cargobond.store;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.shipment.Shipment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shipments that events may move money of: those that they are about, and those that bear a
 * declaration of these too. In the usual case there are none of the second kind, and nothing more
 * is read.
 *
 * @param read all that was found, and these
 * @param moving the ids of these
 */
record SharingShipments(Map<ShipmentId, Versioned<Shipment>> read, Set<ShipmentId> moving) {

  /** Bounds the reading again of what was committed meanwhile; the fold then fails. */
  private static final int READS_MAX = 5;

  static SharingShipments of(Ledger ledger, Found found, Set<ShipmentId> about) {
    Map<ShipmentId, Versioned<Shipment>> read = new HashMap<>(found.shipments());
    Set<ShipmentId> moving = new HashSet<>(about);
    Set<ShipmentId> missing = missing(found, read, moving);
    for (int i = 0; i < READS_MAX && !missing.isEmpty(); i++) {
      read.putAll(ledger.shipments(missing));
      missing = missing(found, read, moving);
    }
    return new SharingShipments(read, moving);
  }

  /** What was committed between two reads may make one necessary again. */
  private static Set<ShipmentId> missing(
      Found found, Map<ShipmentId, Versioned<Shipment>> read, Set<ShipmentId> moving) {
    Set<ShipmentId> missing = new HashSet<>();
    found
        .bearers()
        .forEach(
            (declaration, bearers) -> {
              moving.addAll(bearers);
              bearers.stream()
                  .filter(id -> !isFiledOn(read.get(id), declaration))
                  .forEach(missing::add);
            });
    Set<ShipmentId> sharing =
        found.shipments().keySet().stream()
            .filter(moving::contains)
            .flatMap(id -> read.get(id).value().sharing().stream())
            .collect(Collectors.toSet());
    moving.addAll(sharing);
    sharing.stream().filter(id -> !read.containsKey(id)).forEach(missing::add);
    return missing;
  }

  private static boolean isFiledOn(Versioned<Shipment> read, DeclarationNo declaration) {
    return read != null && read.value().isFiled(declaration);
  }
}
