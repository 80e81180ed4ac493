package com.cargobond.domain.shipment;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.FieldReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the system says to a shipment: that time has passed, that a guarantee has changed, or what
 * was told of another shipment. Of each of these only the latest counts, and only that is kept.
 */
public sealed interface ClockFact extends ShipmentFact {

  /** The same for words of which the latest takes the place of the earlier. */
  String matter();

  /** The day that it says has come; empty if it says nothing of a day. */
  default Optional<LocalDate> day() {
    return Optional.empty();
  }

  /** The duty was not paid by the due date: the late charge runs, counted up to a day. */
  record Overdue(DeclarationNo declarationNo, LocalDate asOf) implements ClockFact {
    static Overdue read(FieldReader in) {
      return new Overdue(in.text("declarationNo", DeclarationNo::new), in.date("asOf"));
    }

    @Override
    public String matter() {
      return "OVERDUE " + declarationNo;
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(asOf);
    }
  }

  /** What names something unknown still does on a day: a person must be told. */
  record StillUnmatched(LocalDate asOf) implements ClockFact {
    static StillUnmatched read(FieldReader in) {
      return new StillUnmatched(in.date("asOf"));
    }

    @Override
    public String matter() {
      return "UNMATCHED";
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(asOf);
    }
  }

  /** The guarantee that refused a declaration has changed: it is asked again. */
  record AskedAgain(DeclarationNo declarationNo) implements ClockFact {
    static AskedAgain read(FieldReader in) {
      return new AskedAgain(in.text("declarationNo", DeclarationNo::new));
    }

    @Override
    public String matter() {
      return "ASKED_AGAIN " + declarationNo;
    }
  }

  /**
   * The number of a declaration stands on other house waybills too: it holds once.
   *
   * @param others every other house waybill on which it was filed
   * @param standing those of them on which Customs has not taken it back
   */
  record DeclarationShared(
      DeclarationNo declarationNo, List<ShipmentId> others, List<ShipmentId> standing)
      implements ClockFact {

    /** Bounds the house waybills of one declaration, all of which may change at once. */
    public static final int SHIPMENTS_MAX = 4;

    public DeclarationShared {
      others = List.copyOf(others);
      standing = List.copyOf(standing);
    }

    static DeclarationShared read(FieldReader in) {
      return new DeclarationShared(
          in.text("declarationNo", DeclarationNo::new), ids(in, "others"), ids(in, "standing"));
    }

    private static List<ShipmentId> ids(FieldReader in, String name) {
      List<ShipmentId> ids = in.texts(name, 0, SHIPMENTS_MAX - 1, ShipmentId::parse);
      return ids == null ? List.of() : ids;
    }

    @Override
    public String matter() {
      return "SHARED " + declarationNo;
    }
  }
}
