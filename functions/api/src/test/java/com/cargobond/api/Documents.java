package com.cargobond.api;

import com.cargobond.api.deposit.RefundBodies;
import com.cargobond.api.exception.ExceptionBodies;
import com.cargobond.api.frame.request.Reason;
import com.cargobond.api.guarantee.GuaranteeBodies;
import com.cargobond.api.shipment.DemandBodies;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.input.WholeNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every kind of document that comes in: what is published of it, and what reads it. */
final class Documents {

  /** A value for every field that any document has; a new field needs one here. */
  private static final Map<String, Object> VALUES = values();

  private Documents() {}

  /**
   * A kind of document.
   *
   * @param reading throws what it finds wrong
   */
  record Kind(
      String name,
      JsonSchema schema,
      Map<String, Object> complete,
      Consumer<Map<String, Object>> reading) {

    boolean isValid(Map<String, Object> document) {
      return PublishedSchemas.accepts(schema, document);
    }

    /** What the service says is wrong with it. */
    List<Violation> violations(Map<String, Object> document) {
      try {
        reading.accept(WholeNumber.inOneSpelling(document));
        return List.of();
      } catch (InvalidInput invalid) {
        return invalid.violations();
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kind> all() {
    List<Kind> kinds = new ArrayList<>(events());
    kinds.add(body("Refusal", Reason::read));
    Stream.of(GuaranteeBodies.READ, DemandBodies.READ, RefundBodies.READ, ExceptionBodies.READ)
        .flatMap(bodies -> bodies.entrySet().stream())
        .sorted(Map.Entry.comparingByKey())
        .forEach(body -> kinds.add(body(body.getKey(), body.getValue())));
    return kinds;
  }

  /** Of every type that is posted. */
  static List<Kind> events() {
    return Capabilities.ALL.events().all().stream()
        .filter(type -> type.isCargo() || type.isCustoms())
        .map(type -> event(type.wireName()))
        .toList();
  }

  private static Kind event(String wireName) {
    JsonNode schema = PublishedSchemas.event(wireName);
    Map<String, Object> complete = complete(schema);
    complete.put("type", wireName);
    complete.put("traceparent", "00-4bf9-00f0-01");
    if (wireName.equals("customs.duty-assessed.v1")) {
      data(complete).put("kind", "LATE_CHARGE");
    }
    return new Kind(
        wireName, PublishedSchemas.validator(schema), complete, Capabilities.ALL.events()::read);
  }

  private static Kind body(String name, Function<FieldReader, ?> reading) {
    JsonNode schema = PublishedSchemas.body(name);
    Map<String, Object> complete = complete(schema.at("/components/schemas/" + name));
    if (name.equals("Resending")) {
      complete.put("limit", 50);
    }
    return new Kind(
        name,
        PublishedSchemas.validator(schema),
        complete,
        fields -> FieldReader.read(fields, reading));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> data(Map<String, Object> event) {
    return (Map<String, Object>) event.get("data");
  }

  private static Map<String, Object> complete(JsonNode schema) {
    Map<String, Object> fields = new LinkedHashMap<>();
    schema
        .get("properties")
        .properties()
        .forEach(property -> fields.put(property.getKey(), value(property)));
    return fields;
  }

  private static Object value(Map.Entry<String, JsonNode> property) {
    if (property.getValue().has("properties")) {
      return complete(property.getValue());
    }
    Object value = VALUES.get(property.getKey());
    if (value == null) {
      throw new IllegalStateException("there is no value for " + property.getKey());
    }
    return Mutation.copy(value);
  }

  private static Map<String, Object> values() {
    Map<String, Object> money = Map.of("amount", "692.30", "currency", "CNY");
    Map<String, Object> company =
        Map.of(
            "name", "Swift Express Co Ltd",
            "uscc", "91310115MA1AB2C343",
            "account", "6222000011112222",
            "cnaps", "313651027012");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("specversion", "1.0");
    values.put("id", "E-1");
    values.put("source", "/customs/2233");
    values.put("type", "GENERAL");
    values.put("time", "2026-03-02T10:00:00+08:00");
    values.put("subject", "91310115MA1AB2C343/HAWB-1");
    values.put("datacontenttype", "application/json");
    values.put("dataschema", "https://cargobond.example/schemas/x.json");
    for (String reference :
        List.of(
            "depositId",
            "approvalNo",
            "taxNoticeNo",
            "treasuryReceiptNo",
            "reversalNo",
            "replaces",
            "baseNoticeNo",
            "demandId",
            "orderNo",
            "paymentRef",
            "endToEndId",
            "registrationNo",
            "number")) {
      values.put(reference, "REF-" + reference);
    }
    for (String amount :
        List.of("amount", "duty", "estimatedDuty", "declaredValue", "limit", "reinstate")) {
      values.put(amount, money);
    }
    for (String day :
        List.of("dueDate", "debitedOn", "treasuryDate", "acceptedOn", "coverFrom", "paidOn")) {
      values.put(day, "2026-03-17");
    }
    values.put("coverTo", "2026-12-31");
    values.put("suretyshipTo", "2027-06-30");
    values.put("completedAt", "2026-03-02T09:30:00+08:00");
    values.put("before", "2026-03-02T09:30:00+08:00");
    values.put("issuedAt", "2026-03-02T09:30:00+08:00");
    values.put("payer", company);
    values.put("payee", company);
    values.put("uscc", company.get("uscc"));
    values.put("payerUscc", company.get("uscc"));
    values.put("cnaps", company.get("cnaps"));
    values.put("bic", "COMMCNSH");
    values.put("name", company.get("name"));
    values.put("customsRegistrationNo", "3122260001");
    values.put("approvers", List.of("OFFICER-1", "OFFICER-2"));
    values.put("declarationNo", "223320261000000123");
    values.put("declarationVersion", 1);
    values.put("purpose", "PAYMENT_TERM");
    values.put("purposes", List.of("PAYMENT_TERM", "CONSOLIDATED"));
    values.put("district", "2233");
    values.put("beneficiaries", List.of("2233", "5100"));
    values.put("shipmentClass", "C");
    values.put("masterWaybill", "020-68548340");
    values.put("location", "PVG");
    values.put("code", "SHORT");
    values.put("detail", "one piece of two");
    values.put("description", "running shoes");
    values.put("reason", "RE_EXPORTED");
    values.put("note", "seen to");
    values.put("kind", "EVENT");
    values.put("paidBy", "DEBTOR");
    values.put("decision", "REJECT");
    values.put("outcome", "RETURNED");
    values.put("uetr", "b94458f8-1f27-40e9-bf74-b07cbb339439");
    values.put("revolving", true);
    values.put("slices", 8);
    return values;
  }
}
