package com.cargobond.local.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The embedded queues: there at once, and with a directory nothing that was accepted is lost. */
class EmbeddedQueuesTest {

  private static final int ACCEPTED_BEFORE_THE_KILL = 100;

  @TempDir Path directory;

  @Test
  void a_new_system_in_memory_has_no_queues() {
    try (EmbeddedQueues server = EmbeddedQueues.inMemory();
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }
  }

  @Test
  void messages_come_back_in_order_and_with_their_attributes_after_a_restart() {
    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = FifoQueues.fifo(sqs, "cargo-events.fifo");
      sqs.sendMessage(
          send ->
              send.queueUrl(url)
                  .messageGroupId("G1#0")
                  .messageDeduplicationId("first")
                  .messageBody("Grüße, 你好 'quoted'")
                  .messageAttributes(
                      Map.of(
                          "trace",
                          MessageAttributeValue.builder()
                              .dataType("String")
                              .stringValue("abc")
                              .build())));
      IntStream.range(1, 25).forEach(i -> FifoQueues.send(sqs, url, "G1#0", "m" + i));
    }

    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = sqs.getQueueUrl(get -> get.queueName("cargo-events.fifo")).queueUrl();
      List<Message> messages = drain(sqs, url);
      assertThat(messages.getFirst().body()).isEqualTo("Grüße, 你好 'quoted'");
      assertThat(messages.getFirst().messageAttributes().get("trace").stringValue())
          .isEqualTo("abc");
      assertThat(messages.getFirst().attributes())
          .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "G1#0");
      assertThat(messages.stream().skip(1).map(Message::body))
          .containsExactlyElementsOf(IntStream.range(1, 25).mapToObj(i -> "m" + i).toList());
    }
  }

  @Test
  void a_group_stays_closed_while_a_message_from_before_the_restart_is_in_hand() {
    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = FifoQueues.fifo(sqs, "cargo-events.fifo");
      IntStream.range(0, 12).forEach(i -> FifoQueues.send(sqs, url, "G1#0", "m" + i));
    }

    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = sqs.getQueueUrl(get -> get.queueName("cargo-events.fifo")).queueUrl();
      sqs.setQueueAttributes(
          set -> set.queueUrl(url).attributesWithStrings(Map.of("VisibilityTimeout", "600")));
      assertThat(FifoQueues.bodies(sqs, url)).hasSize(10);
      assertThat(FifoQueues.bodies(sqs, url)).isEmpty();
    }
  }

  @Test
  void messages_keep_their_order_when_a_crash_interrupts_their_return() throws Exception {
    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = FifoQueues.fifo(sqs, QueueSender.QUEUE);
      IntStream.range(0, 15).forEach(i -> FifoQueues.send(sqs, url, "G1#0", "m" + i));
    }
    leaveWaitingAllBut(5);

    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = sqs.getQueueUrl(get -> get.queueName(QueueSender.QUEUE)).queueUrl();
      assertThat(drain(sqs, url).stream().map(Message::body))
          .containsExactlyElementsOf(IntStream.range(0, 15).mapToObj(i -> "m" + i).toList());
    }
  }

  /** As a crash leaves it: the first are in the queue again, the others wait to be sent. */
  private void leaveWaitingAllBut(int sentAgain) throws SQLException {
    String table = SpooledMessages.tableOf(QueueSender.QUEUE);
    String order = "order by created, length(sequence_number), sequence_number";
    try (Connection connection = new QueueDatabase(directory).connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          insert into spool
            (position, queue_name, content, attributes, group_id, deduplication_id)
          select row_number() over (%s), '%s', content, attributes, group_id, deduplication_id
          from %s %s offset %d rows"""
              .formatted(order, QueueSender.QUEUE, table, order, sentAgain));
      statement.executeUpdate(
          "delete from %s where deduplication_id in (select deduplication_id from spool)"
              .formatted(table));
    }
  }

  @Test
  void a_message_in_the_dead_letter_queue_is_still_there_after_a_restart() {
    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String dead = FifoQueues.fifo(sqs, "cargo-events-dead.fifo");
      String url = FifoQueues.fifo(sqs, "cargo-events.fifo", dead, 1);
      FifoQueues.send(sqs, url, "G1#0", "poison");
      Message message = FifoQueues.receive(sqs, url).getFirst();
      sqs.changeMessageVisibility(
          change ->
              change.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
      assertThat(FifoQueues.receive(sqs, url)).isEmpty();
      await().until(() -> FifoQueues.bodies(sqs, dead), bodies -> bodies.contains("poison"));
    }

    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String dead = sqs.getQueueUrl(get -> get.queueName("cargo-events-dead.fifo")).queueUrl();
      await().until(() -> FifoQueues.bodies(sqs, dead), bodies -> bodies.contains("poison"));
    }
  }

  @Test
  void no_accepted_message_is_lost_when_the_process_is_killed() throws Exception {
    List<String> accepted =
        KilledProcess.acceptedBy(QueueSender.class, directory, ACCEPTED_BEFORE_THE_KILL);

    try (EmbeddedQueues server = EmbeddedQueues.in(directory);
        SqsClient sqs = LocalClients.sqs(server.endpoint())) {
      String url = sqs.getQueueUrl(get -> get.queueName(QueueSender.QUEUE)).queueUrl();
      assertThat(drain(sqs, url).stream().map(Message::body)).containsSubsequence(accepted);
    }
  }

  private static List<Message> drain(SqsClient sqs, String url) {
    List<Message> all = new ArrayList<>();
    for (List<Message> some = FifoQueues.receive(sqs, url);
        !some.isEmpty();
        some = FifoQueues.receive(sqs, url)) {
      some.forEach(
          message ->
              sqs.deleteMessage(
                  delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
      all.addAll(some);
    }
    return all;
  }
}
