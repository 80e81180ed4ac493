package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.SampleGuarantee;
import java.util.Optional;
import java.util.Set;

/**
 * What must be true of one shipment when the day is over.
 *
 * @param guarantee whose position it belongs to
 * @param houseWaybill its house waybill
 * @param openFen what it still holds of the guarantee
 * @param claimedFen what the bank paid on a demand
 * @param consumedFen what a guarantee that does not revolve lost by it
 * @param refusal why it has no cover, if it was refused
 * @param forced whether it is reserved beyond the limit because the goods are out
 * @param exceptions the codes of what needs a person
 * @param demandId the demand that Customs makes, if it does
 */
public record ExpectedShipment(
    SampleGuarantee guarantee,
    String houseWaybill,
    long openFen,
    long claimedFen,
    long consumedFen,
    Optional<String> refusal,
    boolean forced,
    Set<String> exceptions,
    Optional<String> demandId) {

  public ExpectedShipment {
    exceptions = Set.copyOf(exceptions);
  }
}
