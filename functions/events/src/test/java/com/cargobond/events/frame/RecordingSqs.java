package com.cargobond.events.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Takes messages, and refuses those that it is told to; the queue's name is its address. */
final class RecordingSqs implements SqsClient {

  final List<SendMessageBatchRequest> batches = new ArrayList<>();
  final Set<String> refusedIds = new HashSet<>();
  boolean unreachable;

  /** What was taken, as {@code queue group deduplicationId}. */
  List<String> taken() {
    return batches.stream()
        .flatMap(
            batch ->
                batch.entries().stream()
                    .filter(entry -> !refusedIds.contains(entry.messageDeduplicationId()))
                    .map(
                        entry ->
                            batch.queueUrl()
                                + " "
                                + entry.messageGroupId()
                                + " "
                                + entry.messageDeduplicationId()))
        .toList();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return GetQueueUrlResponse.builder().queueUrl(request.queueName()).build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    if (unreachable) {
      throw SdkClientException.create("unreachable");
    }
    batches.add(request);
    return SendMessageBatchResponse.builder()
        .failed(
            request.entries().stream()
                .filter(entry -> refusedIds.contains(entry.messageDeduplicationId()))
                .map(RecordingSqs::refused)
                .toList())
        .build();
  }

  private static BatchResultErrorEntry refused(SendMessageBatchRequestEntry entry) {
    return BatchResultErrorEntry.builder().id(entry.id()).code("InternalError").build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
