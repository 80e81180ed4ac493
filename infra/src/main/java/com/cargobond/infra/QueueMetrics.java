package com.cargobond.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
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

  /** How long the oldest has waited. */
  Metric oldestSeconds(String queue) {
    return metric(queue, "ApproximateAgeOfOldestMessage");
  }

  private Metric metric(String queue, String name) {
    return Metric.Builder.create()
        .namespace("AWS/SQS")
        .metricName(name)
        .dimensionsMap(Map.of("QueueName", site.prefix() + queue))
        .statistic(Stats.MAXIMUM)
        .period(period)
        .label(queue)
        .build();
  }
}
