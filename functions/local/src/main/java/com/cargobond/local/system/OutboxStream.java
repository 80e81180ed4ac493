package com.cargobond.local.system;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.cargobond.events.frame.OutboxBatch;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.lambda.FailureDestination;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.OutboxFeed;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The outbox table's stream, in the form that the function reads. */
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

  static OutboxBatch batch(DynamodbEvent event) {
    return new OutboxBatch(event.getRecords().stream().map(OutboxStream::item).toList());
  }

  /** Where what cannot be published is reported. */
  static FailureDestination failures(SqsClient sqs) {
    return new FailureDestination(
        sqs, Queues.url(sqs, OutboxFeed.failuresName(EmbeddedParts.PREFIX)));
  }

  private static OutboxBatch.Item item(DynamodbStreamRecord record) {
    return new OutboxBatch.Item(
        record.getEventName(),
        new OutboxBatch.Change(
            record.getDynamodb().getSequenceNumber(), image(record.getDynamodb().getNewImage())));
  }

  private static Map<String, Map<String, Object>> image(Map<String, AttributeValue> item) {
    Map<String, Map<String, Object>> image = new HashMap<>();
    if (item != null) {
      item.forEach(
          (name, value) ->
              image.put(
                  name,
                  value.getS() == null ? Map.of("N", value.getN()) : Map.of("S", value.getS())));
    }
    return image;
  }
}
