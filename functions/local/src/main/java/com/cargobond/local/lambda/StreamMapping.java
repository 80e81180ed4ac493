package com.cargobond.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Lambda's event source mapping for a table's stream: hands up to a hundred records to a function,
 * goes on from the record that failed, and after some attempts gives that record to the failure
 * destination and goes on behind it.
 *
 * <p>It follows the shards from their beginning at every start: the function's receivers know a
 * repeat by its id.
 */
public final class StreamMapping implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(StreamMapping.class);
  private static final int BATCH_SIZE = 100;
  private static final int ATTEMPTS_MAX = 5;
  private static final long IDLE_MILLIS = 200;

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final Function<List<Record>, Optional<String>> function;
  private final Consumer<Record> failureDestination;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread poller;

  /**
   * Starts to follow the stream.
   *
   * @param function takes records in their order; answers with the sequence number of the first
   *     that failed, if any did
   * @param failureDestination takes the record that failed at every attempt
   */
  public StreamMapping(
      DynamoDbStreamsClient streams,
      String streamArn,
      Function<List<Record>, Optional<String>> function,
      Consumer<Record> failureDestination) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.function = function;
    this.failureDestination = failureDestination;
    this.poller = Thread.ofVirtual().name("stream-mapping").start(this::follow);
  }

  private void follow() {
    Set<String> seen = new HashSet<>();
    Deque<String> iterators = new ArrayDeque<>();
    while (open.get()) {
      try {
        newShards(seen).forEach(shard -> iterators.add(beginning(shard)));
        boolean idle = true;
        for (int i = iterators.size(); i > 0 && open.get(); i--) {
          GetRecordsResponse page = read(iterators.remove());
          idle &= page.records().isEmpty();
          handle(page.records());
          Optional.ofNullable(page.nextShardIterator()).ifPresent(iterators::add);
        }
        if (idle) {
          Pauses.millis(IDLE_MILLIS);
        }
      } catch (RuntimeException failure) {
        if (open.get()) {
          LOG.error("could not read the stream; beginning again", failure);
          seen.clear();
          iterators.clear();
          Pauses.second();
        }
      }
    }
  }

  private List<Shard> newShards(Set<String> seen) {
    return streams
        .describeStream(request -> request.streamArn(streamArn))
        .streamDescription()
        .shards()
        .stream()
        .filter(shard -> seen.add(shard.shardId()))
        .toList();
  }

  private String beginning(Shard shard) {
    return streams
        .getShardIterator(
            request ->
                request
                    .streamArn(streamArn)
                    .shardId(shard.shardId())
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  private GetRecordsResponse read(String iterator) {
    return streams.getRecords(request -> request.shardIterator(iterator).limit(BATCH_SIZE));
  }

  private void handle(List<Record> records) {
    List<Record> rest = records;
    int attempts = 0;
    while (!rest.isEmpty() && open.get()) {
      int failedAt = firstFailure(rest);
      attempts = failedAt == 0 ? attempts + 1 : 0;
      rest = rest.subList(failedAt, rest.size());
      if (attempts == ATTEMPTS_MAX) {
        failureDestination.accept(rest.getFirst());
        rest = rest.subList(1, rest.size());
        attempts = 0;
      }
    }
  }

  /** The index of the first record that failed; the size if none did. */
  private int firstFailure(List<Record> records) {
    try {
      Optional<String> failed = function.apply(records);
      if (failed.isEmpty()) {
        return records.size();
      }
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).dynamodb().sequenceNumber().equals(failed.get())) {
          return i;
        }
      }
    } catch (RuntimeException failure) {
      LOG.error("the function failed", failure);
    }
    return 0;
  }

  /** Stops, once the records in hand are done. */
  @Override
  public void close() {
    open.set(false);
    Pauses.join(poller);
  }
}
