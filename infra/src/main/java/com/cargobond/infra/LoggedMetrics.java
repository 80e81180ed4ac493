package com.cargobond.infra;

import com.cargobond.domain.deposit.DepositExceptionCode;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.LedgerNoticeType;
import com.cargobond.domain.ledger.NoticeType;
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

  private final Construct scope;
  private final FunctionStack functions;
  private final String namespace;
  private final Map<String, Metric> counted = new HashMap<>();

  LoggedMetrics(Construct scope, Site site, FunctionStack functions) {
    this.scope = scope;
    this.functions = functions;
    this.namespace = namespace(site);
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

  /** Refunds that a run of the sweep could not bring forward: the bank did not answer. */
  Metric refundsUnanswered() {
    return counted(
        "RefundsUnanswered",
        EventFunction.SWEEP,
        FilterPattern.all(
            FilterPattern.stringValue("$.level", "=", "WARN"), message("refund RF-*")));
  }

  /** Refunds that the bank took and has said nothing of for too long. */
  Metric refundsOverdue() {
    return counted(
        "RefundsOverdue",
        EventFunction.PUBLISH,
        FilterPattern.all(
            notice(LedgerNoticeType.NEEDS_A_PERSON),
            field(LogField.CODE, DepositExceptionCode.REFUND_UNANSWERED.name())));
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
