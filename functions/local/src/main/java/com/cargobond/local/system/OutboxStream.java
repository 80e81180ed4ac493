package com.cargobond.local.system;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.cargobond.events.OutboxBatch;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.dynamo.LedgerTable;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The outbox table's stream, in the form in which Lambda hands it to a function. */
final class OutboxStream {

  private OutboxStream() {}

  static String arn(URI dynamoDb) {
    try (DynamoDbClient client = LocalClients.dynamoDb(dynamoDb)) {
      return client
          .describeTable(
              request -> request.tableName(LedgerTable.OUTBOX.name(EmbeddedParts.PREFIX)))
          .table()
          .latestStreamArn();
    }
  }

  static OutboxBatch batch(List<Record> records) {
    return new OutboxBatch(records.stream().map(OutboxStream::item).toList());
  }

  static Optional<String> firstFailure(StreamsEventResponse response) {
    return response.getBatchItemFailures().stream()
        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
        .findFirst();
  }

  /** What cannot be published is kept beside the notices' other dead letters. */
  static Consumer<Record> failuresTo(SqsClient sqs) {
    String url = Queues.url(sqs, MessageQueue.NOTICES.deadLetterName(EmbeddedParts.PREFIX));
    return record ->
        sqs.sendMessage(
            request ->
                request
                    .queueUrl(url)
                    .messageGroupId("outbox")
                    .messageDeduplicationId(record.eventID())
                    .messageBody(record.dynamodb().newImage().get("pk").s()));
  }

  private static OutboxBatch.Item item(Record record) {
    return new OutboxBatch.Item(
        record.eventNameAsString(),
        new OutboxBatch.Change(
            record.dynamodb().sequenceNumber(), image(record.dynamodb().newImage())));
  }

  private static Map<String, Map<String, Object>> image(Map<String, AttributeValue> item) {
    Map<String, Map<String, Object>> image = new HashMap<>();
    item.forEach(
        (name, value) ->
            image.put(name, value.s() == null ? Map.of("N", value.n()) : Map.of("S", value.s())));
    return image;
  }
}
