package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares a guarantee's position with the sum over its shipments, and both with what the day must
 * have left behind.
 */
final class Conservation {

  private final List<String> violations = new ArrayList<>();
  private final SampleGuarantee guarantee;

  private Conservation(SampleGuarantee guarantee) {
    this.guarantee = guarantee;
  }

  /** What does not agree, one line each. */
  static List<String> violations(
      ShipmentDay day, SampleGuarantee guarantee, GuaranteePosition found, OpenHolds holds) {
    Conservation conservation = new Conservation(guarantee);
    conservation.checkPosition(day.expectedPosition(guarantee), found);
    conservation.checkSums(found, holds);
    conservation.checkHolds(day, holds);
    return conservation.violations;
  }

  private void checkPosition(GuaranteePosition expected, GuaranteePosition found) {
    if (!found.equals(expected)) {
      violations.add(
          "%s: the position must be [%s] but is [%s]".formatted(guarantee, expected, found));
    }
    if (!found.isConserved()) {
      violations.add("%s: the parts of [%s] do not add up".formatted(guarantee, found));
    }
  }

  private void checkSums(GuaranteePosition found, OpenHolds holds) {
    checkSum("reserved", found.reserved(), holds.reserved());
    checkSum("openDemands", found.openDemands(), holds.openDemands());
  }

  private void checkSum(String part, long position, long sum) {
    if (position != sum) {
      violations.add(
          "%s: %s is %s but its shipments sum to %s"
              .formatted(guarantee, part, Fen.decimal(position), Fen.decimal(sum)));
    }
  }

  private void checkHolds(ShipmentDay day, OpenHolds holds) {
    Map<String, Long> expected =
        day.shipments().stream()
            .filter(shipment -> shipment.guarantee() == guarantee)
            .collect(
                Collectors.toMap(
                    ExpectedShipment::houseWaybill,
                    ExpectedShipment::openFen,
                    Long::sum,
                    TreeMap::new));
    holds.byHouseWaybill().keySet().forEach(found -> expected.putIfAbsent(found, 0L));
    expected.forEach(
        (houseWaybill, fen) -> {
          long found = holds.byHouseWaybill().getOrDefault(houseWaybill, 0L);
          if (found != fen) {
            violations.add(
                "shipment %s must hold %s but holds %s"
                    .formatted(houseWaybill, Fen.decimal(fen), Fen.decimal(found)));
          }
        });
  }
}
