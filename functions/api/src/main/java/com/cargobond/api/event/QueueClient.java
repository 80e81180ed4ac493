package com.cargobond.api.event;

import com.cargobond.store.aws.AwsClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * What the messaging connector calls SQS with: a blocking client on worker threads. The SDK's own
 * asynchronous client would bring a second HTTP stack with event loops to each start.
 */
final class QueueClient implements SqsAsyncClient {

  private final SqsClient sqs;
  private final ExecutorService workers;

  private QueueClient(SqsClient sqs, ExecutorService workers) {
    this.sqs = sqs;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<GetQueueUrlResponse> getQueueUrl(GetQueueUrlRequest request) {
    return later(() -> sqs.getQueueUrl(request));
  }

  @Override
  public CompletableFuture<SendMessageResponse> sendMessage(SendMessageRequest request) {
    return later(() -> sqs.sendMessage(request));
  }

  @Override
  public CompletableFuture<SendMessageBatchResponse> sendMessageBatch(
      SendMessageBatchRequest request) {
    return later(() -> sqs.sendMessageBatch(request));
  }

  private <A> CompletableFuture<A> later(Supplier<A> call) {
    return CompletableFuture.supplyAsync(call, workers);
  }

  @Override
  public String serviceName() {
    return sqs.serviceName();
  }

  @Override
  public void close() {
    sqs.close();
  }

  /** Gives it to the connector. */
  @Singleton
  static final class Producer {

    @Produces
    @ApplicationScoped
    SqsAsyncClient queueClient(ExecutorService workers) {
      return new QueueClient(AwsClients.configure(SqsClient.builder()).build(), workers);
    }
  }
}
