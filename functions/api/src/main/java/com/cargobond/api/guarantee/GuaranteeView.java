package com.cargobond.api.guarantee;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.PositionFigures;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A guarantee's terms, status and position.
 *
 * @param amendment the last one that was proposed and is not in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuaranteeView(
    String guaranteeId,
    String status,
    String statusReason,
    String registrationNo,
    int version,
    AmendmentView amendment,
    String number,
    String type,
    List<String> purposes,
    PrincipalView principal,
    GuarantorView guarantor,
    Set<String> beneficiaries,
    Amount limit,
    boolean revolving,
    String coverFrom,
    String coverTo,
    String suretyshipTo,
    int slices,
    @Schema(ref = "Position") PositionFigures position) {

  /** The express operator. */
  public record PrincipalView(String uscc, String customsRegistrationNo, String name) {}

  /** The bank. */
  public record GuarantorView(String bic, String cnaps, String name) {}

  static GuaranteeView of(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return new GuaranteeView(
        guarantee.id().value(),
        guarantee.status().name(),
        guarantee.statusReason().orElse(null),
        guarantee.registrationNo().map(RegistrationNo::value).orElse(null),
        guarantee.version(),
        guarantee.proposed().map(last -> AmendmentView.of(guarantee, last)).orElse(null),
        terms.number(),
        terms.type().name(),
        terms.purposes().stream().map(Enum::name).sorted().toList(),
        new PrincipalView(
            terms.principal().uscc().value(),
            terms.principal().customsRegistrationNo().value(),
            terms.principal().name()),
        new GuarantorView(
            terms.guarantor().bic().value(),
            terms.guarantor().cnaps().value(),
            terms.guarantor().name()),
        terms.beneficiaries().districts(),
        Amount.of(terms.limit()),
        terms.revolving(),
        terms.coverFrom().toString(),
        terms.coverTo().toString(),
        terms.suretyshipTo().toString(),
        guarantee.slices().size(),
        PositionFigures.of(guarantee));
  }
}
