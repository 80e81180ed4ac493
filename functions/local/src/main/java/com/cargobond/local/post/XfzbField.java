package com.cargobond.local.post;

import java.util.Arrays;
import java.util.Optional;

/** What is read of a house waybill: nothing else of it is kept. */
enum XfzbField {
  MESSAGE_ID("/m:HouseWaybill/m:MessageHeaderDocument/d:ID"),
  TYPE_CODE("/m:HouseWaybill/m:MessageHeaderDocument/d:TypeCode"),
  VERSION("/m:HouseWaybill/m:MessageHeaderDocument/d:VersionID"),
  PURPOSE("/m:HouseWaybill/m:MessageHeaderDocument/d:PurposeCode"),
  ISSUED("/m:HouseWaybill/m:MessageHeaderDocument/d:IssueDateTime"),
  SENDER("/m:HouseWaybill/m:MessageHeaderDocument/d:SenderParty/d:PrimaryID"),
  HOUSE_WAYBILL("/m:HouseWaybill/m:BusinessHeaderDocument/d:ID"),
  MASTER_WAYBILL("/m:HouseWaybill/m:MasterConsignment/d:TransportContractDocument/d:ID"),
  NO_CUSTOMS_VALUE(Parent.HOUSE + "d:NilCustomsValueIndicator"),
  CUSTOMS_VALUE(Parent.HOUSE + "d:DeclaredValueForCustomsAmount"),
  CUSTOMS_CURRENCY(Parent.HOUSE + "d:DeclaredValueForCustomsAmount/@currencyID"),
  DESCRIPTION(Parent.HOUSE + "d:SummaryDescription");

  private final String path;

  XfzbField(String path) {
    this.path = path;
  }

  /** The field at a path of elements, each with the prefix of its namespace. */
  static Optional<XfzbField> at(String path) {
    return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
  }

  /** As a reader of the file sees it, without prefixes. */
  String readablePath() {
    return path.replaceAll("/[md]:", "/").substring(1);
  }

  private static final class Parent {
    static final String HOUSE = "/m:HouseWaybill/m:MasterConsignment/d:IncludedHouseConsignment/";
  }
}
