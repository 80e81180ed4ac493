package com.cargobond.infra;

import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.dynamo.ItemKeys;
import com.cargobond.store.ledger.LedgerTable;
import static com.cargobond.store.MessageQueue.CARGO_EVENTS;
import static com.cargobond.store.MessageQueue.NOTICES;
import static com.cargobond.store.MessageQueue.REFUND_ORDERS;
import static com.cargobond.store.ledger.LedgerTable.AUDIT;
import static com.cargobond.store.ledger.LedgerTable.DEPOSITS;
import static com.cargobond.store.ledger.LedgerTable.EXCEPTIONS;
import static com.cargobond.store.ledger.LedgerTable.GUARANTEES;
import static com.cargobond.store.ledger.LedgerTable.OUTBOX;
import static com.cargobond.store.ledger.LedgerTable.RECEIPTS;
import static com.cargobond.store.ledger.LedgerTable.SHIPMENTS;


import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/**
 * What each function may do: the actions that its code calls, on what it calls them on. A
 * transaction needs the rights of the writes within it and none of its own.
 */
final class Rights {

  private static final List<String> KEY_USERS = List.of("dynamodb", "sqs", "lambda");

  private final Stack stack;
  private final Site site;
  private final IKey key;

  Rights(Stack stack, Site site, IKey key) {
    this.stack = stack;
    this.site = site;
    this.key = key;
  }

  List<PolicyStatement> of(EventFunction function) {
    return switch (function) {
      case APPLY_EVENTS ->
          all(
              Stream.of(decrypt(), consume(CARGO_EVENTS), readGuarantees(), bookGuarantees()),
              applyEvents());
      case PUBLISH ->
          List.of(
              encrypt(),
              send(List.of(CARGO_EVENTS, NOTICES, REFUND_ORDERS)),
              allow(List.of("sqs:SendMessage"), List.of(site.outboxFailuresArn(stack))));
      case POSITION -> List.of(decrypt(), table(GUARANTEES, "GetItem", "Query"));
      case PAY_REFUNDS ->
          all(
              Stream.of(
                  decrypt(),
                  consume(REFUND_ORDERS),
                  table(GUARANTEES, "GetItem"),
                  keyed(writeGuarantees(), "ForAllValues:StringLike", ItemKeys.ofDeposits())),
              payRefunds());
      case KEEP_DEAD_LETTERS ->
          List.of(decrypt(), consumeDeadLetters(), table(EXCEPTIONS, "GetItem", "PutItem"));
      case SWEEP ->
          all(Stream.of(decrypt(), readGuarantees(), bookGuarantees(), announce()), applyEvents());
    };
  }

  List<PolicyStatement> ofApi() {
    return all(
        Stream.of(
            encrypt(),
            send(List.of(CARGO_EVENTS)),
            readGuarantees(),
            writeGuarantees(),
            announce(),
            table(DEPOSITS, "Scan"),
            table(EXCEPTIONS, "Query"),
            allow(
                List.of("dynamodb:Query"),
                List.of(site.tableArn(stack, EXCEPTIONS) + "/index/" + LedgerTable.BY_AGE))),
        applyEvents());
  }

  /** What Lambda's poller does on the function's behalf. */
  List<PolicyStatement> readStream(String streamArn) {
    return List.of(
        decrypt(),
        allow(
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
            List.of(streamArn)),
        allow(
            List.of("dynamodb:ListStreams"), List.of(site.tableArn(stack, OUTBOX) + "/stream/*")));
  }

  private PolicyStatement readGuarantees() {
    return table(GUARANTEES, "GetItem", "BatchGetItem", "Query");
  }

  private PolicyStatement writeGuarantees() {
    return table(GUARANTEES, "PutItem", "DeleteItem");
  }

  /** An event issues and registers nothing. */
  private PolicyStatement bookGuarantees() {
    return keyed(writeGuarantees(), "ForAllValues:StringNotLike", ItemKeys.ofCommands());
  }

  /** A command on a whole guarantee lets others know that it goes first. */
  private PolicyStatement announce() {
    return keyed(
        table(GUARANTEES, "UpdateItem"), "ForAllValues:StringLike", ItemKeys.ofGuarantees());
  }

  /**
   * An entry of the trail comes with what it tells of, in one transaction. That none stands under
   * its number yet is the transaction's own condition, which no policy sees.
   */
  private PolicyStatement addToTrail() {
    PolicyStatement statement = table(AUDIT, "PutItem");
    statement.addCondition(
        "ForAnyValue:StringEquals",
        Map.of("dynamodb:EnclosingOperation", List.of("TransactWriteItems")));
    return statement;
  }

  private static PolicyStatement keyed(
      PolicyStatement statement, String operator, List<String> patterns) {
    statement.addCondition(operator, Map.of("dynamodb:LeadingKeys", patterns));
    return statement;
  }

  private Stream<PolicyStatement> applyEvents() {
    return Stream.of(
        table(SHIPMENTS, "BatchGetItem", "PutItem"),
        table(DEPOSITS, "BatchGetItem", "PutItem"),
        table(RECEIPTS, "PutItem"),
        table(OUTBOX, "PutItem"),
        addToTrail(),
        table(EXCEPTIONS, "GetItem", "PutItem", "DeleteItem"));
  }

  private Stream<PolicyStatement> payRefunds() {
    return Stream.of(
        table(DEPOSITS, "BatchGetItem", "PutItem"),
        table(OUTBOX, "PutItem"),
        addToTrail(),
        table(EXCEPTIONS, "GetItem", "PutItem", "DeleteItem"));
  }

  private PolicyStatement table(LedgerTable table, String... actions) {
    return allow(
        Stream.of(actions).map(action -> "dynamodb:" + action).toList(),
        List.of(site.tableArn(stack, table)));
  }

  private PolicyStatement consume(MessageQueue queue) {
    return consume(List.of(site.queueArn(stack, queue)));
  }

  private PolicyStatement consumeDeadLetters() {
    return consume(site.deadLetterArns(stack));
  }

  private static PolicyStatement consume(List<String> queueArns) {
    return allow(
        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"), queueArns);
  }

  private PolicyStatement send(List<MessageQueue> queues) {
    return allow(
        List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
        queues.stream().map(queue -> site.queueArn(stack, queue)).toList());
  }

  private PolicyStatement decrypt() {
    return viaServices("kms:Decrypt");
  }

  private PolicyStatement encrypt() {
    return viaServices("kms:Decrypt", "kms:GenerateDataKey");
  }

  /**
   * The key opens tables, messages and the function's own environment, and nothing that somebody
   * hands over.
   */
  private PolicyStatement viaServices(String... actions) {
    PolicyStatement statement = allow(List.of(actions), List.of(key.getKeyArn()));
    statement.addCondition("StringLike", Map.of("kms:ViaService", services(stack, KEY_USERS)));
    return statement;
  }

  /** As KMS names those that call it for somebody. In China the names end with another domain. */
  static List<String> services(Stack stack, List<String> services) {
    return services.stream()
        .map(service -> service + "." + stack.getRegion() + ".amazonaws.com*")
        .toList();
  }

  static PolicyStatement allow(List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(resources).build();
  }

  private static List<PolicyStatement> all(
      Stream<PolicyStatement> some, Stream<PolicyStatement> others) {
    return Stream.concat(some, others).toList();
  }
}
