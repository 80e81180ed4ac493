package com.cargobond.infra;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.infra.Alarms.Lasting;
import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private static final int OUTBOX_MILLIS_MAX = 60_000;

  /** A counterparty may fail to answer a while, and what waited is sent once it does. */
  private static final Duration PENDING_PERIOD = Duration.hours(1);

  private static final Lasting PENDING = Lasting.inARow(3);
  private static final Lasting THREE_MINUTES = Lasting.inARow(3);

  /** As often as the sweep runs, and longer than until what failed is tried again. */
  private static final Duration FAILURES_PERIOD = intervals(1, EventFunction.SWEEP);

  private static final Lasting AGAIN = new Lasting(2, 3);

  /** After so many runs that should have been, something is wrong. */
  private static final int RUNS_MISSED = 3;

  /** Several deliveries of what is to be kept; what is kept at once is gone sooner. */
  private static final Duration NOT_KEPT_PERIOD = Duration.minutes(5);

  private static final Lasting NOT_KEPT = Lasting.inARow(3);

  OperationStack(
      Construct scope,
      Site site,
      IKey key,
      FunctionStack functions,
      ApiStack apiStack,
      Optional<TrailStack> trail) {
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
    for (EventFunction function : scheduled()) {
      new FunctionSchedule(this, site, function, functions.function(function));
    }

    HttpApi api = apiStack.api();
    Alarms alarms = new Alarms(this, site, topic);
    QueueMetrics queues = new QueueMetrics(site, PERIOD);
    LoggedMetrics logged = new LoggedMetrics(this, site, functions);
    queueAlarms(alarms, queues);
    functions(functions).forEach((name, function) -> functionAlarms(alarms, name, function));
    alarms.when(
        "messages-given-up",
        "What could not be processed is in the list of exceptions: GET /v1/exceptions",
        functions.function(EventFunction.KEEP_DEAD_LETTERS).live().metricInvocations(every(PERIOD)),
        1,
        Lasting.ONCE);
    alarms.when(
        "outbox-behind",
        "Notices and orders to pay leave late: look at the log of publish",
        functions
            .function(EventFunction.PUBLISH)
            .live()
            .metric(
                "IteratorAge",
                MetricOptions.builder().statistic(Stats.MAXIMUM).period(PERIOD).build()),
        OUTBOX_MILLIS_MAX,
        THREE_MINUTES);
    alarms.when(
        "api-server-errors",
        "The API answered 5xx: look at the log of api",
        api.metricServerError(every(PERIOD)),
        1,
        Lasting.ONCE);
    if (site.isActive()) {
      for (EventFunction function : scheduled()) {
        alarms.unless(
            function.functionName() + "-missing",
            "The function does not run by the clock, and what it sees to waits: look at its schedule",
            functions
                .function(function)
                .function()
                .metricInvocations(every(intervals(RUNS_MISSED, function))));
      }
    }
    paymentAlarms(alarms, logged);
    noticeAlarms(alarms, logged);
    quarantineAlarms(alarms, logged);
    matterAlarms(alarms, logged);
    AccessAlarms.raise(this, site, apiStack.accessLog(), alarms);
    trail.ifPresent(copy -> TrailAlarms.raise(copy, alarms));
    WatchDashboard.create(this, site, alarms, queues, logged, functions, api);
  }

  private static void noticeAlarms(Alarms alarms, LoggedMetrics logged) {
    for (NoticeType notice : Capabilities.ALL.notices()) {
      notice
          .alarm()
          .ifPresent(
              description ->
                  alarms.when(
                      hyphenated(notice.name()),
                      description,
                      logged.told(notice).with(every(PERIOD)),
                      1,
                      Lasting.ONCE));
    }
  }

  /** One alarm for each reason, since each asks for another person. */
  private static void quarantineAlarms(Alarms alarms, LoggedMetrics logged) {
    for (Code reason : Capabilities.ALL.quarantineCodes()) {
      alarms.when(
          "quarantined-" + hyphenated(reason.name()),
          "Events are set aside, since " + reason.meaning() + ": GET /v1/exceptions",
          logged.quarantined(reason).with(every(PERIOD)),
          1,
          Lasting.ONCE);
    }
  }

  /** One alarm for each code, whichever capability has it: each asks for another remedy. */
  private static void matterAlarms(Alarms alarms, LoggedMetrics logged) {
    for (Code code : Capabilities.ALL.codes()) {
      alarms.when(
          "matter-" + hyphenated(code.name()),
          "A person is needed, since " + code.meaning() + ": GET /v1/exceptions",
          logged.matters(code).with(every(PERIOD)),
          1,
          Lasting.ONCE);
    }
  }

  private static void paymentAlarms(Alarms alarms, LoggedMetrics logged) {
    for (RailName rail : RailName.values()) {
      alarms.when(
          "payments-unanswered-" + hyphenated(rail.name()),
          "Nobody answers on this rail when asked about payments: look at the log of sweep",
          logged.unanswered(rail).with(every(PENDING_PERIOD)),
          1,
          PENDING);
      alarms.when(
          "payments-pending-" + hyphenated(rail.name()),
          "The oldest payment on this rail has been pending for days: look at the log of sweep",
          logged.pendingTooLong(rail).with(every(PENDING_PERIOD)),
          1,
          PENDING);
    }
  }

  private static String hyphenated(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void queueAlarms(Alarms alarms, QueueMetrics queues) {
    for (MessageQueue queue : MessageQueue.values()) {
      String name = queue.baseName();
      alarms.when(
          name + "-dead-letters",
          "Messages were given up and are not kept as exceptions: look at the log of keep-dead-letters",
          queues.held(queue.deadLetterName(""), NOT_KEPT_PERIOD),
          1,
          NOT_KEPT);
      alarms.when(
          name + "-old",
          "The oldest message waits too long: look at the errors and throttles of what reads it",
          queues.oldestSeconds(queue.name("")),
          queue.waitMax().toSeconds(),
          THREE_MINUTES);
    }
    alarms.when(
        "outbox-dead-letters",
        "Reports of the outbox are not kept as exceptions: look at the log of keep-dead-letters",
        queues.held(OutboxFeed.failuresName(""), NOT_KEPT_PERIOD),
        1,
        NOT_KEPT);
  }

  private static void functionAlarms(Alarms alarms, String name, DeployedFunction function) {
    alarms.when(
        name + "-errors",
        "The function fails: look at its log",
        function.failures(FAILURES_PERIOD),
        1,
        AGAIN);
    alarms.when(
        name + "-throttles",
        "Lambda holds calls back: raise the concurrency; where the site is not active, find who calls",
        function.function().metricThrottles(every(FAILURES_PERIOD)),
        1,
        AGAIN);
  }

  static Map<String, DeployedFunction> functions(FunctionStack functions) {
    return Stream.concat(
            Stream.of(EventFunction.values())
                .map(function -> Map.entry(function.functionName(), functions.function(function))),
            Stream.of(Map.entry(ApiFunction.NAME, functions.api())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
  }

  private static List<EventFunction> scheduled() {
    return Stream.of(EventFunction.values())
        .filter(function -> function.interval().isPresent())
        .toList();
  }

  private static Duration intervals(int runs, EventFunction function) {
    return Duration.minutes(runs * function.interval().orElseThrow().toMinutes());
  }

  private static MetricOptions every(Duration period) {
    return MetricOptions.builder().statistic(Stats.SUM).period(period).build();
  }
}
