package com.cargobond.api;

import com.cargobond.store.guarantee.ListedGuarantee;


import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.guarantee.Beneficiaries;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.shipment.NamedDeclarations;
import com.cargobond.domain.shipment.Shipment;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose a thing is.
 *
 * @param operators the carriers that it is about
 * @param banks that are a party to it
 * @param concerns the districts of Customs that it is a matter of
 */
record Owners(Set<Uscc> operators, Set<CnapsCode> banks, Predicate<DistrictCode> concerns) {

  static Owners of(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return of(terms.principal().uscc(), terms.guarantor().cnaps(), terms.beneficiaries());
  }

  static Owners of(ListedGuarantee guarantee) {
    return of(guarantee.principal(), guarantee.guarantor(), guarantee.beneficiaries());
  }

  /**
   * A shipment is its operator's, the guarantors' who cover it, and the offices' that it was
   * declared to.
   */
  static Owners of(Shipment shipment, Set<CnapsCode> guarantors) {
    return new Owners(
        Set.of(shipment.id().operator()), guarantors, offices(NamedDeclarations.of(shipment)));
  }

  /** A deposit is the office's that took it, and of the banks between which its refunds move. */
  static Owners of(Deposit deposit, Optional<CnapsCode> payingBank) {
    Stream<CnapsCode> payersBank = deposit.payer().map(payer -> payer.cnaps()).stream();
    return new Owners(
        Set.of(),
        Stream.concat(payingBank.stream(), payersBank).collect(Collectors.toSet()),
        offices(deposit.declarations()));
  }

  private static Owners of(Uscc principal, CnapsCode guarantor, Beneficiaries beneficiaries) {
    return new Owners(Set.of(principal), Set.of(guarantor), beneficiaries::concern);
  }

  /** What names no office yet is a matter of all of Customs. */
  private static Predicate<DistrictCode> offices(Collection<DeclarationNo> declarations) {
    return district ->
        declarations.isEmpty()
            || declarations.stream().map(DeclarationNo::office).anyMatch(district::covers);
  }
}
