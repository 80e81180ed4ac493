package com.cargobond.api.guarantee;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.ProposedAmendment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * An amendment that takes something from the beneficiary.
 *
 * @param version the number under which Customs accepts or rejects it
 * @param status {@code PROPOSED} until Customs answers, {@code REJECTED} if it did not accept it
 * @param statusReason why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmendmentView(
    String guaranteeId,
    int version,
    String status,
    String statusReason,
    Amount limit,
    String coverTo,
    String suretyshipTo,
    List<String> purposes,
    Amount reinstate) {

  static AmendmentView of(Guarantee guarantee, ProposedAmendment proposed) {
    Amendment amendment = proposed.amendment();
    return new AmendmentView(
        guarantee.id().value(),
        proposed.version(),
        proposed.isOpen() ? "PROPOSED" : "REJECTED",
        proposed.rejection().orElse(null),
        amendment.limit().map(Amount::of).orElse(null),
        amendment.coverTo().map(LocalDate::toString).orElse(null),
        amendment.suretyshipTo().map(LocalDate::toString).orElse(null),
        amendment
            .purposes()
            .map(purposes -> purposes.stream().map(Enum::name).sorted().toList())
            .orElse(null),
        amendment.reinstate().map(Amount::of).orElse(null));
  }
}
