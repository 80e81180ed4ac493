package com.cargobond.local.it;

import static com.cargobond.local.it.Fields.money;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * One house waybill with one declaration, and the events that are told of it: each a minute later
 * than the one before.
 */
final class Consignment {

  private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2026-03-02T09:00:00+08:00");
  private static final String CUSTOMS_SOURCE = "/customs/2233";

  private final String operator;
  private final String registrationNo;
  private final String number = Ids.next();
  private int told;

  private Consignment(String operator, String registrationNo) {
    this.operator = operator;
    this.registrationNo = registrationNo;
  }

  /** A new one that is to be covered by the guarantee. */
  static Consignment on(IssuedGuarantee guarantee) {
    return new Consignment(guarantee.operator(), guarantee.registrationNo());
  }

  /** A new one of an operator that names some registration number. */
  static Consignment of(String operator, String registrationNo) {
    return new Consignment(operator, registrationNo);
  }

  String operator() {
    return operator;
  }

  String houseWaybill() {
    return "HAWB-" + number;
  }

  String subject() {
    return operator + "/" + houseWaybill();
  }

  String declarationNo() {
    return "223320261" + "0" + number;
  }

  String demandId() {
    return "DEMAND-" + number;
  }

  String taxNoticeNo() {
    return "NOTICE-" + number;
  }

  Event manifestAccepted() {
    return cargo(
        "manifest-accepted",
        Fields.of(
            "masterWaybill",
            "020-68548340",
            "shipmentClass",
            "C",
            "description",
            "running shoes",
            "declaredValue",
            money("3500.00")));
  }

  Event departed() {
    return cargo("departed", Fields.of("location", "HKG"));
  }

  Event arrived() {
    return cargo("arrived", Fields.of("location", "PVG"));
  }

  Event received() {
    return cargo("received", Fields.of("location", "PVG"));
  }

  Event delivered() {
    return cargo("delivered", Fields.of("location", "PVG"));
  }

  Event discrepancy() {
    return cargo("discrepancy", Fields.of("code", "SHORT", "detail", "one piece of two"));
  }

  Event declared(String estimatedDuty) {
    return customs("declaration-accepted", declaration(1, estimatedDuty));
  }

  Event amended(int version, String estimatedDuty) {
    return customs("declaration-amended", declaration(version, estimatedDuty));
  }

  Event cancelled(int version) {
    return customs(
        "declaration-cancelled",
        Fields.of("declarationNo", declarationNo(), "declarationVersion", version));
  }

  Event inspected() {
    return customs("inspection-hold", Fields.of("declarationNo", declarationNo()));
  }

  Event released() {
    return customs("released-on-guarantee", Fields.of("declarationNo", declarationNo()));
  }

  Event assessed(String duty) {
    return assessed(1, duty);
  }

  Event assessed(int version, String duty) {
    return customs(
        "duty-assessed",
        Fields.of(
            "declarationNo",
            declarationNo(),
            "declarationVersion",
            version,
            "taxNoticeNo",
            taxNoticeNo(),
            "duty",
            money(duty)));
  }

  Event paid(String amount, String receiptNo) {
    return customs("duty-paid", payment(amount, receiptNo));
  }

  Event reversed(String amount, String receiptNo) {
    return customs("payment-reversed", payment(amount, receiptNo));
  }

  Event discharged(String reason) {
    return customs("discharged", Fields.of("declarationNo", declarationNo(), "reason", reason));
  }

  Event demanded(String amount) {
    return customs(
        "default-demand",
        Fields.of(
            "demandId", demandId(), "declarationNo", declarationNo(), "amount", money(amount)));
  }

  Event demandWithdrawn() {
    return customs("demand-withdrawn", Fields.of("demandId", demandId()));
  }

  private Map<String, Object> declaration(int version, String estimatedDuty) {
    return Fields.of(
        "declarationNo",
        declarationNo(),
        "declarationVersion",
        version,
        "registrationNo",
        registrationNo,
        "purpose",
        "PAYMENT_TERM",
        "district",
        "2233",
        "shipmentClass",
        "C",
        "estimatedDuty",
        money(estimatedDuty),
        "completedAt",
        "2026-03-02T09:30:00+08:00");
  }

  private Map<String, Object> payment(String amount, String receiptNo) {
    return Fields.of(
        "taxNoticeNo",
        taxNoticeNo(),
        "amount",
        money(amount),
        "treasuryReceiptNo",
        receiptNo + "-" + number);
  }

  private Event cargo(String name, Map<String, Object> data) {
    return event("/carrier/" + operator, "cargo." + name, data).by(Bearer.carrier(operator));
  }

  /** What Customs says of this shipment, in an event of this name. */
  Event customs(String name, Map<String, Object> data) {
    return event(CUSTOMS_SOURCE, "customs." + name, data).by(Bearer.customs());
  }

  private Event event(String source, String name, Map<String, Object> data) {
    told++;
    return new Event(
        Fields.of(
            "specversion",
            "1.0",
            "id",
            number + "-" + told,
            "source",
            source,
            "type",
            name + ".v1",
            "time",
            ISO_OFFSET_DATE_TIME.format(BEGINNING.plusMinutes(told)),
            "subject",
            subject(),
            "datacontenttype",
            "application/json",
            "data",
            data),
        "");
  }
}
