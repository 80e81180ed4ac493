package com.cargobond.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue to which a record goes that a function could not take, in the form of Lambda's
 * on-failure destination: where the record is in its stream, not the record itself.
 */
public final class FailureDestination {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIFO_SUFFIX = ".fifo";

  private final SqsClient sqs;
  private final String queueUrl;

  /** A queue of either kind. */
  public FailureDestination(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  /** Sends the report; an exception means that it was not accepted. */
  void report(String streamArn, String shardId, Record failed, int invocations) {
    String sequenceNumber = ShardReader.sequenceNumber(failed);
    String body = body(streamArn, shardId, failed, invocations).toString();
    sqs.sendMessage(
        send -> {
          send.queueUrl(queueUrl).messageBody(body);
          if (queueUrl.endsWith(FIFO_SUFFIX)) {
            send.messageGroupId(shardId).messageDeduplicationId(sequenceNumber);
          }
        });
  }

  private static ObjectNode body(String streamArn, String shardId, Record failed, int invocations) {
    String sequenceNumber = ShardReader.sequenceNumber(failed);
    String arrival = failed.dynamodb().approximateCreationDateTime().toString();
    ObjectNode body = JSON.createObjectNode();
    body.putObject("requestContext")
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", invocations);
    body.put("version", "1.0").put("timestamp", Instant.now().toString());
    body.putObject("DDBStreamBatchInfo")
        .put("shardId", shardId)
        .put("startSequenceNumber", sequenceNumber)
        .put("endSequenceNumber", sequenceNumber)
        .put("approximateArrivalOfFirstRecord", arrival)
        .put("approximateArrivalOfLastRecord", arrival)
        .put("batchSize", 1)
        .put("streamArn", streamArn);
    return body;
  }
}
