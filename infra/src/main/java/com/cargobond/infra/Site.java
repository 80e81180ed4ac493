package com.cargobond.infra;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/**
 * A region's part of a deployment.
 *
 * @param region where it is
 * @param isStandby whether it waits for the home region to fail
 */
record Site(Settings settings, String region, boolean isStandby) {

  Stage stage() {
    return settings.stage();
  }

  String prefix() {
    return stage().prefix();
  }

  /** Whether events are worked on here: never in two regions at once. */
  boolean isActive() {
    return settings.regions().active().filter(region::equals).isPresent();
  }

  /** Before the names of the tables that the functions use. */
  String tablePrefix() {
    return settings.restored().map(Settings.Restored::tablePrefix).orElse(prefix());
  }

  /** Such as {@code cargobond-prod-standby-functions}. */
  String stackName(String part) {
    return "cargobond-" + prefix() + (isStandby ? "standby-" : "") + part;
  }

  StackProps stack(String part, String description) {
    return StackProps.builder()
        .stackName(stackName(part))
        .description(description)
        .terminationProtection(stage().isKept())
        .env(
            Environment.builder()
                .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
                .region(region)
                .build())
        .build();
  }

  String tableArn(Stack stack, LedgerTable table) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("dynamodb")
            .resource("table")
            .resourceName(table.name(tablePrefix()))
            .build());
  }

  String queueArn(Stack stack, MessageQueue queue) {
    return queueArn(stack, queue.name(prefix()));
  }

  /** Of the queue that names what of the outbox was given up. */
  String outboxFailuresArn(Stack stack) {
    return queueArn(stack, OutboxFeed.failuresName(prefix()));
  }

  /** Every queue whose messages need a person. */
  List<String> deadLetterNames() {
    return Stream.concat(
            Stream.of(MessageQueue.values()).map(queue -> queue.deadLetterName(prefix())),
            Stream.of(OutboxFeed.failuresName(prefix())))
        .toList();
  }

  String queueArn(Stack stack, String name) {
    return stack.formatArn(ArnComponents.builder().service("sqs").resource(name).build());
  }
}
