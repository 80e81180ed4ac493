package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The tables of one deployment, each as the kinds of rows that it holds. */
final class Tables {

  private final String prefix;
  private final DynamoDbTable<TermsRow> terms;
  private final DynamoDbTable<ListedRow> listed;
  private final DynamoDbTable<SliceRow> slices;
  private final DynamoDbTable<DemandRow> demands;
  private final DynamoDbTable<HoldRow> holds;
  private final DynamoDbTable<RefusalRow> refusals;
  private final DynamoDbTable<RecheckRow> rechecks;
  private final DynamoDbTable<ClaimRow> claims;
  private final DynamoDbTable<OperatorRow> operators;
  private final DynamoDbTable<ShipmentRow> shipments;
  private final DynamoDbTable<DepositRow> deposits;
  private final DynamoDbTable<OpenRefundRow> openRefunds;
  private final DynamoDbTable<DeadlineRow> deadlines;
  private final DynamoDbTable<ReceiptRow> receipts;
  private final DynamoDbTable<NoticeRow> outbox;
  private final DynamoDbTable<TrailRow> audit;
  private final DynamoDbTable<ExceptionRow> exceptions;
  private final DynamoDbTable<SetAsideRow> setAside;
  private final DynamoDbTable<ResendRow> resends;

  Tables(DynamoDbEnhancedClient client, String prefix) {
    this.prefix = prefix;
    this.terms = table(client, LedgerTable.GUARANTEES, TermsRow.SCHEMA);
    this.listed = table(client, LedgerTable.GUARANTEES, ListedRow.SCHEMA);
    this.slices = table(client, LedgerTable.GUARANTEES, SliceRow.SCHEMA);
    this.demands = table(client, LedgerTable.GUARANTEES, DemandRow.SCHEMA);
    this.holds = table(client, LedgerTable.GUARANTEES, HoldRow.SCHEMA);
    this.refusals = table(client, LedgerTable.GUARANTEES, RefusalRow.SCHEMA);
    this.rechecks = table(client, LedgerTable.GUARANTEES, RecheckRow.SCHEMA);
    this.claims = table(client, LedgerTable.GUARANTEES, ClaimRow.SCHEMA);
    this.operators = table(client, LedgerTable.GUARANTEES, OperatorRow.SCHEMA);
    this.shipments = table(client, LedgerTable.SHIPMENTS, ShipmentRow.SCHEMA);
    this.deposits = table(client, LedgerTable.DEPOSITS, DepositRow.SCHEMA);
    this.openRefunds = table(client, LedgerTable.GUARANTEES, OpenRefundRow.SCHEMA);
    this.deadlines = table(client, LedgerTable.GUARANTEES, DeadlineRow.SCHEMA);
    this.receipts = table(client, LedgerTable.RECEIPTS, ReceiptRow.SCHEMA);
    this.outbox = table(client, LedgerTable.OUTBOX, NoticeRow.SCHEMA);
    this.audit = table(client, LedgerTable.AUDIT, TrailRow.SCHEMA);
    this.exceptions = table(client, LedgerTable.EXCEPTIONS, ExceptionRow.SCHEMA);
    this.setAside = table(client, LedgerTable.EXCEPTIONS, SetAsideRow.SCHEMA);
    this.resends = table(client, LedgerTable.OUTBOX, ResendRow.SCHEMA);
  }

  private <R> DynamoDbTable<R> table(
      DynamoDbEnhancedClient client, LedgerTable table, TableSchema<R> schema) {
    return client.table(table.name(prefix), schema);
  }

  String guaranteesName() {
    return LedgerTable.GUARANTEES.name(prefix);
  }

  DynamoDbTable<TermsRow> terms() {
    return terms;
  }

  DynamoDbTable<ListedRow> listed() {
    return listed;
  }

  DynamoDbTable<SliceRow> slices() {
    return slices;
  }

  DynamoDbTable<DemandRow> demands() {
    return demands;
  }

  DynamoDbTable<HoldRow> holds() {
    return holds;
  }

  DynamoDbTable<RefusalRow> refusals() {
    return refusals;
  }

  DynamoDbTable<RecheckRow> rechecks() {
    return rechecks;
  }

  DynamoDbTable<ClaimRow> claims() {
    return claims;
  }

  DynamoDbTable<OperatorRow> operators() {
    return operators;
  }

  DynamoDbTable<ShipmentRow> shipments() {
    return shipments;
  }

  DynamoDbTable<DepositRow> deposits() {
    return deposits;
  }

  DynamoDbTable<OpenRefundRow> openRefunds() {
    return openRefunds;
  }

  DynamoDbTable<DeadlineRow> deadlines() {
    return deadlines;
  }

  DynamoDbTable<ReceiptRow> receipts() {
    return receipts;
  }

  DynamoDbTable<NoticeRow> outbox() {
    return outbox;
  }

  DynamoDbTable<TrailRow> audit() {
    return audit;
  }

  DynamoDbTable<ExceptionRow> exceptions() {
    return exceptions;
  }

  String exceptionsName() {
    return LedgerTable.EXCEPTIONS.name(prefix);
  }

  DynamoDbTable<SetAsideRow> setAside() {
    return setAside;
  }

  DynamoDbTable<ResendRow> resends() {
    return resends;
  }
}
