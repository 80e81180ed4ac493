package com.cargobond.infra;

import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.LogField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.JsonPattern;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** The business' figures, counted in the lines that the functions log anyway. */
final class LoggedMetrics {

  private static final String MESSAGE = "$.message";

  /**
   * Dimensions, since a log has room for a hundred filters, and there are more notices and codes.
   */
  private static final String NOTICE = "Notice";

  private static final String CODE = "Code";

  private final Construct scope;
  private final FunctionStack functions;
  private final String namespace;
  private final MetricFilter told;
  private final MetricFilter setAside;
  private final MetricFilter matters;
  private final Map<String, Metric> counted = new HashMap<>();

  LoggedMetrics(Construct scope, Site site, FunctionStack functions) {
    this.scope = scope;
    this.functions = functions;
    this.namespace = namespace(site);
    this.told = sent("NoticesSent", NOTICE, LogField.NOTICE, Optional.empty());
    this.setAside =
        sent(
            "EventsSetAside", CODE, LogField.CODE, Optional.of(LedgerNoticeType.EVENT_QUARANTINED));
    this.matters =
        sent("MattersOpened", CODE, LogField.CODE, Optional.of(LedgerNoticeType.NEEDS_A_PERSON));
  }

  static String namespace(Site site) {
    return "Cargobond/" + site.stage().id();
  }

  /** Events whose facts came onto the ledger. */
  Metric applied() {
    return counted("EventsApplied", EventFunction.APPLY_EVENTS, message("applied *"));
  }

  /** Events that were on it before. */
  Metric repeated() {
    return counted("EventsRepeated", EventFunction.APPLY_EVENTS, message("repeated *"));
  }

  /** Notices of this kind, whichever function gave them: all are sent by one. */
  Metric told(NoticeType notice) {
    return of(told, NOTICE, notice.name());
  }

  /** Events that were set aside. */
  Metric quarantined() {
    return counted("EventsQuarantined", EventFunction.APPLY_EVENTS, message("quarantined *"));
  }

  /** Events that were set aside for this reason, told by whichever function. */
  Metric quarantined(Code reason) {
    return of(setAside, CODE, reason.name());
  }

  /** Whatever came up of this code that a subject needs a person for. */
  Metric matters(Code code) {
    return of(matters, CODE, code.name());
  }

  /** Payments that a run of the sweep could not bring forward: nobody answered on this rail. */
  Metric unanswered(RailName rail) {
    return counted(
        "PaymentsUnanswered_" + rail, EventFunction.SWEEP, warning(rail, "*is left for the next*"));
  }

  /** Runs of the sweep that found a payment of this rail that has been pending for too long. */
  Metric pendingTooLong(RailName rail) {
    return counted(
        "PaymentsPendingTooLong_" + rail,
        EventFunction.SWEEP,
        warning(rail, "oldest pending payment*"));
  }

  private static IFilterPattern warning(RailName rail, String message) {
    return FilterPattern.all(
        FilterPattern.stringValue("$.level", "=", "WARN"),
        field(LogField.RAIL, rail.name()),
        message(message));
  }

  private static JsonPattern field(String name, String value) {
    return FilterPattern.stringValue(LogField.SELECTOR_PREFIX + name, "=", value);
  }

  private static JsonPattern message(String pattern) {
    return FilterPattern.stringValue(MESSAGE, "=", pattern);
  }

  /**
   * Counts what is sent to others by a field of its line.
   *
   * @param only the notice that is counted; all of them if empty
   */
  private MetricFilter sent(
      String name, String dimension, String field, Optional<NoticeType> only) {
    String value = LogField.SELECTOR_PREFIX + field;
    return MetricFilter.Builder.create(scope, name)
        .logGroup(functions.function(EventFunction.PUBLISH).log())
        .filterPattern(
            only.<IFilterPattern>map(
                    notice ->
                        FilterPattern.all(
                            field(LogField.NOTICE, notice.name()), FilterPattern.exists(value)))
                .orElseGet(() -> FilterPattern.exists(value)))
        .metricNamespace(namespace)
        .metricName(name)
        .metricValue("1")
        .dimensions(Map.of(dimension, value))
        .build();
  }

  private static Metric of(MetricFilter filter, String dimension, String value) {
    return filter.metric(
        MetricOptions.builder()
            .dimensionsMap(Map.of(dimension, value))
            .statistic(Stats.SUM)
            .label(value)
            .build());
  }

  private Metric counted(String name, EventFunction function, IFilterPattern pattern) {
    return counted.computeIfAbsent(name, unused -> count(name, function, pattern));
  }

  private Metric count(String name, EventFunction function, IFilterPattern pattern) {
    MetricFilter filter =
        MetricFilter.Builder.create(scope, name)
            .logGroup(functions.function(function).log())
            .filterPattern(pattern)
            .metricNamespace(namespace)
            .metricName(name)
            .metricValue("1")
            .defaultValue(0)
            .build();
    return filter.metric(MetricOptions.builder().statistic(Stats.SUM).label(name).build());
  }
}
