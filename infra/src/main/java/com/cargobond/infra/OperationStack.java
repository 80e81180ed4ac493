package com.cargobond.infra;

import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What runs by the clock, and what watches. */
final class OperationStack extends Stack {

  private static final Duration PERIOD = Duration.minutes(1);

  /** The goods wait for the answer: it should come within seconds. */
  private static final int EVENT_SECONDS_MAX = 60;

  /** A refund may wait for the bank, which is asked on the schedule. */
  private static final int REFUND_SECONDS_MAX = 1_800;

  /** Whoever reads the notices may do so by the hour. */
  private static final int NOTICE_SECONDS_MAX = 3_600;

  private static final int OUTBOX_MILLIS_MAX = 60_000;

  /** A bank may fail to answer a while. */
  private static final Duration UNANSWERED_PERIOD = Duration.hours(1);

  private static final int UNANSWERED_PERIODS = 3;
  private static final int MINUTES_IN_A_ROW = 3;

  OperationStack(Construct scope, Site site, IKey key, FunctionStack functions, HttpApi api) {
    super(
        scope,
        site.stackName("operations"),
        site.stack("operations", "Cargobond: schedules, alarms and a dashboard"));
    Topic topic =
        Topic.Builder.create(this, "AlarmTopic")
            .topicName(site.prefix() + "alarms")
            .masterKey(key)
            .enforceSsl(true)
            .build();
    // A policy of its own replaces the topic's usual one, by which alarms could publish.
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
            .build());
    site.settings()
        .alarmEmail()
        .ifPresent(address -> topic.addSubscription(new EmailSubscription(address)));
    CfnOutput.Builder.create(this, "Alarms").value(topic.getTopicArn()).build();
    new SweepSchedule(this, site, functions.function(EventFunction.SWEEP));

    Alarms alarms = new Alarms(this, site, topic);
    QueueMetrics queues = new QueueMetrics(site, PERIOD);
    LoggedMetrics logged = new LoggedMetrics(this, site, functions);
    queueAlarms(alarms, queues);
    functions(functions).forEach((name, function) -> functionAlarms(alarms, name, function));
    alarms.when(
        "messages-given-up",
        "What could not be processed is in the list of exceptions: GET /v1/exceptions",
        functions.function(EventFunction.KEEP_DEAD_LETTERS).live().metricInvocations(sum()),
        1,
        1);
    alarms.when(
        "outbox-behind",
        "Notices and refund orders leave late: look at the log of publish",
        functions
            .function(EventFunction.PUBLISH)
            .live()
            .metric(
                "IteratorAge",
                MetricOptions.builder().statistic(Stats.MAXIMUM).period(PERIOD).build()),
        OUTBOX_MILLIS_MAX,
        MINUTES_IN_A_ROW);
    alarms.when(
        "api-server-errors",
        "The API answered 5xx: look at the log of api",
        api.metricServerError(sum()),
        1,
        1);
    alarms.when(
        "refunds-unanswered",
        "The bank does not say what became of refunds: ask the bank",
        logged.refundsUnanswered().with(every(UNANSWERED_PERIOD)),
        1,
        UNANSWERED_PERIODS);
    alarms.when(
        "guarantee-over-committed",
        "More is held than a guarantee's limit: the log of apply-events names it; tell its bank",
        logged.told(NoticeType.GUARANTEE_OVER_COMMITTED).with(every(PERIOD)),
        1,
        1);
    WatchDashboard.create(this, site, alarms, queues, logged, functions, api);
  }

  private static void queueAlarms(Alarms alarms, QueueMetrics queues) {
    for (MessageQueue queue : MessageQueue.values()) {
      String name = queue.name("").replace(".fifo", "");
      alarms.when(
          name + "-dead-letters",
          "Messages were given up and are not kept as exceptions: look at the log of keep-dead-letters",
          queues.waiting(queue.deadLetterName("")),
          1,
          1);
      alarms.when(
          name + "-old",
          "The oldest message waits too long: look at the errors and throttles of what reads it",
          queues.oldestSeconds(queue.name("")),
          secondsMax(queue),
          MINUTES_IN_A_ROW);
    }
    alarms.when(
        "outbox-dead-letters",
        "Reports of the outbox are not kept as exceptions: look at the log of keep-dead-letters",
        queues.waiting(OutboxFeed.failuresName("")),
        1,
        1);
  }

  private static int secondsMax(MessageQueue queue) {
    return switch (queue) {
      case CARGO_EVENTS -> EVENT_SECONDS_MAX;
      case REFUND_ORDERS -> REFUND_SECONDS_MAX;
      case NOTICES -> NOTICE_SECONDS_MAX;
    };
  }

  private static void functionAlarms(Alarms alarms, String name, DeployedFunction function) {
    alarms.when(
        name + "-errors",
        "The function fails: look at its log",
        function.function().metricErrors(sum()),
        1,
        MINUTES_IN_A_ROW);
    alarms.when(
        name + "-throttles",
        "Lambda holds calls back: raise the account's concurrency",
        function.function().metricThrottles(sum()),
        1,
        MINUTES_IN_A_ROW);
  }

  static Map<String, DeployedFunction> functions(FunctionStack functions) {
    return Stream.concat(
            Stream.of(EventFunction.values())
                .map(function -> Map.entry(function.functionName(), functions.function(function))),
            Stream.of(Map.entry("api", functions.api())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
  }

  private static MetricOptions sum() {
    return MetricOptions.builder().statistic(Stats.SUM).period(PERIOD).build();
  }

  private static MetricOptions every(Duration period) {
    return MetricOptions.builder().statistic(Stats.SUM).period(period).build();
  }
}
