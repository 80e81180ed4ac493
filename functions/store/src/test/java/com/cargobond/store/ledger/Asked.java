package com.cargobond.store.ledger;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.ListedGuarantee;
import com.cargobond.store.guarantee.OperatorProfile;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.payment.PaymentLedger;
import com.cargobond.store.shipment.ShipmentLedger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Questions to a ledger in the words of the tests. */
record Asked(Ledger ledger) {

  static Asked of(Ledger ledger) {
    return new Asked(ledger);
  }

  /** How often the only entry of a subject was written. */
  static long revision(Stored<?> read) {
    return read.versions().values().stream().mapToLong(Version::revision).sum();
  }

  /** How often the terms of a guarantee were written. */
  static long termsRevision(Stored<Guarantee> read) {
    return revisions(read, key -> key.sort().equals("TERMS")).getFirst();
  }

  /** How often each slice of a guarantee was written. */
  static List<Long> sliceRevisions(Stored<Guarantee> read) {
    return revisions(read, key -> key.sort().startsWith("SLICE"));
  }

  private static List<Long> revisions(Stored<?> read, Predicate<ItemKey> entries) {
    return read.versions().entrySet().stream()
        .filter(version -> entries.test(version.getKey()))
        .sorted(Comparator.comparing(version -> version.getKey().sort()))
        .map(version -> version.getValue().revision())
        .toList();
  }

  Optional<Stored<Guarantee>> guarantee(GuaranteeId id) {
    return ledger.find(Guarantee.KIND, id.value());
  }

  Optional<GuaranteeId> registered(RegistrationNo number) {
    return ledger.target(number.alias()).map(GuaranteeId::new);
  }

  Optional<Ledger.TakenBy> issued(String idempotencyKey) {
    return ledger.takenBy(Alias.of("ISSUANCE", idempotencyKey));
  }

  Stored<OperatorProfile> operator(Uscc operator) {
    return ledger.read(OperatorProfile.KIND, operator.value());
  }

  Map<ShipmentId, Stored<Shipment>> shipments(Set<ShipmentId> ids) {
    return new ShipmentLedger(ledger).read(ids);
  }

  Map<DepositId, Stored<Deposit>> deposits(Set<DepositId> ids) {
    return ids.stream()
        .collect(
            Collectors.toMap(Function.identity(), id -> ledger.read(Deposit.KIND, id.value())));
  }

  Optional<DepositId> depositOfRefund(RefundId refund) {
    return ledger.target(refund.alias()).map(DepositId::new);
  }

  Optional<ShipmentId> shipmentOfDemand(DemandId demand) {
    return new ShipmentLedger(ledger).ofDemand(demand);
  }

  Page<Demand> demands(GuaranteeId guarantee, int limit, Optional<String> after) {
    return new ShipmentLedger(ledger).demands(guarantee, limit, after);
  }

  Page<ShipmentId> openHolds(GuaranteeId guarantee, int limit, Optional<String> after) {
    return new ShipmentLedger(ledger).openHolds(guarantee, limit, after);
  }

  Page<ShipmentId> refused(RegistrationNo number, int limit, Optional<String> after) {
    return new ShipmentLedger(ledger).refused(number, limit, after);
  }

  List<Recheck> rechecks(int limit) {
    return new GuaranteeLedger(ledger).rechecks(limit);
  }

  Page<ListedGuarantee> listedGuarantees(int limit, Optional<String> after) {
    return new GuaranteeLedger(ledger).list(limit, after);
  }

  Page<PaymentId> openPayments(int limit, Optional<String> after) {
    return new PaymentLedger(ledger).open(limit, after);
  }

  Page<Deposit> allDeposits(int limit, Optional<String> after) {
    return new DepositLedger(ledger).all(limit, after);
  }
}
