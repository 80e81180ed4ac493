package com.cargobond.infra;

import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.NoticeType;
import com.cargobond.domain.payment.RailName;
import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.LogField;
import java.util.HashMap;
import java.util.Map;
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

  /** The dimension by which matters are counted: a log has room for a hundred filters. */
  private static final String CODE = "Code";

  private final Construct scope;
  private final FunctionStack functions;
  private final String namespace;
  private final MetricFilter matters;
  private final Map<String, Metric> counted = new HashMap<>();

  LoggedMetrics(Construct scope, Site site, FunctionStack functions) {
    this.scope = scope;
    this.functions = functions;
    this.namespace = namespace(site);
    this.matters = matters();
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
    return counted(notice.name(), EventFunction.PUBLISH, notice(notice));
  }

  /** Events that were set aside. */
  Metric quarantined() {
    return counted("EventsQuarantined", EventFunction.APPLY_EVENTS, message("quarantined *"));
  }

  /** Events that were set aside for this reason, told by whichever function. */
  Metric quarantined(Code reason) {
    return counted(
        "EventsQuarantined_" + reason,
        EventFunction.PUBLISH,
        FilterPattern.all(
            notice(LedgerNoticeType.EVENT_QUARANTINED), field(LogField.CODE, reason.name())));
  }

  /** Whatever came up of this code that a subject needs a person for. */
  Metric matters(Code code) {
    return matters.metric(
        MetricOptions.builder()
            .dimensionsMap(Map.of(CODE, code.name()))
            .statistic(Stats.SUM)
            .label(code.name())
            .build());
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

  private static JsonPattern notice(NoticeType notice) {
    return field(LogField.NOTICE, notice.name());
  }

  private static JsonPattern field(String name, String value) {
    return FilterPattern.stringValue(LogField.SELECTOR_PREFIX + name, "=", value);
  }

  private static JsonPattern message(String pattern) {
    return FilterPattern.stringValue(MESSAGE, "=", pattern);
  }

  private MetricFilter matters() {
    String code = LogField.SELECTOR_PREFIX + LogField.CODE;
    return MetricFilter.Builder.create(scope, "MattersOpened")
        .logGroup(functions.function(EventFunction.PUBLISH).log())
        .filterPattern(
            FilterPattern.all(notice(LedgerNoticeType.NEEDS_A_PERSON), FilterPattern.exists(code)))
        .metricNamespace(namespace)
        .metricName("MattersOpened")
        .metricValue("1")
        .dimensions(Map.of(CODE, code))
        .build();
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
