package com.cargobond.domain.duty;

/** The classes in which express shipments are declared (GACC announcement 2016-19). */
public enum ShipmentClass {
  /** Documents: no duty or tax, so nothing to guarantee. */
  A(false),
  /** Personal articles: one tax, see {@link PersonalArticlesTax}. */
  B(true),
  /** Goods of low value: taxed as ordinary imports, see {@link DutyCalculation}. */
  C(true);

  private final boolean taxable;

  ShipmentClass(boolean taxable) {
    this.taxable = taxable;
  }

  /** Whether a shipment of the class can owe anything. */
  public boolean isTaxable() {
    return taxable;
  }
}
