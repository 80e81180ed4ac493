package com.cargobond.domain.shipment;

import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import java.time.LocalDate;
import java.util.Optional;

/** What the guarantor did about a demand; recorded through the bank's calls. */
public sealed interface BankFact extends ShipmentFact {

  /** The demand that the bank acted on. */
  DemandId demandId();

  /** The bank complies or rejects. */
  record DemandDecided(DemandId demandId, Decision decision, Optional<String> reason)
      implements BankFact {

    static DemandDecided read(FieldReader in) {
      return new DemandDecided(
          in.text("demandId", DemandId::new),
          in.choice("decision", Decision.class),
          in.optionalFreeText("reason", Text.FREE_TEXT_LENGTH_MAX));
    }
  }

  /**
   * The bank paid Customs.
   *
   * @param paidOn the value date, on which the late charge ends; else the day on which it was told
   */
  record DemandPaid(DemandId demandId, String paymentRef, Optional<LocalDate> paidOn)
      implements BankFact {
    static DemandPaid read(FieldReader in) {
      return new DemandPaid(
          in.text("demandId", DemandId::new),
          in.text("paymentRef", Text::reference),
          in.optionalDate("paidOn"));
    }
  }

  /** The principal paid the bank back; the limit is not reinstated by that. */
  record DemandReimbursed(DemandId demandId) implements BankFact {
    static DemandReimbursed read(FieldReader in) {
      return new DemandReimbursed(in.text("demandId", DemandId::new));
    }
  }

  /** The bank's answer to a demand. */
  enum Decision {
    COMPLY,
    REJECT
  }
}
