package com.cargobond.domain.event;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What Customs says about a declaration, its duty, its payment or a demand. */
public sealed interface CustomsFact extends Fact {

  /** Bounds declaration versions; they count from 1. */
  int DECLARATION_VERSION_MAX = 999;

  /** The declaration was accepted, or amended under a higher version. */
  record DeclarationFiled(
      DeclarationNo declarationNo,
      int declarationVersion,
      RegistrationNo registrationNo,
      Purpose purpose,
      DistrictCode district,
      ShipmentClass shipmentClass,
      Money estimatedDuty,
      Instant completedAt)
      implements CustomsFact {

    static DeclarationFiled read(FieldReader in) {
      return new DeclarationFiled(
          readDeclarationNo(in),
          readDeclarationVersion(in),
          in.text("registrationNo", RegistrationNo::new),
          in.choice("purpose", Purpose.class),
          in.text("district", DistrictCode::new),
          in.choice("shipmentClass", ShipmentClass.class),
          in.object("estimatedDuty", Money::read),
          in.time("completedAt"));
    }
  }

  /** The declaration was cancelled, as of a version. */
  record DeclarationCancelled(DeclarationNo declarationNo, int declarationVersion)
      implements CustomsFact {

    static DeclarationCancelled read(FieldReader in) {
      return new DeclarationCancelled(readDeclarationNo(in), readDeclarationVersion(in));
    }
  }

  /** Customs inspects: the goods stay, and so does the hold. */
  record InspectionHeld(DeclarationNo declarationNo) implements CustomsFact {
    static InspectionHeld read(FieldReader in) {
      return new InspectionHeld(readDeclarationNo(in));
    }
  }

  /** The goods left on the guarantee: irrevocable until discharge. */
  record ReleasedOnGuarantee(DeclarationNo declarationNo) implements CustomsFact {
    static ReleasedOnGuarantee read(FieldReader in) {
      return new ReleasedOnGuarantee(readDeclarationNo(in));
    }
  }

  /** The duty of one tax notice is known. */
  record DutyAssessed(
      DeclarationNo declarationNo,
      int declarationVersion,
      String taxNoticeNo,
      Money duty,
      Optional<LocalDate> dueDate)
      implements CustomsFact {

    static DutyAssessed read(FieldReader in) {
      return new DutyAssessed(
          readDeclarationNo(in),
          readDeclarationVersion(in),
          readTaxNoticeNo(in),
          in.object("duty", Money::read),
          in.optionalDate("dueDate"));
    }
  }

  /** The treasury received a payment. */
  record DutyPaid(String taxNoticeNo, Money amount, String treasuryReceiptNo)
      implements CustomsFact {

    static DutyPaid read(FieldReader in) {
      return new DutyPaid(
          readTaxNoticeNo(in), in.object("amount", Money::read), readTreasuryReceiptNo(in));
    }
  }

  /** The treasury undid a receipt, wholly or in part. */
  record PaymentReversed(String taxNoticeNo, Money amount, String treasuryReceiptNo)
      implements CustomsFact {

    static PaymentReversed read(FieldReader in) {
      return new PaymentReversed(
          readTaxNoticeNo(in), in.object("amount", Money::read), readTreasuryReceiptNo(in));
    }
  }

  /** Customs discharged the declaration: the duty falls away. */
  record Discharged(DeclarationNo declarationNo, DischargeReason reason) implements CustomsFact {
    static Discharged read(FieldReader in) {
      return new Discharged(readDeclarationNo(in), in.choice("reason", DischargeReason.class));
    }
  }

  /** Customs claims on the guarantor. */
  record DefaultDemanded(DemandId demandId, DeclarationNo declarationNo, Money amount)
      implements CustomsFact {

    static DefaultDemanded read(FieldReader in) {
      DefaultDemanded demanded =
          new DefaultDemanded(
              in.text("demandId", DemandId::new),
              readDeclarationNo(in),
              in.object("amount", Money::read));
      if (demanded.amount != null && demanded.amount.minor() == 0) {
        in.violation("amount.amount", "must be more than zero");
      }
      return demanded;
    }
  }

  /** Customs takes a demand back. */
  record DemandWithdrawn(DemandId demandId) implements CustomsFact {
    static DemandWithdrawn read(FieldReader in) {
      return new DemandWithdrawn(in.text("demandId", DemandId::new));
    }
  }

  /** Why a duty falls away without payment. */
  enum DischargeReason {
    RE_EXPORTED,
    DESTROYED,
    ABANDONED
  }

  private static DeclarationNo readDeclarationNo(FieldReader in) {
    return in.text("declarationNo", DeclarationNo::new);
  }

  private static int readDeclarationVersion(FieldReader in) {
    return in.integer("declarationVersion", 1, DECLARATION_VERSION_MAX);
  }

  private static String readTaxNoticeNo(FieldReader in) {
    return in.text("taxNoticeNo", Text::reference);
  }

  private static String readTreasuryReceiptNo(FieldReader in) {
    return in.text("treasuryReceiptNo", Text::reference);
  }
}
