package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.GuaranteeClient;
import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what the sample found, for a reader at a terminal. */
final class ShipmentReport {

  private static final String ROW = "%-12s%14s%14s%14s%14s%14s%14s%n";
  private static final int EXAMPLES_MAX = 6;

  private final PrintStream out;

  ShipmentReport(PrintStream out) {
    this.out = out;
  }

  void positions(String title, Map<SampleGuarantee, GuaranteeClient> guarantees) {
    out.println();
    out.println(title + " (" + Fen.CURRENCY + ")");
    out.printf(ROW, "", "limit", "reserved", "openDemands", "paidClaims", "consumed", "available");
    guarantees.forEach((guarantee, client) -> position(guarantee, GuaranteePosition.of(client)));
  }

  private void position(SampleGuarantee guarantee, GuaranteePosition position) {
    out.printf(
        ROW,
        guarantee,
        Fen.decimal(position.limit()),
        Fen.decimal(position.reserved()),
        Fen.decimal(position.openDemands()),
        Fen.decimal(position.paidClaims()),
        Fen.decimal(position.consumed()),
        Fen.decimal(position.available()));
  }

  void shipments(List<FoundShipment> shipments) {
    Map<String, List<String>> refused = new TreeMap<>();
    Map<String, List<String>> needsPerson = new TreeMap<>();
    for (FoundShipment shipment : shipments) {
      String houseWaybill = shipment.expected().houseWaybill();
      if (!shipment.refusal().isEmpty()) {
        add(refused, shipment.refusal(), houseWaybill);
      }
      if (shipment.forced()) {
        add(needsPerson, "FORCED_RESERVATION", houseWaybill);
      }
      shipment.exceptions().forEach(code -> add(needsPerson, code, houseWaybill));
    }
    groups("Refused", refused);
    groups("Needs a person", needsPerson);
  }

  void violations(List<String> violations) {
    out.println();
    violations.forEach(violation -> out.println("VIOLATED: " + violation));
    out.println(
        violations.isEmpty()
            ? "Conserved: every position equals its shipments' sum and what the day must leave."
            : violations.size() + " expectations were violated.");
  }

  private void groups(String title, Map<String, List<String>> groups) {
    out.println();
    out.println(title);
    if (groups.isEmpty()) {
      out.println("  nothing");
    }
    groups.forEach(
        (code, houseWaybills) ->
            out.printf("  %-26s%4d  %s%n", code, houseWaybills.size(), examples(houseWaybills)));
  }

  private static String examples(List<String> houseWaybills) {
    String shown = houseWaybills.stream().limit(EXAMPLES_MAX).collect(Collectors.joining(" "));
    return houseWaybills.size() > EXAMPLES_MAX ? shown + " …" : shown;
  }

  private static void add(Map<String, List<String>> groups, String code, String houseWaybill) {
    groups.computeIfAbsent(code, key -> new ArrayList<>()).add(houseWaybill);
  }
}
