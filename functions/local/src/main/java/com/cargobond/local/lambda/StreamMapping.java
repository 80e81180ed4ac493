package com.cargobond.local.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Feeds a function from a table's stream as Lambda's event source mapping does with partial batch
 * responses, bisected batches and an on-failure destination. Each shard is read in order, a child
 * after its parent.
 *
 * <p>It keeps no checkpoint: a new start reads the stream from its beginning again, so the function
 * must not mind repeats.
 */
public final class StreamMapping implements AutoCloseable {

  private static final Duration SHARDS_EVERY = Duration.ofSeconds(1);

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final StreamBatches batches;
  private final Workers workers = new Workers();
  private final Set<String> started = new HashSet<>();
  private final Set<String> finished = ConcurrentHashMap.newKeySet();

  private StreamMapping(
      DynamoDbStreamsClient streams,
      String streamArn,
      Duration triedFor,
      FailureDestination failures,
      Function<DynamodbEvent, StreamsEventResponse> function) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.batches = new StreamBatches(streamArn, triedFor, failures, function, workers);
  }

  /**
   * Starts reading.
   *
   * @param triedFor how long a record that fails alone is tried again before it is reported
   * @param failures where it is reported
   */
  public static StreamMapping start(
      DynamoDbStreamsClient streams,
      String streamArn,
      Duration triedFor,
      FailureDestination failures,
      Function<DynamodbEvent, StreamsEventResponse> function) {
    StreamMapping mapping = new StreamMapping(streams, streamArn, triedFor, failures, function);
    mapping.workers.repeat("find the shards of " + streamArn, mapping::startReadyShards);
    return mapping;
  }

  /** Stops reading and waits for the batches in hand. */
  @Override
  public void close() {
    workers.close();
  }

  private void startReadyShards() {
    List<Shard> shards = shards();
    Set<String> known = new HashSet<>();
    shards.forEach(shard -> known.add(shard.shardId()));
    for (Shard shard : shards) {
      String parent = shard.parentShardId();
      boolean ready = parent == null || !known.contains(parent) || finished.contains(parent);
      if (ready && started.add(shard.shardId())) {
        ShardReader reader = new ShardReader(streams, streamArn, shard.shardId(), batches, workers);
        workers.start(
            "read " + shard.shardId(),
            () -> {
              reader.readToTheEnd();
              finished.add(shard.shardId());
            });
      }
    }
    workers.pause(SHARDS_EVERY);
  }

  private List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    String last = null;
    do {
      DescribeStreamResponse page =
          streams.describeStream(
              DescribeStreamRequest.builder()
                  .streamArn(streamArn)
                  .exclusiveStartShardId(last)
                  .build());
      shards.addAll(page.streamDescription().shards());
      last = page.streamDescription().lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }
}
