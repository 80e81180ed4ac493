package com.cargobond.infra;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.RedriveAllowPolicy;
import software.amazon.awscdk.services.sqs.RedrivePermission;
import software.constructs.Construct;

/** The queues, each with its dead letters. */
final class MessagingStack extends Stack {

  /** As SQS' own. */
  private static final Duration USUAL_VISIBILITY = Duration.seconds(30);

  /** So that Lambda's own retries of a throttled function end before a message appears again. */
  private static final int TIMEOUTS_UNTIL_VISIBLE = 6;

  /** The longest that SQS keeps anything: time for a person to mend the cause. */
  private static final Duration KEPT = Duration.days(14);

  MessagingStack(Construct scope, Site site, IKey key) {
    super(scope, site.stackName("messaging"), site.stack("messaging", "Cargobond: the queues"));
    for (MessageQueue queue : MessageQueue.values()) {
      create(site, queue, key);
    }
    Queue outboxFailures =
        encrypted(OutboxFeed.failuresName(""), OutboxFeed.failuresName(site.prefix()), key)
            .visibilityTimeout(visibility(EventFunction.KEEP_DEAD_LETTERS))
            .redriveAllowPolicy(
                RedriveAllowPolicy.builder().redrivePermission(RedrivePermission.DENY_ALL).build())
            .build();
    Findings.accept(
        outboxFailures, "AwsSolutions-SQS3", "it holds the outbox stream's dead letters itself");
  }

  private void create(Site site, MessageQueue queue, IKey key) {
    Queue deadLetters =
        fifo(queue.deadLetterName(""), queue.deadLetterName(site.prefix()), key)
            .visibilityTimeout(visibility(EventFunction.KEEP_DEAD_LETTERS))
            .redriveAllowPolicy(
                RedriveAllowPolicy.builder()
                    .sourceQueues(
                        List.of(
                            Queue.fromQueueArn(this, queue + "Name", site.queueArn(this, queue))))
                    .build())
            .build();
    fifo(queue.name(""), queue.name(site.prefix()), key)
        .visibilityTimeout(visibility(queue))
        .deadLetterQueue(
            DeadLetterQueue.builder()
                .queue(deadLetters)
                .maxReceiveCount(MessageQueue.RECEIVES_MAX)
                .build())
        .build();
  }

  static Duration visibility(MessageQueue queue) {
    return EventFunction.fedBy(queue).map(MessagingStack::visibility).orElse(USUAL_VISIBILITY);
  }

  private static Duration visibility(EventFunction consumer) {
    return Duration.seconds(consumer.timeout().toSeconds() * TIMEOUTS_UNTIL_VISIBLE);
  }

  private Queue.Builder fifo(String id, String name, IKey key) {
    return encrypted(id, name, key)
        .fifo(true)
        .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
        .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID);
  }

  private Queue.Builder encrypted(String id, String name, IKey key) {
    return Queue.Builder.create(this, id)
        .queueName(name)
        .encryption(QueueEncryption.KMS)
        .encryptionMasterKey(key)
        .enforceSsl(true)
        .retentionPeriod(KEPT);
  }
}
