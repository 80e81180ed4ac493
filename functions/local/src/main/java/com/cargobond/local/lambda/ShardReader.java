package com.cargobond.local.lambda;

import com.cargobond.store.deployment.OutboxFeed;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from its beginning until it is closed and read, or the workers close. */
final class ShardReader {

  private static final Duration PAUSE_WHEN_EMPTY = Duration.ofMillis(100);

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final String shardId;
  private final StreamBatches batches;
  private final Workers workers;

  private String iterator;
  private String lastSequenceNumber;
  private boolean atEnd;

  ShardReader(
      DynamoDbStreamsClient streams,
      String streamArn,
      String shardId,
      StreamBatches batches,
      Workers workers) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.shardId = shardId;
    this.batches = batches;
    this.workers = workers;
  }

  void readToTheEnd() {
    while (!atEnd && !workers.isClosing()) {
      if (!workers.attempt("read " + shardId, this::readBatch)) {
        // It may have expired.
        iterator = null;
      }
    }
  }

  private void readBatch() {
    if (iterator == null) {
      iterator = freshIterator();
    }
    GetRecordsResponse response =
        streams.getRecords(
            get -> get.shardIterator(iterator).limit(OutboxFeed.RECORDS_PER_BATCH_MAX));
    if (response.hasRecords() && !response.records().isEmpty()) {
      batches.process(shardId, response.records());
      lastSequenceNumber = sequenceNumber(response.records().getLast());
    } else {
      workers.pause(PAUSE_WHEN_EMPTY);
    }
    iterator = response.nextShardIterator();
    atEnd = iterator == null;
  }

  private String freshIterator() {
    return streams
        .getShardIterator(
            get -> {
              get.streamArn(streamArn).shardId(shardId);
              if (lastSequenceNumber == null) {
                get.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              } else {
                get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                    .sequenceNumber(lastSequenceNumber);
              }
            })
        .shardIterator();
  }

  static String sequenceNumber(Record streamRecord) {
    return streamRecord.dynamodb().sequenceNumber();
  }
}
