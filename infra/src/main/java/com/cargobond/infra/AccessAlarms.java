package com.cargobond.infra;

import com.cargobond.infra.Alarms.Lasting;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** Callers that are turned away, and more often than by mistake: counted in the gateway's log. */
final class AccessAlarms {

  private static final Duration PERIOD = Duration.minutes(5);

  /** A client whose token has run out asks again now and then; ten a minute is no mistake. */
  private static final int REFUSALS_PER_PERIOD_MAX = 50;

  private AccessAlarms() {}

  static void raise(Construct scope, Site site, ILogGroup accessLog, Alarms alarms) {
    refused(
        scope,
        site,
        accessLog,
        alarms,
        "401",
        "unauthenticated-burst",
        "Many calls have no token, or one that is not valid: an issuer's key has turned, or somebody"
            + " tries; look at the API's access log");
    refused(
        scope,
        site,
        accessLog,
        alarms,
        "403",
        "forbidden-burst",
        "Many calls are not for their caller: the API's access log names it; an issuer gives it"
            + " wrong claims, or it tries");
    refused(
        scope,
        site,
        accessLog,
        alarms,
        "429",
        "throttled-burst",
        "Many calls are turned away for their number: the API's access log names the caller");
  }

  private static void refused(
      Construct scope,
      Site site,
      ILogGroup accessLog,
      Alarms alarms,
      String status,
      String name,
      String advice) {
    MetricFilter filter =
        MetricFilter.Builder.create(scope, "Status" + status)
            .logGroup(accessLog)
            .filterPattern(FilterPattern.stringValue("$.status", "=", status))
            .metricNamespace(LoggedMetrics.namespace(site))
            .metricName("Status" + status)
            .metricValue("1")
            .defaultValue(0)
            .build();
    alarms.when(
        name,
        advice,
        filter.metric(MetricOptions.builder().statistic(Stats.SUM).period(PERIOD).build()),
        REFUSALS_PER_PERIOD_MAX,
        Lasting.ONCE);
  }
}
