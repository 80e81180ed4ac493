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
   * How long something must be wrong.
   *
   * @param wrong in how many of the metric's periods
   * @param periods of how many
   */
  record Lasting(int wrong, int periods) {

    static final Lasting ONCE = inARow(1);

    static Lasting inARow(int periods) {
      return new Lasting(periods, periods);
    }
  }

  /**
   * Raises an alarm when something happens.
   *
   * @param name what is wrong
   * @param advice what to do, for the person who is told
   * @param threshold the least value that is wrong
   */
  void when(String name, String advice, IMetric metric, double threshold, Lasting lasting) {
    raise(
        name,
        advice,
        alarm(name, metric, lasting)
            .threshold(threshold)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING));
  }

  /** Raises an alarm when something does not happen at all in a period of the metric. */
  void unless(String name, String advice, IMetric metric) {
    raise(
        name,
        advice,
        alarm(name, metric, Lasting.ONCE)
            .threshold(1)
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .treatMissingData(TreatMissingData.BREACHING));
  }

  private Alarm.Builder alarm(String name, IMetric metric, Lasting lasting) {
    return Alarm.Builder.create(scope, name)
        .metric(metric)
        .datapointsToAlarm(lasting.wrong())
        .evaluationPeriods(lasting.periods());
  }

  private void raise(String name, String advice, Alarm.Builder builder) {
    Alarm alarm = builder.alarmName(prefix + name).alarmDescription(advice).build();
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    all.add(alarm);
  }

  List<Alarm> all() {
    return List.copyOf(all);
  }
}
