package com.cargobond.store.dynamo;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.store.Claim;
import com.cargobond.store.LedgerChange.BearersChange;
import com.cargobond.store.deployment.KeyPrefix;
import com.cargobond.store.deployment.LedgerTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A taken identifier.
 *
 * @param target what it belongs to: a guarantee, a shipment, a deposit; of a declaration the
 *     shipments, with blanks between them
 * @param fingerprint of the request, for an issuance
 */
record ClaimRow(String key, String target, Optional<String> fingerprint) {

  static final String TARGET = "target";
  static final String SORT_KEY = "CLAIM";

  static final TableSchema<ClaimRow> SCHEMA = schema();

  static ClaimRow of(Claim.Registration claim) {
    return new ClaimRow(
        registrationKey(claim.number().value()), claim.guarantee().value(), Optional.empty());
  }

  static ClaimRow of(Claim.DemandOf claim) {
    return new ClaimRow(
        demandKey(claim.demand().value()), claim.shipment().toString(), Optional.empty());
  }

  static ClaimRow of(Claim.RefundOf claim) {
    return new ClaimRow(
        refundKey(claim.refund().value()), claim.deposit().value(), Optional.empty());
  }

  static ClaimRow of(Claim.Number claim) {
    return new ClaimRow(
        numberKey(claim.guarantor() + "#" + claim.number()),
        claim.guarantee().value(),
        Optional.empty());
  }

  static ClaimRow of(Claim.Issuance claim) {
    return new ClaimRow(
        issuanceKey(claim.idempotencyKey()),
        claim.issued().guaranteeId().value(),
        Optional.of(claim.issued().requestFingerprint()));
  }

  static ClaimRow of(BearersChange change) {
    return new ClaimRow(
        declarationKey(change.declaration()), target(change.after()), Optional.empty());
  }

  /** Several shipments as they are written, always in the same order. */
  static String target(Set<ShipmentId> shipments) {
    return shipments.stream().map(ShipmentId::toString).sorted().collect(Collectors.joining(" "));
  }

  Set<ShipmentId> shipments() {
    return Arrays.stream(target.split(" ")).map(ShipmentId::parse).collect(Collectors.toSet());
  }

  static String declarationKey(DeclarationNo declaration) {
    return "DECLARATION#" + declaration.value();
  }

  static String registrationKey(String number) {
    return KeyPrefix.REGISTRATION.key(number);
  }

  static String numberKey(String number) {
    return KeyPrefix.NUMBER.key(number);
  }

  static String demandKey(String demand) {
    return "DEMAND#" + demand;
  }

  static String refundKey(String refund) {
    return KeyPrefix.REFUND.key(refund);
  }

  static String issuanceKey(String idempotencyKey) {
    return KeyPrefix.ISSUANCE.key(idempotencyKey);
  }

  private static TableSchema<ClaimRow> schema() {
    var schema = Rows.schema(ClaimRow.class, ClaimRow::read);
    Rows.partitionKey(schema, ClaimRow::key);
    Rows.sortKey(schema, row -> SORT_KEY);
    Attributes.declare(schema, String.class, TARGET, ClaimRow::target);
    Attributes.declare(schema, String.class, "fingerprint", row -> row.fingerprint.orElse(null));
    return schema.build();
  }

  private static ClaimRow read(Attributes item) {
    return new ClaimRow(
        item.get(LedgerTable.PARTITION_KEY), item.get(TARGET), item.find("fingerprint"));
  }
}
