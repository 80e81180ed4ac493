package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A region as a template of its functions has it: what the template feeds to whom is fed by hand,
 * to the executable with the environment that the template gives it.
 */
final class SimulatedSite {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMPTY = "{\"batchItemFailures\":[]}";

  private final SimulatedRegion region;
  private final Synthesised deployment;
  private final String stack;
  private final Path executable;
  private final Map<EventFunction, List<JsonNode>> logged = new EnumMap<>(EventFunction.class);
  private final Map<EventFunction, Set<String>> called = new EnumMap<>(EventFunction.class);

  SimulatedSite(SimulatedRegion region, Synthesised deployment, String stack, Path executable) {
    this.region = region;
    this.deployment = deployment;
    this.stack = stack;
    this.executable = executable;
  }

  /** What each function called, in the words of a policy. */
  Set<String> called(EventFunction function) {
    return called.getOrDefault(function, Set.of());
  }

  /** What each function logged. */
  List<JsonNode> logged(EventFunction function) {
    return logged.getOrDefault(function, List.of());
  }

  /** Puts a message into a queue. */
  void send(String queue, String group, String id, String body) {
    try (SqsClient sqs = region.sqs()) {
      sqs.sendMessage(
          send ->
              send.queueUrl(url(sqs, queue))
                  .messageGroupId(group)
                  .messageDeduplicationId(id)
                  .messageBody(body));
    }
  }

  /** Takes all that is in a queue. */
  List<JsonNode> take(String queue) throws IOException {
    try (SqsClient sqs = region.sqs()) {
      ArrayNode taken = JSON.createArrayNode();
      List<Message> messages = receive(sqs, queue, MessageQueue.BATCH_MAX);
      while (!messages.isEmpty()) {
        for (Message message : messages) {
          taken.add(JSON.readTree(message.body()));
          delete(sqs, queue, message);
        }
        messages = receive(sqs, queue, MessageQueue.BATCH_MAX);
      }
      return taken.valueStream().toList();
    }
  }

  /** The feeds that are on: what each is fed from. */
  List<String> feeds() {
    return enabled().stream().map(feed -> text(feed.path("EventSourceArn"))).toList();
  }

  /** Feeds the functions until nothing is left for them. */
  void drain() throws Exception {
    int fed;
    do {
      fed = 0;
      for (JsonNode feed : enabled()) {
        fed += text(feed.path("EventSourceArn")).contains(":sqs:") ? queue(feed) : stream(feed);
      }
    } while (fed > 0);
  }

  /** Invokes a function. */
  OneCall.Answer call(EventFunction function, String event) throws Exception {
    Map<String, String> environment = new HashMap<>(region.environment());
    environment.putAll(environment(function));
    try (CalledActions actions = new CalledActions(region.endpoint())) {
      environment.put("AWS_ENDPOINT_URL", actions.endpoint().toString());
      OneCall.Answer answer = OneCall.of(executable, environment, event);
      logged.computeIfAbsent(function, unused -> new ArrayList<>()).addAll(answer.lines());
      called.computeIfAbsent(function, unused -> new TreeSet<>()).addAll(actions.actions());
      return answer;
    }
  }

  private Map<String, String> environment(EventFunction function) {
    return deployment
        .resource(
            stack, "AWS::Lambda::Function", "FunctionName", prefix() + function.functionName())
        .at("/Properties/Environment/Variables")
        .propertyStream()
        .collect(Collectors.toMap(Map.Entry::getKey, variable -> variable.getValue().asText()));
  }

  private String prefix() {
    return stack.startsWith("cargobond-prod-") ? "prod-" : "dev-";
  }

  private List<JsonNode> enabled() {
    return deployment.resources(stack, "AWS::Lambda::EventSourceMapping").stream()
        .map(mapping -> mapping.path("Properties"))
        .filter(mapping -> mapping.path("Enabled").asBoolean())
        .toList();
  }

  private static EventFunction function(JsonNode feed) {
    String alias = text(feed.path("FunctionName"));
    return Arrays.stream(EventFunction.values())
        .filter(one -> alias.startsWith("<" + one.functionName().replace("-", "") + "Live"))
        .findFirst()
        .orElseThrow();
  }

  private int queue(JsonNode feed) throws Exception {
    String arn = text(feed.path("EventSourceArn"));
    String queue = arn.substring(arn.lastIndexOf(':') + 1);
    try (SqsClient sqs = region.sqs()) {
      List<Message> messages = receive(sqs, queue, feed.path("BatchSize").asInt());
      if (messages.isEmpty()) {
        return 0;
      }
      String answer = call(function(feed), event(arn, messages)).body();
      messages.stream()
          .filter(message -> !answer.contains(message.messageId()))
          .forEach(message -> delete(sqs, queue, message));
      return messages.size();
    }
  }

  private String event(String arn, List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode one = records.addObject();
      one.put("messageId", message.messageId())
          .put("receiptHandle", message.receiptHandle())
          .put("body", message.body())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", arn)
          .put("awsRegion", region.name());
      message.attributesAsStrings().forEach(one.putObject("attributes")::put);
      one.putObject("messageAttributes");
    }
    return event.toString();
  }

  /** Begins where the template says, and goes on from where it was. */
  private int stream(JsonNode feed) throws Exception {
    try (DynamoDbStreamsClient streams = region.streams()) {
      String arn = streamArn(text(feed.path("EventSourceArn")));
      String iterator = region.iterators().get(arn);
      if (iterator == null) {
        iterator = first(streams, arn, feed.path("StartingPosition").asText());
      }
      String from = iterator;
      GetRecordsResponse read =
          streams.getRecords(get -> get.shardIterator(from).limit(feed.path("BatchSize").asInt()));
      region.iterators().put(arn, read.nextShardIterator());
      List<Record> inserted =
          read.records().stream()
              .filter(record -> record.eventNameAsString().equals("INSERT"))
              .toList();
      if (!inserted.isEmpty()) {
        String answer = call(function(feed), event(inserted)).body();
        if (!answer.equals(EMPTY)) {
          throw new AssertionError("the outbox was not sent: " + answer);
        }
      }
      return read.records().size();
    }
  }

  private static String first(DynamoDbStreamsClient streams, String arn, String position) {
    String shard =
        streams
            .describeStream(describe -> describe.streamArn(arn))
            .streamDescription()
            .shards()
            .getFirst()
            .shardId();
    return streams
        .getShardIterator(get -> get.streamArn(arn).shardId(shard).shardIteratorType(position))
        .shardIterator();
  }

  /** A stream of the same deployment is named by what another stack says. */
  private String streamArn(String source) {
    if (source.startsWith("arn:")) {
      return source;
    }
    try (DynamoDbClient tables = region.dynamoDb()) {
      return tables
          .describeTable(describe -> describe.tableName(LedgerTable.OUTBOX.name(prefix())))
          .table()
          .latestStreamArn();
    }
  }

  private static String event(List<Record> inserted) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Record record : inserted) {
      ObjectNode change =
          records
              .addObject()
              .put("eventName", record.eventNameAsString())
              .put("eventSource", "aws:dynamodb")
              .putObject("dynamodb");
      change.put("SequenceNumber", record.dynamodb().sequenceNumber());
      ObjectNode image = change.putObject("NewImage");
      record.dynamodb().newImage().forEach((name, value) -> put(image.putObject(name), value));
    }
    return event.toString();
  }

  /** The outbox has no other types. */
  private static void put(ObjectNode typed, AttributeValue value) {
    if (value.s() != null) {
      typed.put("S", value.s());
    } else {
      typed.put("N", value.n());
    }
  }

  private static List<Message> receive(SqsClient sqs, String queue, int batchMax) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url(sqs, queue))
                    .maxNumberOfMessages(batchMax)
                    .messageSystemAttributeNamesWithStrings("All"))
        .messages();
  }

  private static void delete(SqsClient sqs, String queue, Message message) {
    sqs.deleteMessage(
        delete -> delete.queueUrl(url(sqs, queue)).receiptHandle(message.receiptHandle()));
  }

  private static String url(SqsClient sqs, String queue) {
    return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
  }
}
