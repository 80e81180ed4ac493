package com.cargobond.infra;

import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.cargobond.store.deployment.Trigger;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.ScalingConfigProperty;

/** The event source mappings: what Lambda polls for whom. In a standby they are there, and off. */
final class Feeds {

  private static final List<String> PARTIAL_FAILURES = List.of("ReportBatchItemFailures");

  /** Lambda's word for a record that is tried again until it is too old. */
  private static final int UNTIL_TOO_OLD = -1;

  private final Site site;
  private final Optional<String> outboxStream;

  /**
   * Feeds functions.
   *
   * @param outboxStream the outbox table's; without it, who is fed by that is fed by nothing
   */
  Feeds(Site site, Optional<String> outboxStream) {
    this.site = site;
    this.outboxStream = outboxStream;
  }

  /** Has Lambda poll for a function; whom the clock or callers run, it does not poll for. */
  void feed(DeployedFunction function, List<Trigger> triggers) {
    for (Trigger trigger : triggers) {
      switch (trigger) {
        case Trigger.Messages(MessageQueue queue) ->
            queue(function, queue.name(site.prefix()), queue.batchMax(), queue.batchesAtOnceMax());
        case Trigger.DeadLetters all ->
            site.deadLetterNames()
                .forEach(
                    name ->
                        queue(function, name, MessageQueue.BATCH_MAX, MessageQueue.AT_ONCE_LEAST));
        case Trigger.Outbox outbox -> outboxStream.ifPresent(stream -> outbox(stream, function));
        case Trigger.Schedule schedule -> {
          // It invokes the function.
        }
        case Trigger.Callers callers -> {
          // They invoke the function.
        }
      }
    }
  }

  private void queue(DeployedFunction function, String name, int batchMax, int atOnceMax) {
    CfnEventSourceMapping mapping =
        mapping(function, "Feed-" + name.substring(site.prefix().length()))
            .eventSourceArn(site.queueArn(Stack.of(function), name))
            .batchSize(batchMax)
            .scalingConfig(ScalingConfigProperty.builder().maximumConcurrency(atOnceMax).build())
            .build();
    mapping.getNode().addDependency(function.policy());
  }

  private void outbox(String stream, DeployedFunction function) {
    Findings.accept(
        function,
        "AwsSolutions-IAM5",
        "outbox\\/stream\\/\\*$",
        "streams are listed by their table");
    CfnEventSourceMapping mapping =
        mapping(function, "Feed")
            .eventSourceArn(stream)
            .startingPosition("TRIM_HORIZON")
            .batchSize(OutboxFeed.RECORDS_PER_BATCH_MAX)
            .bisectBatchOnFunctionError(true)
            .maximumRetryAttempts(UNTIL_TOO_OLD)
            .maximumRecordAgeInSeconds(OutboxFeed.RECORDS_TRIED_FOR.toSeconds())
            .filterCriteria(newItems())
            .destinationConfig(
                DestinationConfigProperty.builder()
                    .onFailure(
                        OnFailureProperty.builder()
                            .destination(site.outboxFailuresArn(Stack.of(function)))
                            .build())
                    .build())
            .build();
    mapping.getNode().addDependency(function.policy());
  }

  private CfnEventSourceMapping.Builder mapping(DeployedFunction function, String id) {
    return CfnEventSourceMapping.Builder.create(function, id)
        .functionName(function.live().getFunctionArn())
        .functionResponseTypes(PARTIAL_FAILURES)
        .enabled(site.isActive());
  }

  /** The function passes over what is deleted or expires: it need not be called for it. */
  private static FilterCriteriaProperty newItems() {
    return FilterCriteriaProperty.builder()
        .filters(
            List.of(
                FilterProperty.builder()
                    .pattern(
                        """
                        {"eventName":["INSERT"]}""")
                    .build()))
        .build();
  }
}
