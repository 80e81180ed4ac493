package com.cargobond.api.deposit;

import com.cargobond.api.frame.caller.Access;
import com.cargobond.api.frame.caller.Owners;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.store.deposit.DepositLedger;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The deposits that are the caller's: a deposit is the office's that took it, and of the banks
 * between which its refunds move.
 */
@RequestScoped
class DepositAccess {

  private final Access access;
  private final DepositLedger deposits;
  private final Optional<CnapsCode> payingBank;

  /**
   * For the caller of this request.
   *
   * @param payingBank the code of the bank that pays refunds
   */
  DepositAccess(
      Access access,
      DepositLedger deposits,
      @ConfigProperty(name = "cargobond.bank.cnaps") Optional<String> payingBank) {
    this.access = access;
    this.deposits = deposits;
    this.payingBank = payingBank.map(CnapsCode::new);
  }

  /** The deposit with this id. */
  Deposit deposit(String id) {
    return access.own(
        Access.parsed(id, DepositId::new).flatMap(deposits::find), this::owners, "deposit");
  }

  /** The deposit that the refund with this id is of. */
  Deposit depositOf(RefundId refund) {
    return access.own(deposits.find(refund), this::owners, "refund");
  }

  /** Refuses whoever is not the bank that pays refunds. */
  void requirePayingBank() {
    if (payingBank.filter(access::isBank).isEmpty()) {
      throw Access.notFound("refund");
    }
  }

  boolean reaches(Deposit deposit) {
    return access.reaches(owners(deposit));
  }

  private Owners owners(Deposit deposit) {
    Stream<CnapsCode> payersBank = deposit.payer().map(payer -> payer.cnaps()).stream();
    return new Owners(
        Set.of(),
        Stream.concat(payingBank.stream(), payersBank).collect(Collectors.toSet()),
        Owners.offices(deposit.declarations()));
  }
}
