package com.cargobond.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** What a person is told of, when it begins and when it is over. */
final class Alarms {

  private final Construct scope;
  private final String prefix;
  private final SnsAction tell;
  private final List<Alarm> all = new ArrayList<>();

  Alarms(Construct scope, Site site, ITopic topic) {
    this.scope = scope;
    this.prefix = site.prefix();
    this.tell = new SnsAction(topic);
  }

  /**
   * Raises an alarm.
   *
   * @param name what is wrong
   * @param advice what to do, for the person who is told
   * @param threshold the least value that is wrong
   * @param periods for how many of the metric's periods in a row
   */
  void when(String name, String advice, IMetric metric, double threshold, int periods) {
    Alarm alarm =
        Alarm.Builder.create(scope, name)
            .alarmName(prefix + name)
            .alarmDescription(advice)
            .metric(metric)
            .threshold(threshold)
            .evaluationPeriods(periods)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    all.add(alarm);
  }

  List<Alarm> all() {
    return List.copyOf(all);
  }
}
