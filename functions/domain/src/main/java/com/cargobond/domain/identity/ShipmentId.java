package com.cargobond.domain.identity;

import com.cargobond.domain.input.BrokenRule;

/**
 * One house waybill of one express operator; on the wire {@code <operator USCC>/<house waybill>}.
 */
public final class ShipmentId {

  private final Uscc operator;
  private final HouseWaybill houseWaybill;

  /** By which it is read and listed again and again. */
  private final String text;

  /** The house waybill of the operator. */
  public ShipmentId(Uscc operator, HouseWaybill houseWaybill) {
    this(operator, houseWaybill, operator + "/" + houseWaybill);
  }

  private ShipmentId(Uscc operator, HouseWaybill houseWaybill, String text) {
    this.operator = operator;
    this.houseWaybill = houseWaybill;
    this.text = text;
  }

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
        new Uscc(text.substring(0, slash)), new HouseWaybill(text.substring(slash + 1)), text);
  }

  /** Whose shipment it is. */
  public Uscc operator() {
    return operator;
  }

  /** The operator's number for it. */
  public HouseWaybill houseWaybill() {
    return houseWaybill;
  }

  /**
   * Which of {@code lanes} parallel lanes the shipment always travels in: its message group and its
   * slice of a guarantee. Stable across releases, because both are remembered.
   */
  public int lane(int lanes) {
    return Math.floorMod(houseWaybill.value().hashCode(), lanes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShipmentId that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
