package com.cargobond.local.post;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.file.BareTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A house waybill message to change, and the options that it is read with. */
final class HouseWaybills {

  static final XfzbOptions OPTIONS =
      new XfzbOptions(new Uscc("91310115MA1AB2C343"), ShipmentClass.C, BareTimes.OF_CHINA);

  private static final String LAST_CONSIGNMENT_ENDS = "</IncludedHouseConsignment>";

  private HouseWaybills() {}

  /** The message. */
  static String message() {
    try (InputStream in = HouseWaybills.class.getResourceAsStream("house-waybill.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The message with more consignments behind its own. */
  static String withConsignments(String... consignments) {
    StringBuilder more = new StringBuilder(LAST_CONSIGNMENT_ENDS);
    for (String consignment : consignments) {
      more.append("<IncludedHouseConsignment>")
          .append(consignment)
          .append("</IncludedHouseConsignment>");
    }
    return message().replace(LAST_CONSIGNMENT_ENDS, more);
  }
}
