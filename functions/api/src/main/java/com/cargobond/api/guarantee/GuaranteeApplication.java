package com.cargobond.api.guarantee;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Guarantor;
import com.cargobond.domain.guarantee.Principal;
import com.cargobond.domain.input.FieldReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body that asks to issue a guarantee. */
record GuaranteeApplication(GuaranteeTerms terms, int slices) {

  static GuaranteeApplication read(FieldReader in) {
    int slices = in.integer("slices", 1, Guarantee.SLICES_MAX, 1);
    return new GuaranteeApplication(GuaranteeTerms.read(in), slices);
  }

  /**
   * Equal for applications that ask for the same: {@code 100.0} is {@code 100.00}, a set has no
   * order, and what is left out is what it stands for. It is kept: a term that is added later
   * belongs here only where it is there.
   */
  String fingerprint() {
    Principal principal = terms.principal();
    Guarantor guarantor = terms.guarantor();
    Map<String, Object> meaning = new LinkedHashMap<>();
    meaning.put("number", terms.number());
    meaning.put("type", terms.type().name());
    meaning.put("purposes", terms.purposes().stream().map(Enum::name).sorted().toList());
    meaning.put("principal", principal.uscc().value());
    meaning.put("principalCustomsNo", principal.customsRegistrationNo().value());
    meaning.put("principalName", principal.name());
    meaning.put("guarantor", guarantor.cnaps().value());
    meaning.put("guarantorBic", guarantor.bic().value());
    meaning.put("guarantorName", guarantor.name());
    meaning.put("beneficiaries", terms.beneficiaries().districts().stream().sorted().toList());
    meaning.put("limitMinor", terms.limit().minor());
    meaning.put("currency", terms.limit().currency().getCurrencyCode());
    meaning.put("revolving", terms.revolving());
    meaning.put("coverFrom", terms.coverFrom().toString());
    meaning.put("coverTo", terms.coverTo().toString());
    meaning.put("suretyshipTo", terms.suretyshipTo().toString());
    meaning.put("slices", slices);
    return Fingerprint.of(meaning);
  }
}
