package com.cargobond.local.guarantee;

import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleDay;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The guarantees of the sample day. */
public enum SampleGuarantee {
  /** Carries the whole day's traffic with room to spare, cut into slices. */
  GENERAL(
      "LG31026110001",
      "GB22332026000001",
      1_000_000_00,
      true,
      8,
      List.of("CONSOLIDATED", "PAYMENT_TERM", "TAX_ELEMENT"),
      "*"),

  /** Too small for what is declared on it: one shipment consumes it, the others are refused. */
  INDIVIDUAL(
      "LG31026110002",
      "GB22332026000002",
      1_000_00,
      false,
      1,
      List.of("PAYMENT_TERM"),
      SampleDay.DISTRICT);

  private final String number;
  private final String registrationNo;
  private final long limitFen;
  private final boolean revolving;
  private final int slices;
  private final List<String> purposes;
  private final String beneficiary;

  SampleGuarantee(
      String number,
      String registrationNo,
      long limitFen,
      boolean revolving,
      int slices,
      List<String> purposes,
      String beneficiary) {
    this.number = number;
    this.registrationNo = registrationNo;
    this.limitFen = limitFen;
    this.revolving = revolving;
    this.slices = slices;
    this.purposes = purposes;
    this.beneficiary = beneficiary;
  }

  /** The bank's number. */
  public String number() {
    return number;
  }

  /** The number under which Customs registers it, and which declarations name. */
  public String registrationNo() {
    return registrationNo;
  }

  /** The face amount in fen. */
  public long limitFen() {
    return limitFen;
  }

  /** Whether what is restored can be reserved again. */
  public boolean revolving() {
    return revolving;
  }

  /** Into how many slices it is cut. */
  public int slices() {
    return slices;
  }

  /** The purposes that it covers. */
  public List<String> purposes() {
    return purposes;
  }

  /** What a system is asked for, whose bank and Customs are to have it in force. */
  public GuaranteeClient.Application application() {
    return new GuaranteeClient.Application(name(), "sample-" + number, issueBody(), registrationNo);
  }

  /** The body with which the bank issues it. */
  public String issueBody() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("number", number).put("type", name());
    purposes.forEach(body.putArray("purposes")::add);
    body.putObject("principal")
        .put("uscc", SampleDay.USCC)
        .put("customsRegistrationNo", "3122260001")
        .put("name", "Example Express Co., Ltd.");
    body.putObject("guarantor")
        .put("bic", "COMMCNSH")
        .put("cnaps", "313651027012")
        .put("name", "Example Bank, Shanghai Branch");
    body.putArray("beneficiaries").add(beneficiary);
    body.set("limit", Fen.json(limitFen));
    body.put("revolving", revolving)
        .put("coverFrom", "2026-01-01")
        .put("coverTo", "2027-12-31")
        .put("suretyshipTo", "2028-06-30")
        .put("slices", slices);
    return body.toString();
  }
}
