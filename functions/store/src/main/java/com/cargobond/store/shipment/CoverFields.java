package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.Holding;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.input.Rfc3339;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Cover.Hold;
import com.cargobond.store.ledger.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The covers of a shipment's declarations as a part of an item. */
final class CoverFields {

  private static final String NONE = "NONE";
  private static final String COVERED = "COVERED";
  private static final String REFUSED = "REFUSED";
  private static final String DISCHARGED = "DISCHARGED";

  private CoverFields() {}

  static Map<String, Object> of(Map<DeclarationNo, Cover> covers) {
    Map<String, Object> fields = new HashMap<>();
    covers.forEach((declaration, cover) -> fields.put(declaration.value(), fields(cover)));
    return fields;
  }

  static Map<DeclarationNo, Cover> covers(Item fields) {
    Map<DeclarationNo, Cover> covers = new HashMap<>();
    for (String number : fields.attributes().keySet()) {
      covers.put(new DeclarationNo(number), cover(new Item(fields.fields(number))));
    }
    return covers;
  }

  private static Map<String, Object> fields(Cover cover) {
    Item.Attributes fields = Item.begin();
    switch (cover) {
      case Cover.None none -> fields.with("state", NONE);
      case Cover.Covered covered -> fields.with("state", COVERED).with("forced", covered.forced());
      case Cover.Refused refused ->
          fields
              .with("state", REFUSED)
              .with("code", refused.code().name())
              .with("refusedBy", refused.guarantee().map(GuaranteeId::value));
      case Cover.Discharged discharged -> fields.with("state", DISCHARGED);
    }
    cover.hold().ifPresent(hold -> add(fields, hold));
    return fields.toMap();
  }

  private static void add(Item.Attributes fields, Hold hold) {
    fields
        .with("guarantee", hold.guaranteeId().value())
        .with("slice", hold.slice())
        .with("reserved", hold.holding().reserved())
        .with("demands", hold.holding().openDemands())
        .with("claims", hold.holding().paidClaims())
        .with("consumed", hold.holding().consumed())
        .with("until", hold.claimableUntil().map(LocalDate::toString));
    if (hold.isOfClosed()) {
      fields.with("closed", true);
    }
  }

  private static Cover cover(Item fields) {
    Optional<Hold> hold = fields.findText("guarantee").map(id -> hold(id, fields));
    return switch (fields.text("state")) {
      case NONE -> new Cover.None(hold);
      case COVERED -> new Cover.Covered(hold.orElseThrow(), fields.flag("forced"));
      case REFUSED ->
          new Cover.Refused(
              RefusalCode.valueOf(fields.text("code")),
              hold,
              fields
                  .findText("refusedBy")
                  .map(GuaranteeId::new)
                  .or(() -> hold.map(Hold::guaranteeId)));
      case DISCHARGED -> new Cover.Discharged(hold);
      default -> throw new IllegalStateException("a cover that is " + fields.text("state"));
    };
  }

  private static Hold hold(String guarantee, Item fields) {
    return new Hold(
        new GuaranteeId(guarantee),
        fields.count("slice"),
        new Holding(
            fields.number("reserved"),
            fields.number("demands"),
            fields.number("claims"),
            fields.number("consumed")),
        fields.findText("until").map(Rfc3339::date),
        fields.has("closed"));
  }
}
