package com.cargobond.api.guarantee;

import com.cargobond.api.frame.caller.Access;
import com.cargobond.api.frame.caller.Owners;
import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Guarantor;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.ListedGuarantee;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/** The guarantees that are the caller's: as principal, guarantor or beneficiary. */
@RequestScoped
public class GuaranteeAccess {

  private final Access access;
  private final GuaranteeLedger guarantees;

  GuaranteeAccess(Access access, GuaranteeLedger guarantees) {
    this.access = access;
    this.guarantees = guarantees;
  }

  /** The guarantee with this id. */
  public Guarantee guarantee(String id) {
    return access.own(
        Access.parsed(id, GuaranteeId::new).flatMap(guarantees::find),
        GuaranteeAccess::owners,
        "guarantee");
  }

  /**
   * Refuses what stands on a guarantee that is not the caller's.
   *
   * @param name what it is
   */
  public void requireOn(Optional<GuaranteeId> id, String name) {
    access.own(id.flatMap(guarantees::find), GuaranteeAccess::owners, name);
  }

  boolean reaches(ListedGuarantee guarantee) {
    return access.reaches(
        owners(guarantee.principal(), guarantee.guarantor(), guarantee.beneficiaries()));
  }

  /** Refuses a bank that is not the guarantor. */
  void requireToIssueFor(Guarantor guarantor) {
    if (!access.isBank(guarantor.cnaps())) {
      throw new ForbiddenException("a bank issues in its own name only");
    }
  }

  private static Owners owners(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return owners(terms.principal().uscc(), terms.guarantor().cnaps(), terms.beneficiaries());
  }

  private static Owners owners(Uscc principal, CnapsCode guarantor, Beneficiaries beneficiaries) {
    return new Owners(Set.of(principal), Set.of(guarantor), beneficiaries::concern);
  }
}
