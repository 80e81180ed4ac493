package com.cargobond.domain.guarantee;

import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a declaration asks of a guarantee.
 *
 * @param increase minor units to take from what is available; 0 if the obligation is already met
 * @param arisesOn the day the obligation arises: completion of the declaration
 * @param dueDate last day of payment, as it is first counted from the declaration
 * @param goodsAreOut whether the goods have left on this guarantee, so that it can no longer be
 *     answered with no
 * @param reassessed whether Customs raised the duty of a shipment that is covered
 */
public record ReservationRequest(
    Uscc operator,
    Currency currency,
    Purpose purpose,
    DistrictCode district,
    long increase,
    LocalDate arisesOn,
    LocalDate dueDate,
    boolean goodsAreOut,
    boolean reassessed) {

  /** Whether the guarantor is liable whatever the answer. */
  public boolean cannotBeAnsweredWithNo() {
    return goodsAreOut || reassessed;
  }
}
