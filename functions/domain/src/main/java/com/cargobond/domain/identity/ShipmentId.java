package com.cargobond.domain.identity;

import com.cargobond.domain.input.BrokenRule;

/**
 * One house waybill of one express operator; on the wire {@code <operator USCC>/<house waybill>}.
 */
public record ShipmentId(Uscc operator, HouseWaybill houseWaybill) {

  /**
   * Reads the wire form.
   *
   * @throws BrokenRule if it is not of that form or a part is invalid
   */
  public static ShipmentId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new BrokenRule("must be <operator USCC>/<house waybill>");
    }
    return new ShipmentId(
        new Uscc(text.substring(0, slash)), new HouseWaybill(text.substring(slash + 1)));
  }

  /**
   * Which of {@code lanes} parallel lanes the shipment always travels in: its message group and its
   * slice of a guarantee. Stable across releases, because both are remembered.
   */
  public int lane(int lanes) {
    return Math.floorMod(houseWaybill.value().hashCode(), lanes);
  }

  @Override
  public String toString() {
    return operator + "/" + houseWaybill;
  }
}
