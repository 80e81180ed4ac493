package com.cargobond.infra;

import com.cargobond.infra.Alarms.Lasting;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.IQueue;

/** Where the write-once copy of the audit trail lags behind or has a gap. */
final class TrailAlarms {

  private static final Duration PERIOD = Duration.minutes(5);

  /** Firehose writes once a minute. */
  private static final int UNDELIVERED_SECONDS_MAX = 900;

  private TrailAlarms() {}

  static void raise(TrailStack trail, Alarms alarms) {
    MetricOptions every = MetricOptions.builder().period(PERIOD).build();
    IQueue deadLetters = trail.deadLetters();
    alarms.when(
        "trail-dead-letters",
        "Entries of the audit trail are not copied and leave its stream within the hour:"
            + " infra/README.md, The write-once copy",
        deadLetters.metricApproximateNumberOfMessagesVisible(every),
        1,
        Lasting.ONCE);
    alarms.when(
        "trail-undelivered",
        "The copy of the audit trail lags behind: look at the log of its Firehose stream",
        trail.undelivered().with(every),
        UNDELIVERED_SECONDS_MAX,
        Lasting.ONCE);
    alarms.when(
        "trail-not-locked",
        "Some of the audit trail's copy is not in the locked bucket: replicate it again within 90"
            + " days; infra/README.md, The write-once copy",
        trail.notLocked().with(every),
        1,
        Lasting.ONCE);
  }
}
