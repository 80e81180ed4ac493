package com.cargobond.api;

import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.ListedGuarantee;
import com.cargobond.store.ledger.Ledger;


import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Guarantor;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.shipment.Shipment;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the caller may reach: every party its own. All that a resource reads by an identifier comes
 * from here. To a carrier and a bank, what is another's is not there; Customs is told that it is
 * not in charge. A caller of several roles is bound by each of them.
 */
@RequestScoped
class Access {

  private final Caller caller;
  private final Ledger ledger;
  private final GuaranteeLedger guarantees;
  private final DepositLedger deposits;
  private final Optional<CnapsCode> payingBank;

  /**
   * For the caller of this request.
   *
   * @param payingBank the code of the bank that pays refunds
   */
  Access(
      Caller caller,
      Ledger ledger,
      GuaranteeLedger guarantees,
      DepositLedger deposits,
      @ConfigProperty(name = "cargobond.bank.cnaps") Optional<String> payingBank) {
    this.caller = caller;
    this.ledger = ledger;
    this.guarantees = guarantees;
    this.deposits = deposits;
    this.payingBank = payingBank.map(CnapsCode::new);
  }

  /** The guarantee with this id. */
  Guarantee guarantee(String id) {
    return own(parsed(id, GuaranteeId::new).flatMap(guarantees::find), Owners::of, "guarantee");
  }

  /** The shipment with this operator and house waybill. */
  Shipment shipment(String operator, String houseWaybill) {
    Optional<Shipment> known =
        parsed(operator + "/" + houseWaybill, ShipmentId::parse)
            .map(this::read)
            .filter(shipment -> !shipment.history().isEmpty());
    return own(known, shipment -> Owners.of(shipment, guarantors(shipment)), "shipment");
  }

  /** The deposit with this id. */
  Deposit deposit(String id) {
    return own(parsed(id, DepositId::new).flatMap(deposits::find), this::ownersOf, "deposit");
  }

  /** The deposit that the refund with this id is of. */
  Deposit depositOf(RefundId refund) {
    return own(deposits.find(refund), this::ownersOf, "refund");
  }

  /** Refuses a demand on a guarantee of another bank. */
  void requireDemand(String id) {
    Optional<Guarantee> guarantee =
        parsed(id, DemandId::new)
            .flatMap(
                demand ->
                    ledger
                        .shipmentOfDemand(demand)
                        .map(this::read)
                        .flatMap(shipment -> guaranteeOf(demand, shipment)))
            .flatMap(guarantees::find);
    own(guarantee, Owners::of, "demand");
  }

  /** Refuses whoever is not the bank that pays refunds. */
  void requirePayingBank() {
    if (caller.bank().filter(bank -> payingBank.filter(bank::covers).isPresent()).isEmpty()) {
      throw notFound("refund");
    }
  }

  /** Refuses a bank that is not the guarantor. */
  void requireToIssueFor(Guarantor guarantor) {
    if (caller.bank().filter(bank -> bank.covers(guarantor.cnaps())).isEmpty()) {
      throw new ForbiddenException("a bank issues in its own name only");
    }
  }

  boolean reaches(ListedGuarantee guarantee) {
    return isIn(Owners.of(guarantee));
  }

  boolean reaches(Deposit deposit) {
    return isIn(ownersOf(deposit));
  }

  private Owners ownersOf(Deposit deposit) {
    return Owners.of(deposit, payingBank);
  }

  private <T> T own(Optional<T> thing, Function<T, Owners> owners, String name) {
    T found = thing.orElseThrow(() -> notFound(name));
    Owners own = owners.apply(found);
    if (!isOperatorIn(own) || !isBankIn(own)) {
      throw notFound(name);
    }
    if (!isInChargeOf(own)) {
      throw new ForbiddenException("another office of Customs is in charge");
    }
    return found;
  }

  private boolean isIn(Owners owners) {
    return isOperatorIn(owners) && isBankIn(owners) && isInChargeOf(owners);
  }

  private boolean isOperatorIn(Owners owners) {
    return !caller.is(Role.CARRIER)
        || caller.operator().filter(owners.operators()::contains).isPresent();
  }

  private boolean isBankIn(Owners owners) {
    return !caller.is(Role.BANK)
        || caller.bank().filter(bank -> owners.banks().stream().anyMatch(bank::covers)).isPresent();
  }

  private boolean isInChargeOf(Owners owners) {
    return !caller.is(Role.CUSTOMS) || caller.district().filter(owners.concerns()).isPresent();
  }

  private Shipment read(ShipmentId id) {
    return ledger.shipments(Set.of(id)).get(id).value();
  }

  /** Read only where it decides something: it costs a read for each guarantee. */
  private Set<CnapsCode> guarantors(Shipment shipment) {
    if (!caller.is(Role.BANK)) {
      return Set.of();
    }
    return shipment.covers().values().stream()
        .flatMap(cover -> cover.guarantee().stream())
        .distinct()
        .flatMap(id -> guarantees.find(id).stream())
        .map(guarantee -> guarantee.terms().guarantor().cnaps())
        .collect(Collectors.toSet());
  }

  private static Optional<GuaranteeId> guaranteeOf(DemandId demand, Shipment shipment) {
    return shipment.demands().entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(demand))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** An identifier of another form belongs to nothing. */
  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (BrokenRule malformed) {
      return Optional.empty();
    }
  }

  private static Refused notFound(String name) {
    return new Refused(RefusalCode.NOT_FOUND, "there is no such " + name);
  }
}
