package com.cargobond.infra;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.store.deployment.EventFunction;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.JsonPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/**
 * How often a function failed. Lambda counts only calls that end in an error: a batch that fails in
 * part and a request that is answered with 500 do not, but each is an error in the function's log.
 */
final class FunctionFailures {

  private static final JsonPattern LOGGED = FilterPattern.stringValue("$.level", "=", "ERROR");

  /** Where a line names the rule that a caller broke: Funqy wraps it. */
  private static final String CAUSE = "$.exception.causedBy.exception.exceptionType";

  /** Before the names in the formula: those of several functions stand in one graph. */
  private final String id;

  private final Metric logged;
  private final boolean isRefusing;

  FunctionFailures(Construct scope, Site site, String name, ILogGroup log) {
    this.id = name.replace('-', '_');
    this.isRefusing = EventFunction.named(name).filter(EventFunction::answersCallers).isPresent();
    this.logged =
        MetricFilter.Builder.create(scope, "LoggedErrors")
            .logGroup(log)
            .filterPattern(isRefusing ? oursAlone() : LOGGED)
            .metricNamespace(LoggedMetrics.namespace(site))
            .metricName(name + "-logged-errors")
            .metricValue("1")
            .defaultValue(0)
            .build()
            .metric();
  }

  /**
   * Failures of a function or of its alias in each period.
   *
   * <p>Who calls a function and mistypes is answered with a Lambda error that is not the
   * function's: there the log alone counts.
   */
  IMetric of(IFunction function, Duration period) {
    MetricOptions sum = MetricOptions.builder().statistic(Stats.SUM).period(period).build();
    Map<String, IMetric> metrics = new TreeMap<>(Map.of(id + "_logged", logged.with(sum)));
    if (!isRefusing) {
      metrics.put(id + "_errors", function.metricErrors(sum));
    }
    return MathExpression.Builder.create()
        .label(id)
        .expression(
            metrics.keySet().stream()
                .map(metric -> "FILL(" + metric + ", 0)")
                .collect(Collectors.joining(" + ")))
        .usingMetrics(metrics)
        .period(period)
        .build();
  }

  /** Errors but those that a broken rule caused, and the ends that leave no line of ours. */
  private static JsonPattern oursAlone() {
    JsonPattern otherCause =
        FilterPattern.any(
            FilterPattern.notExists(CAUSE),
            FilterPattern.stringValue(CAUSE, "!=", BrokenRule.class.getName()));
    JsonPattern abruptEnd =
        FilterPattern.all(
            FilterPattern.stringValue("$.type", "=", "platform.report"),
            FilterPattern.any(
                FilterPattern.stringValue("$.record.status", "=", "timeout"),
                FilterPattern.stringValue("$.record.status", "=", "error")));
    return FilterPattern.any(FilterPattern.all(LOGGED, otherCause), abruptEnd);
  }
}
