package com.cargobond.local.embedded;

import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A process that sends without end and says what was accepted, until it is killed. */
final class QueueSender {

  static final String QUEUE = "cargo-events.fifo";

  private static final int MESSAGES_MAX = 100_000;

  private QueueSender() {}

  public static void main(String[] arguments) {
    EmbeddedQueues server = EmbeddedQueues.in(Path.of(arguments[0]));
    try (SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = FifoQueues.fifo(sqs, QUEUE);
      for (int i = 0; i < MESSAGES_MAX; i++) {
        FifoQueues.send(sqs, url, "G1#0", "m" + i);
        KilledProcess.tellAccepted("m" + i);
      }
    }
  }
}
