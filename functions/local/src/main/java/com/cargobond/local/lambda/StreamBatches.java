package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Gets a batch of stream records through a function: in order, again from the record that failed,
 * in halves where nothing of it succeeds, and past a single record that goes on failing only when
 * it is too old and that is reported.
 */
final class StreamBatches {

  private static final Duration PAUSE_FIRST = Duration.ofMillis(100);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(StreamBatches.class);

  private final String streamArn;
  private final Duration triedFor;
  private final FailureDestination failures;
  private final Function<DynamodbEvent, StreamsEventResponse> function;
  private final Workers workers;

  StreamBatches(
      String streamArn,
      Duration triedFor,
      FailureDestination failures,
      Function<DynamodbEvent, StreamsEventResponse> function,
      Workers workers) {
    this.streamArn = streamArn;
    this.triedFor = triedFor;
    this.failures = failures;
    this.function = function;
    this.workers = workers;
  }

  /** Returns when every record succeeded or was reported, or the workers are closing. */
  void process(String shardId, List<Record> records) {
    List<Record> rest = records;
    while (!rest.isEmpty() && !workers.isClosing()) {
      int succeeded = succeeded(rest);
      if (succeeded == 0) {
        processFailed(shardId, rest);
        return;
      }
      rest = rest.subList(succeeded, rest.size());
    }
  }

  private void processFailed(String shardId, List<Record> records) {
    if (records.size() == 1) {
      retry(shardId, records);
      return;
    }
    int half = records.size() / 2;
    process(shardId, records.subList(0, half));
    process(shardId, records.subList(half, records.size()));
  }

  private void retry(String shardId, List<Record> one) {
    Duration pause = PAUSE_FIRST;
    int attempts = 1;
    while (!isTooOld(one.getFirst())) {
      workers.pause(pause);
      if (workers.isClosing() || succeeded(one) == 1) {
        return;
      }
      attempts++;
      pause = pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0 ? pause.multipliedBy(2) : PAUSE_MAX;
    }
    report(shardId, one.getFirst(), attempts);
  }

  private boolean isTooOld(Record record) {
    Instant end = record.dynamodb().approximateCreationDateTime().plus(triedFor);
    return !Instant.now().isBefore(end);
  }

  private void report(String shardId, Record record, int attempts) {
    String report = "report a failed record of " + shardId;
    while (!workers.isClosing()
        && !workers.attempt(report, () -> failures.report(streamArn, shardId, record, attempts))) {
      LOG.warnf("Will %s", report);
    }
  }

  /** How many records, from the first on, the function has done with. */
  private int succeeded(List<Record> records) {
    StreamsEventResponse response;
    try {
      response = function.apply(DynamodbEvents.from(streamArn, records));
    } catch (RuntimeException e) {
      LOG.errorf(e, "The function failed %d records of %s", records.size(), streamArn);
      return 0;
    }
    if (response == null || response.getBatchItemFailures() == null) {
      return records.size();
    }
    List<String> given = records.stream().map(ShardReader::sequenceNumber).toList();
    return response.getBatchItemFailures().stream()
        .mapToInt(failure -> Math.max(0, given.indexOf(failure.getItemIdentifier())))
        .min()
        .orElse(records.size());
  }
}
