package com.cargobond.infra;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;

/** The alarms above, the business below them, then the machinery. */
final class WatchDashboard {

  private static final int WIDTH = 24;
  private static final int THIRD = WIDTH / 3;
  private static final int HALF = WIDTH / 2;

  private static final Duration FAILURES_PERIOD = Duration.minutes(5);

  private WatchDashboard() {}

  static void create(
      Stack stack,
      Site site,
      Alarms alarms,
      QueueMetrics queues,
      LoggedMetrics logged,
      FunctionStack functions,
      HttpApi api) {
    Dashboard.Builder.create(stack, "Dashboard")
        .dashboardName("cargobond-" + site.stage().id())
        .widgets(
            List.of(
                List.of(
                    AlarmStatusWidget.Builder.create()
                        .title("Alarms")
                        .width(WIDTH)
                        .alarms(alarms.all())
                        .build()),
                List.of(events(logged), payments(logged)),
                notices(logged),
                List.of(matters(logged)),
                queues(queues),
                machinery(functions, api)))
        .build();
  }

  private static IWidget events(LoggedMetrics logged) {
    return graph(
        HALF, "Events", List.of(logged.applied(), logged.repeated(), logged.quarantined()));
  }

  private static IWidget payments(LoggedMetrics logged) {
    return graph(
        HALF,
        "Payments",
        Stream.concat(
                Capabilities.ALL.notices().stream()
                    .filter(NoticeType::isPaymentOrder)
                    .map(logged::told),
                Stream.of(RailName.values())
                    .flatMap(
                        rail -> Stream.of(logged.unanswered(rail), logged.pendingTooLong(rail))))
            .map(IMetric.class::cast)
            .toList());
  }

  private static List<IWidget> notices(LoggedMetrics logged) {
    return Capabilities.ALL.list().stream().map(capability -> notices(capability, logged)).toList();
  }

  private static IWidget notices(Capability capability, LoggedMetrics logged) {
    return graph(
        "Notices: " + capability.name().toLowerCase(Locale.ROOT),
        capability.notices().stream()
            .filter(notice -> !notice.isPaymentOrder())
            .map(notice -> (IMetric) logged.told(notice))
            .toList());
  }

  private static IWidget matters(LoggedMetrics logged) {
    return graph(
        WIDTH,
        "Needs a person, by code",
        Capabilities.ALL.codes().stream().map(code -> (IMetric) logged.matters(code)).toList());
  }

  private static List<IWidget> queues(QueueMetrics queues) {
    List<MessageQueue> all = List.of(MessageQueue.values());
    return List.of(
        graph(
            "Messages waiting",
            all.stream().map(queue -> (IMetric) queues.waiting(queue.name(""))).toList()),
        graph(
            "Oldest message (s)",
            all.stream().map(queue -> (IMetric) queues.oldestSeconds(queue.name(""))).toList()),
        graph(
            "Dead letters",
            Stream.concat(
                    all.stream().map(queue -> queue.deadLetterName("")),
                    Stream.of(OutboxFeed.failuresName("")))
                .map(name -> (IMetric) queues.waiting(name))
                .toList()));
  }

  private static List<IWidget> machinery(FunctionStack functions, HttpApi api) {
    List<DeployedFunction> all = OperationStack.functions(functions).values().stream().toList();
    return List.of(
        graph("Function errors", all.stream().map(one -> one.failures(FAILURES_PERIOD)).toList()),
        graph(
            "Function duration (ms)",
            all.stream().map(one -> (IMetric) one.function().metricDuration()).toList()),
        graph("API", List.of(api.metricCount(), api.metricClientError(), api.metricServerError())));
  }

  private static IWidget graph(String title, List<IMetric> metrics) {
    return graph(THIRD, title, metrics);
  }

  private static IWidget graph(int width, String title, List<IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).width(width).left(metrics).build();
  }
}
