package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Sets;

/** A guarantee as a list of them tells it: enough to find it by, and to know whose it is. */
public record ListedGuarantee(
    GuaranteeId id,
    GuaranteeStatus status,
    Uscc principal,
    CnapsCode guarantor,
    Beneficiaries beneficiaries) {

  static final String PARTITION = "GUARANTEES";

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

  static ListedGuarantee of(Item item) {
    return new ListedGuarantee(
        new GuaranteeId(item.text(LedgerTable.SORT_KEY)),
        GuaranteeStatus.valueOf(item.text("status")),
        new Uscc(item.text("principal")),
        new CnapsCode(item.text("guarantorCnaps")),
        new Beneficiaries(Sets.split(item.text("beneficiaries"))));
  }

  Listing listing() {
    return new Listing(
        new ItemKey(LedgerTable.GUARANTEES, PARTITION, id.value()),
        Item.begin()
            .with("status", status.name())
            .with("principal", principal.value())
            .with("guarantorCnaps", guarantor.value())
            .with("beneficiaries", Sets.join(beneficiaries.districts()))
            .toMap());
  }
}
