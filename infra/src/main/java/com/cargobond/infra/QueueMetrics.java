package com.cargobond.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

/** SQS' own figures of the queues. */
final class QueueMetrics {

  private final Site site;
  private final Duration period;

  QueueMetrics(Site site, Duration period) {
    this.site = site;
    this.period = period;
  }

  /** How many messages could be handed out. */
  Metric waiting(String queue) {
    return metric(queue, "ApproximateNumberOfMessagesVisible");
  }

  /** How many messages there are, in somebody's hands or not. */
  IMetric held(String queue, Duration every) {
    return MathExpression.Builder.create()
        .expression("visible + hidden")
        .usingMetrics(
            Map.of(
                "visible",
                metric(queue, "ApproximateNumberOfMessagesVisible", every),
                "hidden",
                metric(queue, "ApproximateNumberOfMessagesNotVisible", every)))
        .period(every)
        .label(queue)
        .build();
  }

  /** How long the oldest has waited. */
  Metric oldestSeconds(String queue) {
    return metric(queue, "ApproximateAgeOfOldestMessage");
  }

  private Metric metric(String queue, String name) {
    return metric(queue, name, period);
  }

  private Metric metric(String queue, String name, Duration every) {
    return Metric.Builder.create()
        .namespace("AWS/SQS")
        .metricName(name)
        .dimensionsMap(Map.of("QueueName", site.prefix() + queue))
        .statistic(Stats.MAXIMUM)
        .period(every)
        .label(queue)
        .build();
  }
}
