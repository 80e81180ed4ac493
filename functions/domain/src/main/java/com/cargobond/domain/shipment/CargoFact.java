package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.AirWaybill;
import com.cargobond.domain.identity.AirportCode;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the carrier says. None of it moves money. */
public sealed interface CargoFact extends ShipmentFact {

  /** MAN: the house waybill is on an accepted manifest. */
  record ManifestAccepted(
      AirWaybill masterWaybill,
      ShipmentClass shipmentClass,
      Optional<String> description,
      Optional<Money> declaredValue)
      implements CargoFact {

    static ManifestAccepted read(FieldReader in) {
      return new ManifestAccepted(
          in.text("masterWaybill", AirWaybill::new),
          in.choice("shipmentClass", ShipmentClass.class),
          in.optionalFreeText("description", Text.FREE_TEXT_LENGTH_MAX),
          in.optionalObject("declaredValue", Money::read));
    }
  }

  /** DEP. */
  record Departed(AirportCode location) implements CargoFact {
    static Departed read(FieldReader in) {
      return new Departed(readLocation(in));
    }
  }

  /** ARR. */
  record Arrived(AirportCode location) implements CargoFact {
    static Arrived read(FieldReader in) {
      return new Arrived(readLocation(in));
    }
  }

  /** RCF. */
  record Received(AirportCode location) implements CargoFact {
    static Received read(FieldReader in) {
      return new Received(readLocation(in));
    }
  }

  /** DLV. */
  record Delivered(AirportCode location) implements CargoFact {
    static Delivered read(FieldReader in) {
      return new Delivered(readLocation(in));
    }
  }

  /** DIS: pieces, weight or papers differ. */
  record Discrepancy(String code, String detail) implements CargoFact {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    static Discrepancy read(FieldReader in) {
      return new Discrepancy(
          in.text(
              "code",
              Text.matching(CODE, "must be 1 to 32 letters, digits, hyphens or underscores")),
          in.freeText("detail", Text.FREE_TEXT_LENGTH_MAX));
    }
  }

  private static AirportCode readLocation(FieldReader in) {
    return in.text("location", AirportCode::new);
  }
}
