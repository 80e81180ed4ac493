package com.cargobond.infra;

import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;

import java.util.List;
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

  /** Each works on groups of its own; beyond this, they would only wait for one another's table. */
  private static final int APPLY_EVENTS_AT_ONCE_MAX = 50;

  /** What Lambda allows. */
  private static final int AT_ONCE_LEAST = 2;

  /** Lambda's word for a record that is tried again until it is too old. */
  private static final int UNTIL_TOO_OLD = -1;

  /** No bank is called by more at once, beside the sweep. */
  private static final int PAY_REFUNDS_AT_ONCE_MAX = AT_ONCE_LEAST;

  private final Site site;

  Feeds(Site site) {
    this.site = site;
  }

  void queue(MessageQueue queue, DeployedFunction function) {
    CfnEventSourceMapping mapping =
        mapping(function)
            .eventSourceArn(site.queueArn(Stack.of(function), queue))
            .batchSize(queue.batchMax())
            .scalingConfig(
                ScalingConfigProperty.builder().maximumConcurrency(atOnceMax(queue)).build())
            .build();
    mapping.getNode().addDependency(function.policy());
  }

  void deadLetters(DeployedFunction function) {
    List<String> queueArns = site.deadLetterArns(Stack.of(function));
    for (int i = 0; i < queueArns.size(); i++) {
      CfnEventSourceMapping mapping =
          mapping(function, "Feed" + i)
              .eventSourceArn(queueArns.get(i))
              .batchSize(MessageQueue.BATCH_MAX)
              .scalingConfig(
                  ScalingConfigProperty.builder().maximumConcurrency(AT_ONCE_LEAST).build())
              .build();
      mapping.getNode().addDependency(function.policy());
    }
  }

  void outbox(String stream, DeployedFunction function) {
    CfnEventSourceMapping mapping =
        mapping(function)
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

  private CfnEventSourceMapping.Builder mapping(DeployedFunction function) {
    return mapping(function, "Feed");
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

  private static int atOnceMax(MessageQueue queue) {
    return queue == MessageQueue.REFUND_ORDERS ? PAY_REFUNDS_AT_ONCE_MAX : APPLY_EVENTS_AT_ONCE_MAX;
  }
}
