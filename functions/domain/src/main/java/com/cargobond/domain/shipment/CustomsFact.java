package com.cargobond.domain.shipment;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.NamesDeclaration;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Purpose;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.AsciiSet;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What Customs says about a declaration, its duty, its payment or a demand. */
public sealed interface CustomsFact extends ShipmentFact {

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
      implements CustomsFact, NamesDeclaration {

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

    /** The same declaration with another estimate. */
    public DeclarationFiled withEstimate(Money estimate) {
      return new DeclarationFiled(
          declarationNo,
          declarationVersion,
          registrationNo,
          purpose,
          district,
          shipmentClass,
          estimate,
          completedAt);
    }
  }

  /** The declaration was cancelled, as of a version. */
  record DeclarationCancelled(DeclarationNo declarationNo, int declarationVersion)
      implements CustomsFact, NamesDeclaration {

    static DeclarationCancelled read(FieldReader in) {
      return new DeclarationCancelled(readDeclarationNo(in), readDeclarationVersion(in));
    }
  }

  /** Customs inspects: the goods stay, and so does the hold. */
  record InspectionHeld(DeclarationNo declarationNo) implements CustomsFact, NamesDeclaration {
    static InspectionHeld read(FieldReader in) {
      return new InspectionHeld(readDeclarationNo(in));
    }
  }

  /** The goods left on the guarantee: irrevocable until discharge. */
  record ReleasedOnGuarantee(DeclarationNo declarationNo) implements CustomsFact, NamesDeclaration {
    static ReleasedOnGuarantee read(FieldReader in) {
      return new ReleasedOnGuarantee(readDeclarationNo(in));
    }
  }

  /**
   * What is owed under one tax notice is known.
   *
   * @param dueDate the last day of payment, where the notice names it
   * @param replaces the notice that this one takes the place of; a notice that none replaces counts
   * @param baseNoticeNo of a late charge, the notice whose duty was paid late
   * @param payerUscc who owes it, where that is not the operator
   */
  record DutyAssessed(
      DeclarationNo declarationNo,
      int declarationVersion,
      String taxNoticeNo,
      Money duty,
      Optional<LocalDate> dueDate,
      Optional<String> replaces,
      NoticeKind kind,
      Optional<String> baseNoticeNo,
      Optional<Uscc> payerUscc,
      Optional<Instant> issuedAt)
      implements CustomsFact, NamesDeclaration {

    static DutyAssessed read(FieldReader in) {
      DutyAssessed assessed =
          new DutyAssessed(
              readDeclarationNo(in),
              readDeclarationVersion(in),
              readTaxNoticeNo(in),
              in.object("duty", Money::read),
              in.optionalDate("dueDate"),
              in.optionalText("replaces", Text::reference),
              in.optionalChoice("kind", NoticeKind.class).orElse(NoticeKind.DUTY),
              in.optionalText("baseNoticeNo", Text::reference),
              in.optionalText("payerUscc", Uscc::new),
              in.optionalTime("issuedAt"));
      assessed.checkReferences(in);
      return assessed;
    }

    /** The same notice over another amount. */
    public DutyAssessed withDuty(Money other) {
      return new DutyAssessed(
          declarationNo,
          declarationVersion,
          taxNoticeNo,
          other,
          dueDate,
          replaces,
          kind,
          baseNoticeNo,
          payerUscc,
          issuedAt);
    }

    private void checkReferences(FieldReader in) {
      if (replaces.filter(number -> number.equals(taxNoticeNo)).isPresent()) {
        in.violation("replaces", "must be another notice than taxNoticeNo");
      }
      if (baseNoticeNo.filter(number -> number.equals(taxNoticeNo)).isPresent()) {
        in.violation("baseNoticeNo", "must be another notice than taxNoticeNo");
      }
      if (in.has("baseNoticeNo") != (kind == NoticeKind.LATE_CHARGE)) {
        in.violation("baseNoticeNo", "is required for a LATE_CHARGE, and for nothing else");
      }
    }
  }

  /** What a tax notice is about. */
  enum NoticeKind {
    DUTY,
    /** Late charge on another notice; it takes the place of the charge that is counted here. */
    LATE_CHARGE,
    /** Duty in addition to that of other notices. */
    SUPPLEMENT
  }

  /** A tax notice is void, and with it what it replaced. */
  record TaxNoticeWithdrawn(String taxNoticeNo, String reason) implements CustomsFact {
    static TaxNoticeWithdrawn read(FieldReader in) {
      return new TaxNoticeWithdrawn(
          readTaxNoticeNo(in), in.freeText("reason", Text.FREE_TEXT_LENGTH_MAX));
    }
  }

  /**
   * The treasury received a payment.
   *
   * @param debitedOn the day on which the payer's account was debited: the late charge ends then
   * @param treasuryDate the day on which the treasury had it
   * @param endToEndId of the payment, as the payer's bank knows it
   */
  record DutyPaid(
      String taxNoticeNo,
      Money amount,
      String treasuryReceiptNo,
      Optional<LocalDate> debitedOn,
      Optional<LocalDate> treasuryDate,
      Optional<String> endToEndId,
      Payer paidBy)
      implements CustomsFact {

    private static final UnaryOperator<String> END_TO_END_ID =
        Text.of(AsciiSet.of("!-~"), 1, 35, "must be 1 to 35 visible ASCII characters");

    static DutyPaid read(FieldReader in) {
      DutyPaid paid =
          new DutyPaid(
              readTaxNoticeNo(in),
              in.object("amount", Money::read),
              readTreasuryReceiptNo(in),
              in.optionalDate("debitedOn"),
              in.optionalDate("treasuryDate"),
              in.optionalText("endToEndId", END_TO_END_ID),
              in.optionalChoice("paidBy", Payer.class).orElse(Payer.DEBTOR));
      if (paid.debitedOn.isPresent()
          && paid.treasuryDate.filter(paid.debitedOn.get()::isAfter).isPresent()) {
        in.violation("debitedOn", "must not be after treasuryDate");
      }
      return paid;
    }
  }

  /** Who paid the treasury. */
  enum Payer {
    DEBTOR,
    /** The bank, on a demand. */
    GUARANTOR
  }

  /**
   * The treasury undid a receipt, wholly or in part.
   *
   * @param reversalNo tells reversals of one receipt apart; without it, two of the same amount are
   *     one
   */
  record PaymentReversed(
      String taxNoticeNo, Money amount, String treasuryReceiptNo, Optional<String> reversalNo)
      implements CustomsFact {

    static PaymentReversed read(FieldReader in) {
      return new PaymentReversed(
          readTaxNoticeNo(in),
          in.object("amount", Money::read),
          readTreasuryReceiptNo(in),
          in.optionalText("reversalNo", Text::reference));
    }
  }

  /** Customs discharged the declaration: the duty falls away. */
  record Discharged(DeclarationNo declarationNo, DischargeReason reason)
      implements CustomsFact, NamesDeclaration {
    static Discharged read(FieldReader in) {
      return new Discharged(readDeclarationNo(in), in.choice("reason", DischargeReason.class));
    }
  }

  /** Customs claims on the guarantor. */
  record DefaultDemanded(DemandId demandId, DeclarationNo declarationNo, Money amount)
      implements CustomsFact, NamesDeclaration {

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
