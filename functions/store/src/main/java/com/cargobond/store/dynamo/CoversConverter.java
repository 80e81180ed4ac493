package com.cargobond.store.dynamo;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Cover.Hold;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The covers of a shipment's declarations as an attribute. */
final class CoversConverter {

  private static final String NONE = "NONE";
  private static final String COVERED = "COVERED";
  private static final String REFUSED = "REFUSED";
  private static final String DISCHARGED = "DISCHARGED";

  private CoversConverter() {}

  static AttributeValue attribute(Map<DeclarationNo, Cover> covers) {
    return AttributeValue.fromM(
        covers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().value(), entry -> attribute(entry.getValue()))));
  }

  static Map<DeclarationNo, Cover> covers(AttributeValue attribute) {
    return attribute.m().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> new DeclarationNo(entry.getKey()), entry -> cover(entry.getValue().m())));
  }

  private static AttributeValue attribute(Cover cover) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    switch (cover) {
      case Cover.None none -> item.put("state", AttributeValue.fromS(NONE));
      case Cover.Covered covered -> {
        item.put("state", AttributeValue.fromS(COVERED));
        item.put("forced", AttributeValue.fromBool(covered.forced()));
      }
      case Cover.Refused refused -> {
        item.put("state", AttributeValue.fromS(REFUSED));
        item.put("code", AttributeValue.fromS(refused.code().name()));
        refused
            .guarantee()
            .ifPresent(id -> item.put("refusedBy", AttributeValue.fromS(id.value())));
      }
      case Cover.Discharged discharged -> item.put("state", AttributeValue.fromS(DISCHARGED));
    }
    cover.hold().ifPresent(hold -> putHold(item, hold));
    return AttributeValue.fromM(item);
  }

  private static void putHold(Map<String, AttributeValue> item, Hold hold) {
    item.put("guarantee", AttributeValue.fromS(hold.guaranteeId().value()));
    item.put("slice", number(hold.slice()));
    item.put("reserved", number(hold.holding().reserved()));
    item.put("demands", number(hold.holding().openDemands()));
    item.put("claims", number(hold.holding().paidClaims()));
    item.put("consumed", number(hold.holding().consumed()));
    hold.claimableUntil().ifPresent(day -> item.put("until", AttributeValue.fromS(day.toString())));
    if (hold.isOfClosed()) {
      item.put("closed", AttributeValue.fromBool(true));
    }
  }

  private static Cover cover(Map<String, AttributeValue> item) {
    Optional<Hold> hold = Optional.ofNullable(item.get("guarantee")).map(id -> hold(item));
    return switch (item.get("state").s()) {
      case NONE -> new Cover.None(hold);
      case COVERED -> new Cover.Covered(hold.orElseThrow(), item.get("forced").bool());
      case REFUSED ->
          new Cover.Refused(
              RefusalCode.valueOf(item.get("code").s()),
              hold,
              Optional.ofNullable(item.get("refusedBy"))
                  .map(id -> new GuaranteeId(id.s()))
                  .or(() -> hold.map(Hold::guaranteeId)));
      case DISCHARGED -> new Cover.Discharged(hold);
      default -> throw new IllegalStateException("a cover that is " + item.get("state").s());
    };
  }

  private static Hold hold(Map<String, AttributeValue> item) {
    return new Hold(
        new GuaranteeId(item.get("guarantee").s()),
        Integer.parseInt(item.get("slice").n()),
        new Holding(
            minor(item, "reserved"),
            minor(item, "demands"),
            minor(item, "claims"),
            minor(item, "consumed")),
        Optional.ofNullable(item.get("until")).map(day -> LocalDate.parse(day.s())),
        item.containsKey("closed"));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static long minor(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
