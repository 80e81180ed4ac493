package com.cargobond.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.cargobond.local.embedded.EmbeddedDynamoDb;
import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.embedded.FifoQueues;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.embedded.Tables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A table's changes reach a function in order, again when they fail, and are reported when they are
 * too old.
 */
@SuppressWarnings("try") // A mapping works by being open.
class StreamMappingTest {

  private static final Duration A_DAY = Duration.ofHours(24);

  /** As if a record that was just written had been tried for as long as it may be. */
  private static final Duration NO_TIME = Duration.ZERO;

  private static final AtomicInteger TABLES = new AtomicInteger();
  private static EmbeddedDynamoDb tables;
  private static EmbeddedQueues queues;
  private static DynamoDbClient dynamoDb;
  private static DynamoDbStreamsClient streams;
  private static SqsClient sqs;

  private final List<String> handled = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private String table;
  private String streamArn;
  private String failures;

  @BeforeAll
  static void start() {
    tables = EmbeddedDynamoDb.inMemory();
    queues = EmbeddedQueues.inMemory();
    dynamoDb = LocalClients.dynamoDb(tables.endpoint());
    streams = LocalClients.streams(tables.endpoint());
    sqs = LocalClients.sqs(queues.endpoint());
  }

  @AfterAll
  static void stop() {
    sqs.close();
    streams.close();
    dynamoDb.close();
    queues.close();
    tables.close();
  }

  @BeforeEach
  void createTable() {
    int number = TABLES.incrementAndGet();
    table = "positions-" + number;
    streamArn = Tables.create(dynamoDb, table, "id", ScalarAttributeType.S);
    failures = FifoQueues.fifo(sqs, "failures-" + number + ".fifo");
  }

  @Test
  void every_change_arrives_in_order_from_before_and_after_the_start() {
    IntStream.range(0, 120).forEach(i -> put("i" + i));
    try (StreamMapping mapping = start(event -> handle(event, id -> false))) {
      await().until(() -> handled.size() == 120);
      IntStream.range(120, 130).forEach(i -> put("i" + i));
      await().until(() -> handled.size() == 130);
    }
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 130).mapToObj(i -> "i" + i).toList());
  }

  @Test
  void a_record_carries_the_change_with_every_kind_of_value() {
    List<DynamodbStreamRecord> seen = new CopyOnWriteArrayList<>();
    Map<String, AttributeValue> item =
        Map.of(
            "id", AttributeValue.fromS("i"),
            "number", AttributeValue.fromN("12"),
            "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("b")),
            "flag", AttributeValue.fromBool(true),
            "nothing", AttributeValue.fromNul(true),
            "words", AttributeValue.fromSs(List.of("a")),
            "numbers", AttributeValue.fromNs(List.of("1")),
            "blobs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("c"))),
            "list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))),
            "map", AttributeValue.fromM(Map.of("key", AttributeValue.fromS("y"))));
    dynamoDb.putItem(put -> put.tableName(table).item(item));
    dynamoDb.deleteItem(
        delete -> delete.tableName(table).key(Map.of("id", AttributeValue.fromS("i"))));
    try (StreamMapping mapping =
        start(
            event -> {
              seen.addAll(event.getRecords());
              return null;
            })) {
      await().until(() -> seen.size() == 2);
    }
    DynamodbStreamRecord insert = seen.getFirst();
    assertThat(insert.getEventName()).isEqualTo("INSERT");
    assertThat(insert.getEventSource()).isEqualTo("aws:dynamodb");
    assertThat(insert.getEventSourceARN()).isEqualTo(streamArn);
    assertThat(insert.getDynamodb().getSequenceNumber()).isNotBlank();
    assertThat(insert.getDynamodb().getOldImage()).isNull();
    var image = insert.getDynamodb().getNewImage();
    assertThat(image.get("id").getS()).isEqualTo("i");
    assertThat(image.get("number").getN()).isEqualTo("12");
    assertThat(image.get("bytes").getB().get(0)).isEqualTo((byte) 'b');
    assertThat(image.get("flag").getBOOL()).isTrue();
    assertThat(image.get("nothing").getNULL()).isTrue();
    assertThat(image.get("words").getSS()).containsExactly("a");
    assertThat(image.get("numbers").getNS()).containsExactly("1");
    assertThat(image.get("blobs").getBS()).hasSize(1);
    assertThat(image.get("list").getL().getFirst().getS()).isEqualTo("x");
    assertThat(image.get("map").getM().get("key").getS()).isEqualTo("y");
    assertThat(seen.getLast().getEventName()).isEqualTo("REMOVE");
    assertThat(seen.getLast().getDynamodb().getOldImage()).containsKey("number");
  }

  @Test
  void a_batch_goes_on_from_the_record_that_failed_once() {
    IntStream.range(0, 10).forEach(i -> put("i" + i));
    try (StreamMapping mapping =
        start(event -> handle(event, id -> id.equals("i4") && attempts.get(id) == 1))) {
      await().until(() -> handled.size() == 10);
    }
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 10).mapToObj(i -> "i" + i).toList());
    assertThat(FifoQueues.bodies(sqs, failures)).isEmpty();
  }

  @Test
  void a_record_that_fails_again_and_again_is_tried_until_it_succeeds() {
    IntStream.range(0, 10).forEach(i -> put("i" + i));
    try (StreamMapping mapping =
        start(event -> handle(event, id -> id.equals("i4") && attempts.get(id) <= 7))) {
      await().until(() -> handled.size() == 10);
    }
    assertThat(handled)
        .containsExactlyElementsOf(IntStream.range(0, 10).mapToObj(i -> "i" + i).toList());
    assertThat(FifoQueues.bodies(sqs, failures)).isEmpty();
  }

  @Test
  void a_record_that_is_too_old_is_reported_and_the_others_go_on() throws Exception {
    List<String> sequenceNumbers = new CopyOnWriteArrayList<>();
    IntStream.range(0, 10).forEach(i -> put("i" + i));
    List<String> reports = new CopyOnWriteArrayList<>();
    try (StreamMapping mapping =
        start(
            NO_TIME,
            event -> {
              event.getRecords().stream()
                  .filter(each -> id(each).equals("i4"))
                  .forEach(each -> sequenceNumbers.add(each.getDynamodb().getSequenceNumber()));
              return handle(event, "i4"::equals);
            })) {
      await().until(() -> handled.size() == 9);
      await().until(() -> reports.addAll(FifoQueues.bodies(sqs, failures)));
    }
    assertThat(handled).containsExactly("i0", "i1", "i2", "i3", "i5", "i6", "i7", "i8", "i9");
    JsonNode batch = new ObjectMapper().readTree(reports.getFirst()).get("DDBStreamBatchInfo");
    assertThat(batch.get("startSequenceNumber").asText()).isEqualTo(sequenceNumbers.getFirst());
    assertThat(batch.get("streamArn").asText()).isEqualTo(streamArn);
  }

  @Test
  void an_exception_over_a_batch_is_narrowed_to_the_record_that_causes_it() {
    IntStream.range(0, 10).forEach(i -> put("i" + i));
    try (StreamMapping mapping =
        start(
            NO_TIME,
            event -> {
              if (event.getRecords().stream().anyMatch(each -> id(each).equals("i7"))) {
                throw new IllegalStateException("broken");
              }
              return handle(event, id -> false);
            })) {
      await().until(() -> handled.size() == 9);
    }
    assertThat(handled).containsExactly("i0", "i1", "i2", "i3", "i4", "i5", "i6", "i8", "i9");
  }

  private StreamMapping start(Function<DynamodbEvent, StreamsEventResponse> function) {
    return start(A_DAY, function);
  }

  private StreamMapping start(
      Duration triedFor, Function<DynamodbEvent, StreamsEventResponse> function) {
    return StreamMapping.start(
        streams, streamArn, triedFor, new FailureDestination(sqs, failures), function);
  }

  /** Handles in order up to the first record that fails. */
  private StreamsEventResponse handle(DynamodbEvent event, Function<String, Boolean> fails) {
    for (DynamodbStreamRecord each : event.getRecords()) {
      attempts.merge(id(each), 1, Integer::sum);
      if (fails.apply(id(each))) {
        return new StreamsEventResponse(
            List.of(new BatchItemFailure(each.getDynamodb().getSequenceNumber())));
      }
      handled.add(id(each));
    }
    return new StreamsEventResponse(List.of());
  }

  private static String id(DynamodbStreamRecord each) {
    return each.getDynamodb().getKeys().get("id").getS();
  }

  private void put(String id) {
    dynamoDb.putItem(put -> put.tableName(table).item(Map.of("id", AttributeValue.fromS(id))));
  }
}
