package com.cargobond.store;

import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uscc;

/** A guarantee as a list of them tells it: enough to find it by, and to know whose it is. */
public record ListedGuarantee(
    GuaranteeId id,
    GuaranteeStatus status,
    Uscc principal,
    CnapsCode guarantor,
    Beneficiaries beneficiaries) {

  /** What the list says of a guarantee. */
  public static ListedGuarantee of(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return new ListedGuarantee(
        guarantee.id(),
        guarantee.status(),
        terms.principal().uscc(),
        terms.guarantor().cnaps(),
        terms.beneficiaries());
  }
}
