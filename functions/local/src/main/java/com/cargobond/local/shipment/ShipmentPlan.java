package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.SampleDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that is decided about one shipment before its events are written.
 *
 * @param serial its number within the day, from 1
 * @param guarantee what its declaration names
 * @param purpose for what it is covered
 * @param versions the goods as each version of the declaration states them, at least one
 * @param assessedFen the duty as Customs finds it
 * @param outcome how it ends
 * @param inspected whether Customs holds it for an inspection
 * @param discrepant whether the carrier finds a discrepancy
 * @param disordered whether two of its events are posted in the wrong order
 */
record ShipmentPlan(
    int serial,
    SampleGuarantee guarantee,
    String purpose,
    List<ShipmentContents> versions,
    long assessedFen,
    ShipmentOutcome outcome,
    boolean inspected,
    boolean discrepant,
    boolean disordered) {

  private static final long OVERPAID_FEN = 50_00;
  private static final String UNKNOWN_REGISTRATION_NO = "GB22332026999999";

  String houseWaybill() {
    return "HX2611%06d".formatted(serial);
  }

  String declarationNo() {
    return SampleDay.DISTRICT + "20261" + (260_000_000 + serial);
  }

  String registrationNo() {
    return outcome == ShipmentOutcome.RELEASED_WITHOUT_COVER
        ? UNKNOWN_REGISTRATION_NO
        : guarantee.registrationNo();
  }

  String taxNoticeNo() {
    return declarationNo() + "-01";
  }

  String demandId() {
    return "DD-" + declarationNo();
  }

  ShipmentContents goods() {
    return versions.getLast();
  }

  long estimateFen() {
    return goods().taxFen();
  }

  boolean isDutiable() {
    return versions.getFirst().taxFen() > 0;
  }

  /** What the first payment pays. */
  long paidFen() {
    return switch (outcome) {
      case PART_PAID -> assessedFen / 2;
      case OVERPAID -> assessedFen + OVERPAID_FEN;
      default -> assessedFen;
    };
  }

  /** What must come of it. */
  ExpectedShipment expected() {
    long open =
        switch (outcome) {
          case UNPAID -> assessedFen;
          case PART_PAID -> assessedFen - paidFen();
          case UNASSESSED, CANCELLED_AFTER_RELEASE, RELEASED_AFTER_REFUSAL -> estimateFen();
          default -> 0;
        };
    return new ExpectedShipment(
        guarantee,
        houseWaybill(),
        open,
        outcome == ShipmentOutcome.DEFAULTED ? assessedFen : 0,
        outcome == ShipmentOutcome.PAID && !guarantee.revolving() ? assessedFen : 0,
        refusal(),
        outcome == ShipmentOutcome.RELEASED_AFTER_REFUSAL,
        exceptions(),
        outcome == ShipmentOutcome.DEFAULTED ? Optional.of(demandId()) : Optional.empty());
  }

  private Optional<String> refusal() {
    return switch (outcome) {
      case REFUSED -> Optional.of("INSUFFICIENT_LIMIT");
      case RELEASED_WITHOUT_COVER -> Optional.of("NOT_FOUND");
      default -> Optional.empty();
    };
  }

  private Set<String> exceptions() {
    Set<String> codes = new TreeSet<>();
    switch (outcome) {
      case OVERPAID -> codes.add("PAID_MORE_THAN_ASSESSED");
      case CANCELLED_AFTER_RELEASE -> codes.add("CANCELLED_AFTER_RELEASE");
      case RELEASED_WITHOUT_COVER -> codes.add("RELEASED_WITHOUT_COVER");
      default -> {}
    }
    if (discrepant) {
      codes.add("DISCREPANCY");
    }
    return codes;
  }
}
