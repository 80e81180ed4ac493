package com.cargobond.infra;

import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.KeyPrefix;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.Permissions;
import com.cargobond.store.deployment.TableAccess;
import com.cargobond.store.deployment.TableAccess.Limit;
import com.cargobond.store.deployment.TableAction;
import com.cargobond.store.deployment.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<String> outboxStream;

  Rights(Stack stack, Site site, IKey key, Optional<String> outboxStream) {
    this.stack = stack;
    this.site = site;
    this.key = key;
    this.outboxStream = outboxStream;
  }

  List<PolicyStatement> of(EventFunction function) {
    return Stream.concat(
            to(function.permissions()).stream(),
            function.triggers().stream().flatMap(trigger -> take(trigger).stream()))
        .toList();
  }

  List<PolicyStatement> ofApi() {
    return to(ApiFunction.PERMISSIONS);
  }

  private List<PolicyStatement> to(Permissions permissions) {
    List<PolicyStatement> statements = new ArrayList<>();
    if (permissions.sendsTo().isEmpty()) {
      statements.add(viaServices("kms:Decrypt"));
    } else {
      statements.add(viaServices("kms:Decrypt", "kms:GenerateDataKey"));
      statements.add(send(permissions.sendsTo()));
    }
    permissions.tables().forEach(access -> statements.add(call(access)));
    return statements;
  }

  /** What Lambda's poller does on the function's behalf. */
  private List<PolicyStatement> take(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Messages(MessageQueue queue) ->
          List.of(consume(List.of(queue.name(site.prefix()))));
      case Trigger.DeadLetters all -> List.of(consume(site.deadLetterNames()));
      case Trigger.Outbox outbox ->
          Stream.concat(
                  Stream.of(
                      allow(List.of("sqs:SendMessage"), List.of(site.outboxFailuresArn(stack)))),
                  outboxStream.stream().flatMap(this::readStream))
              .toList();
      case Trigger.Schedule schedule -> List.of();
      case Trigger.Callers callers -> List.of();
    };
  }

  private Stream<PolicyStatement> readStream(String streamArn) {
    return Stream.of(
        allow(
            List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
            List.of(streamArn)),
        allow(
            List.of("dynamodb:ListStreams"),
            List.of(site.tableArn(stack, LedgerTable.OUTBOX) + "/stream/*")));
  }

  private PolicyStatement call(TableAccess access) {
    PolicyStatement statement =
        allow(
            access.actions().stream().map(action -> "dynamodb:" + action.awsName()).toList(),
            resources(access));
    switch (access.limit()) {
      case Limit.None none -> {
        // Any item, in any way.
      }
      case Limit.Only(List<KeyPrefix> kinds) ->
          limit(statement, "ForAllValues:StringLike", "dynamodb:LeadingKeys", patterns(kinds));
      case Limit.Except(List<KeyPrefix> kinds) ->
          limit(statement, "ForAllValues:StringNotLike", "dynamodb:LeadingKeys", patterns(kinds));
      case Limit.InTransaction together ->
          limit(
              statement,
              "ForAnyValue:StringEquals",
              "dynamodb:EnclosingOperation",
              List.of("TransactWriteItems"));
    }
    return statement;
  }

  /** Who lists a table that has an index lists it by that as well. */
  private List<String> resources(TableAccess access) {
    String table = site.tableArn(stack, access.table());
    return access.actions().contains(TableAction.QUERY) && access.table().ageKey().isPresent()
        ? List.of(table, table + "/index/" + LedgerTable.BY_AGE)
        : List.of(table);
  }

  private static List<String> patterns(List<KeyPrefix> kinds) {
    return kinds.stream().map(KeyPrefix::pattern).toList();
  }

  private static void limit(
      PolicyStatement statement, String operator, String context, List<String> values) {
    statement.addCondition(operator, Map.of(context, values));
  }

  private PolicyStatement consume(List<String> queues) {
    return allow(
        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
        queues.stream().map(name -> site.queueArn(stack, name)).toList());
  }

  private PolicyStatement send(List<MessageQueue> queues) {
    return allow(
        List.of("sqs:GetQueueUrl", "sqs:SendMessage"),
        queues.stream().map(queue -> site.queueArn(stack, queue)).toList());
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
}
