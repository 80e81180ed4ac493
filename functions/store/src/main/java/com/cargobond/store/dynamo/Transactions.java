package com.cargobond.store.dynamo;

import com.cargobond.store.ChangeTooLarge;
import com.cargobond.store.Claim;
import com.cargobond.store.CommitResult;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Conflicted;
import com.cargobond.store.CommitResult.Taken;
import com.cargobond.store.OpenException;
import com.cargobond.store.Recheck;
import com.cargobond.store.SettledException;
import com.cargobond.store.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes a change as one transaction and says what became of it. */
final class Transactions {

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";
  private static final String NO_REASON = "None";

  private final DynamoDbEnhancedClient client;
  private final Tables tables;

  Transactions(DynamoDbEnhancedClient client, Tables tables) {
    this.client = client;
    this.tables = tables;
  }

  CommitResult commit(List<Write> writes, Instant at) {
    if (writes.isEmpty()) {
      // What came up is known already.
      return new Committed();
    }
    writes.forEach(write -> ChangeTooLarge.requireBytes(write, ItemSize.of(write)));
    var request = TransactWriteItemsEnhancedRequest.builder();
    writes.forEach(write -> add(request, write, at));
    try {
      client.transactWriteItems(request.build());
      return new Committed();
    } catch (TransactionInProgressException inProgress) {
      return new Conflicted();
    } catch (TransactionCanceledException cancelled) {
      return resultOf(cancelled, writes);
    }
  }

  private static CommitResult resultOf(TransactionCanceledException cancelled, List<Write> writes) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    List<Claim> taken = new ArrayList<>();
    boolean conflicted = false;
    for (int i = 0; i < reasons.size(); i++) {
      String code = reasons.get(i).code();
      if (CONDITION_FAILED.equals(code) && writes.get(i) instanceof Write.ClaimWrite claim) {
        taken.add(claim.claim());
      } else if (CONDITION_FAILED.equals(code) || CONFLICT.equals(code)) {
        conflicted = true;
      } else if (!NO_REASON.equals(code)) {
        throw cancelled;
      }
    }
    return conflicted ? new Conflicted() : new Taken(taken);
  }

  private void add(TransactWriteItemsEnhancedRequest.Builder request, Write write, Instant at) {
    switch (write) {
      case Write.TermsWrite w ->
          putRevision(
              request,
              tables.terms(),
              TermsRow.written(w.guarantee(), w.expectedRevision() + 1, w.trail()),
              w.expectedRevision());
      case Write.GuaranteeListed w ->
          request.addPutItem(tables.listed(), new ListedRow(w.guarantee()));
      case Write.SliceWrite w ->
          putRevision(
              request,
              tables.slices(),
              new SliceRow(
                  w.guarantee(), w.index(), w.position(), w.expectedRevision() + 1, w.trail()),
              w.expectedRevision());
      case Write.ShipmentWrite w ->
          putRevision(
              request,
              tables.shipments(),
              new ShipmentRow(w.shipment(), w.expectedRevision() + 1),
              w.expectedRevision());
      case Write.DepositWrite w ->
          putRevision(
              request,
              tables.deposits(),
              new DepositRow(w.deposit(), w.expectedRevision() + 1, w.trail()),
              w.expectedRevision());
      case Write.OperatorWrite w ->
          putRevision(
              request,
              tables.operators(),
              new OperatorRow(w.profile(), w.expectedRevision() + 1),
              w.expectedRevision());
      case Write.TrailWrite w -> put(request, tables.audit(), TrailRow.of(w.entry()), absent());
      case Write.RefundOpened w ->
          request.addPutItem(tables.openRefunds(), new OpenRefundRow(w.refund()));
      case Write.RefundClosed w ->
          request.addDeleteItem(tables.openRefunds(), new OpenRefundRow(w.refund()));
      case Write.DeadlineSet w ->
          request.addPutItem(tables.deadlines(), new DeadlineRow(w.deadline()));
      case Write.DeadlineGone w ->
          request.addDeleteItem(tables.deadlines(), DeadlineRow.key(w.deadline()));
      case Write.HoldOpened w ->
          request.addPutItem(tables.holds(), new HoldRow(w.guarantee(), w.slice(), w.shipment()));
      case Write.HoldClosed w ->
          request.addDeleteItem(
              tables.holds(), new HoldRow(w.guarantee(), w.slice(), w.shipment()));
      case Write.RefusalOpened w ->
          request.addPutItem(tables.refusals(), new RefusalRow(w.number(), w.shipment()));
      case Write.RefusalClosed w ->
          request.addDeleteItem(tables.refusals(), new RefusalRow(w.number(), w.shipment()));
      case Write.RecheckOpened w ->
          request.addPutItem(tables.rechecks(), new RecheckRow(w.recheck()));
      case Write.RecheckMoved w -> addMoved(request, w.read(), w.next());
      case Write.DemandWrite w ->
          request.addPutItem(tables.demands(), new DemandRow(w.guarantee(), w.demand()));
      case Write.DemandGone w ->
          request.addDeleteItem(
              tables.demands(),
              Key.builder()
                  .partitionValue(TermsRow.partitionKey(w.guarantee()))
                  .sortValue(DemandRow.sortKey(w.demand()))
                  .build());
      case Write.ClaimWrite w -> addClaim(request, w.claim());
      case Write.BearersWrite w ->
          put(
              request,
              tables.claims(),
              ClaimRow.of(w.change()),
              w.change().before().isEmpty()
                  ? absent()
                  : is(ClaimRow.TARGET, ClaimRow.target(w.change().before())));
      case Write.NoticeWrite w -> request.addPutItem(tables.outbox(), NoticeRow.of(w.notice(), at));
      case Write.ExceptionOpened w ->
          request.addPutItem(tables.exceptions(), ExceptionRow.open(w.exception()));
      case Write.ExceptionCounted w -> throw new IllegalStateException("not settled: " + w);
      case Write.ExceptionRaised w -> throw new IllegalStateException("not settled: " + w);
      case Write.ExceptionWrite w ->
          put(
              request,
              tables.exceptions(),
              ExceptionRow.open(w.exception()),
              w.read().map(Transactions::standsAs).orElseGet(Transactions::absent));
      case Write.ContentKept w ->
          request.addPutItem(tables.setAside(), SetAsideRow.of(w.exception(), w.aside()));
      case Write.ContentGone w ->
          request.addDeleteItem(tables.setAside(), SetAsideRow.key(w.exception(), w.aside().id()));
      case Write.ExceptionGone w ->
          request.addDeleteItem(tables.exceptions(), ExceptionRow.openKey(w.id()));
      case Write.ExceptionSettled w -> addSettled(request, w.settled());
      case Write.ResendWrite w ->
          request.addPutItem(tables.resends(), ResendRow.of(w.resend(), w.at()));
    }
  }

  private void addMoved(
      TransactWriteItemsEnhancedRequest.Builder request, Recheck read, Optional<Recheck> next) {
    Expression isAsRead = is(RecheckRow.SINCE, read.since().toString());
    if (next.isPresent()) {
      put(request, tables.rechecks(), new RecheckRow(next.get()), isAsRead);
    } else {
      request.addDeleteItem(
          tables.rechecks(),
          TransactDeleteItemEnhancedRequest.builder()
              .key(
                  Key.builder()
                      .partitionValue(RecheckRow.PARTITION)
                      .sortValue(read.number().value())
                      .build())
              .conditionExpression(isAsRead)
              .build());
    }
  }

  private void addSettled(
      TransactWriteItemsEnhancedRequest.Builder request, SettledException settled) {
    OpenException exception = settled.exception();
    if (settled.left().isPresent()) {
      put(
          request,
          tables.exceptions(),
          ExceptionRow.open(settled.left().get()),
          standsAs(exception));
    } else {
      request.addDeleteItem(
          tables.exceptions(),
          TransactDeleteItemEnhancedRequest.builder()
              .key(ExceptionRow.openKey(exception.id()))
              .conditionExpression(standsAs(exception))
              .build());
    }
    request.addPutItem(tables.exceptions(), ExceptionRow.settled(settled));
  }

  private void addClaim(TransactWriteItemsEnhancedRequest.Builder request, Claim claim) {
    switch (claim) {
      case Claim.EventReceipt receipt ->
          put(request, tables.receipts(), ReceiptRow.of(receipt), absent());
      case Claim.DemandOf demand ->
          put(
              request,
              tables.claims(),
              ClaimRow.of(demand),
              absentOr(ClaimRow.TARGET, demand.shipment().toString()));
      case Claim.RefundOf refund ->
          put(
              request,
              tables.claims(),
              ClaimRow.of(refund),
              absentOr(ClaimRow.TARGET, refund.deposit().value()));
      case Claim.Registration registration ->
          put(request, tables.claims(), ClaimRow.of(registration), absent());
      case Claim.Number number -> put(request, tables.claims(), ClaimRow.of(number), absent());
      case Claim.Issuance issuance ->
          put(request, tables.claims(), ClaimRow.of(issuance), absent());
    }
  }

  private static <R> void putRevision(
      TransactWriteItemsEnhancedRequest.Builder request,
      DynamoDbTable<R> table,
      R row,
      long expectedRevision) {
    put(request, table, row, expectedRevision == 0 ? absent() : revisionIs(expectedRevision));
  }

  private static <R> void put(
      TransactWriteItemsEnhancedRequest.Builder request,
      DynamoDbTable<R> table,
      R row,
      Expression condition) {
    request.addPutItem(
        table,
        TransactPutItemEnhancedRequest.builder(table.tableSchema().itemType().rawClass())
            .item(row)
            .conditionExpression(condition)
            .build());
  }

  private static Expression absent() {
    return Expression.builder().expression("attribute_not_exists(pk)").build();
  }

  /** Nothing came up again and nothing further; earlier versions wrote no count. */
  private static Expression standsAs(OpenException read) {
    return Expression.builder()
        .expression("#since = :since AND (attribute_not_exists(#count) OR #count = :count)")
        .expressionNames(Map.of("#since", ExceptionRow.SINCE, "#count", ExceptionRow.COUNT))
        .expressionValues(
            Map.of(
                ":since", AttributeValue.fromS(read.since().toString()),
                ":count", AttributeValue.fromN(Integer.toString(read.count()))))
        .build();
  }

  private static Expression is(String attribute, String value) {
    return Expression.builder()
        .expression("#a = :v")
        .expressionNames(Map.of("#a", attribute))
        .expressionValues(Map.of(":v", AttributeValue.fromS(value)))
        .build();
  }

  private static Expression absentOr(String attribute, String value) {
    return Expression.builder()
        .expression("attribute_not_exists(pk) OR #a = :v")
        .expressionNames(Map.of("#a", attribute))
        .expressionValues(Map.of(":v", AttributeValue.fromS(value)))
        .build();
  }

  private static Expression revisionIs(long revision) {
    return Expression.builder()
        .expression("revision = :r")
        .expressionValues(Map.of(":r", AttributeValue.fromN(Long.toString(revision))))
        .build();
  }
}
