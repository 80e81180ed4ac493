package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStatus;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.GuaranteeType;
import com.cargobond.domain.guarantee.Guarantor;
import com.cargobond.domain.guarantee.Principal;
import com.cargobond.domain.guarantee.ProposedAmendment;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.Bic;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.CustomsRegistrationCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Rfc3339;
import com.cargobond.domain.money.Money;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.Sets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Terms and status of guarantees as items; their slices are items of their own. */
final class TermsItems {

  static final String SORT_KEY = "TERMS";

  private static final String PROPOSED = "proposed";

  private TermsItems() {}

  static Map<String, Object> body(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return Item.begin()
        .with("id", guarantee.id().value())
        .with("status", guarantee.status().name())
        .with("registrationNo", guarantee.registrationNo().map(RegistrationNo::value))
        .with("statusReason", guarantee.statusReason())
        .with("version", guarantee.version())
        .with(PROPOSED, guarantee.proposed().map(TermsItems::fields))
        .with("number", terms.number())
        .with("type", terms.type().name())
        .with("purposes", Sets.join(terms.purposes()))
        .with("principal", terms.principal().uscc().value())
        .with("principalCustomsNo", terms.principal().customsRegistrationNo().value())
        .with("principalName", terms.principal().name())
        .with("guarantorBic", terms.guarantor().bic().value())
        .with("guarantorCnaps", terms.guarantor().cnaps().value())
        .with("guarantorName", terms.guarantor().name())
        .with("beneficiaries", Sets.join(terms.beneficiaries().districts()))
        .with("limitMinor", terms.limit().minor())
        .with("currency", terms.limit().currency().getCurrencyCode())
        .with("revolving", terms.revolving())
        .with("coverFrom", terms.coverFrom().toString())
        .with("coverTo", terms.coverTo().toString())
        .with("suretyshipTo", terms.suretyshipTo().toString())
        .toMap();
  }

  /** Without its slices. */
  static Guarantee guarantee(Item item) {
    return new Guarantee(
        new GuaranteeId(item.text("id")),
        terms(item),
        GuaranteeStatus.valueOf(item.text("status")),
        item.findText("registrationNo").map(RegistrationNo::new),
        item.findText("statusReason"),
        item.count("version"),
        item.find(PROPOSED).map(TermsItems::proposed),
        List.of());
  }

  private static Map<String, Object> fields(ProposedAmendment proposed) {
    return Item.begin()
        .with("version", proposed.version())
        .with("amendment", proposed.amendment().toData())
        .with("rejection", proposed.rejection())
        .toMap();
  }

  private static ProposedAmendment proposed(Item fields) {
    return new ProposedAmendment(
        fields.count("version"),
        FieldReader.read(fields.fields("amendment"), Amendment::read),
        fields.findText("rejection"));
  }

  private static GuaranteeTerms terms(Item item) {
    return new GuaranteeTerms(
        item.text("number"),
        GuaranteeType.valueOf(item.text("type")),
        Sets.split(item.text("purposes")).stream()
            .map(Purpose::valueOf)
            .collect(Collectors.toSet()),
        new Principal(
            new Uscc(item.text("principal")),
            new CustomsRegistrationCode(item.text("principalCustomsNo")),
            item.text("principalName")),
        new Guarantor(
            new Bic(item.text("guarantorBic")),
            new CnapsCode(item.text("guarantorCnaps")),
            item.text("guarantorName")),
        new Beneficiaries(Sets.split(item.text("beneficiaries"))),
        new Money(item.number("limitMinor"), Money.currency(item.text("currency"))),
        item.flag("revolving"),
        Rfc3339.date(item.text("coverFrom")),
        Rfc3339.date(item.text("coverTo")),
        Rfc3339.date(item.text("suretyshipTo")));
  }
}
