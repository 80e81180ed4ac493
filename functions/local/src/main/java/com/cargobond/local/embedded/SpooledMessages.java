package com.cargobond.local.embedded;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Messages that an earlier process left, on their way back into their queues.
 *
 * <p>ElasticMQ would restore them itself, but as messages of a queue without groups: two of one
 * group could then be in hand at once, out of order. So they wait in a table of our own and are
 * sent again, in their order. One that a crash leaves both sent and waiting is sent twice.
 *
 * <p>Messages in a dead-letter queue stay with ElasticMQ, which knows where they came from.
 */
final class SpooledMessages {

  private static final int ENTRIES_PER_BATCH_MAX = 10;
  private static final int BYTES_PER_BATCH_MAX = 200_000;

  /** H2's code for a database that another process has open. */
  private static final int ALREADY_OPEN = 90_020;

  private static final String WAITING = "dead_letter_source_queue_name is null";

  private final QueueDatabase database;

  SpooledMessages(QueueDatabase database) {
    this.database = database;
  }

  /**
   * Takes all messages out of ElasticMQ's tables, before it starts.
   *
   * @return the queues that it keeps, and opens again some time after it has started
   */
  List<String> fill() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table if not exists spool (
            position bigint primary key, queue_name varchar, content blob, attributes blob,
            group_id varchar, deduplication_id varchar)""");
      List<String> queues = queues(connection);
      connection.setAutoCommit(false);
      for (String queue : queues) {
        fill(statement, queue);
      }
      connection.commit();
      return queues;
    } catch (SQLException e) {
      throw new IllegalStateException(
          e.getErrorCode() == ALREADY_OPEN
              ? "another system uses the kept data"
              : "cannot read the kept messages: " + e.getMessage(),
          e);
    }
  }

  /** Sends them to the queues again. */
  void sendTo(URI endpoint) {
    try (SqsClient sqs = LocalClients.sqs(endpoint);
        Connection connection = database.connect()) {
      for (List<Waiting> batch = next(connection); !batch.isEmpty(); batch = next(connection)) {
        send(sqs, batch);
        forgetUpTo(connection, batch.getLast().position());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot send the kept messages: " + e.getMessage(), e);
    }
  }

  private static List<String> queues(Connection connection) throws SQLException {
    List<String> queues = new ArrayList<>();
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "QUEUE", null)) {
      if (!tables.next()) {
        return queues;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select name from queue")) {
      while (rows.next()) {
        queues.add(rows.getString(1));
      }
    }
    return queues;
  }

  /**
   * What still waits was behind what is in the queue already: a crash came between the two, and the
   * queue takes nothing new before all is sent. So the queue's go before.
   */
  private static void fill(Statement statement, String queue) throws SQLException {
    String table = tableOf(queue);
    statement.executeUpdate(
        """
        insert into spool
          (position, queue_name, content, attributes, group_id, deduplication_id)
        select %d - row_number()
            over (order by created desc, length(sequence_number) desc, sequence_number desc),
          '%s', content, attributes, group_id, deduplication_id from %s where %s"""
            .formatted(firstPosition(statement), queue, table, WAITING));
    statement.executeUpdate("delete from %s where %s".formatted(table, WAITING));
  }

  private static long firstPosition(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select coalesce(min(position), 0) from spool")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** As ElasticMQ names it. A queue's name has letters, digits, hyphens, dots and underscores. */
  static String tableOf(String queue) {
    String escaped = queue.replace('.', '_').replace('-', '_');
    return "message_%s_%s"
        .formatted(escaped, Integer.toHexString(queue.hashCode()))
        .toUpperCase(Locale.ROOT);
  }

  /** The next messages of one queue that fit into one request. */
  private static List<Waiting> next(Connection connection) throws SQLException {
    List<Waiting> batch = new ArrayList<>();
    int bytes = 0;
    try (PreparedStatement statement =
        connection.prepareStatement("select * from spool order by position limit ?")) {
      statement.setInt(1, ENTRIES_PER_BATCH_MAX);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Waiting message = waiting(rows);
          bytes += message.bytes();
          boolean fits =
              batch.isEmpty()
                  || (bytes <= BYTES_PER_BATCH_MAX
                      && message.queue().equals(batch.getFirst().queue()));
          if (!fits) {
            break;
          }
          batch.add(message);
        }
      }
    }
    return batch;
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong("position"),
        row.getString("queue_name"),
        new String(row.getBytes("content"), StandardCharsets.UTF_8),
        new String(row.getBytes("attributes"), StandardCharsets.UTF_8),
        row.getString("group_id"),
        row.getString("deduplication_id"));
  }

  private static void send(SqsClient sqs, List<Waiting> batch) {
    String queue = batch.getFirst().queue();
    String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    List<BatchResultErrorEntry> refused =
        sqs.sendMessageBatch(
                request ->
                    request.queueUrl(url).entries(batch.stream().map(Waiting::entry).toList()))
            .failed();
    if (!refused.isEmpty()) {
      throw new IllegalStateException(queue + " does not take its kept messages: " + refused);
    }
  }

  private static void forgetUpTo(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from spool where position <= ?")) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
  }

  private record Waiting(
      long position,
      String queue,
      String content,
      String attributes,
      String group,
      String deduplicationId) {

    int bytes() {
      return content.getBytes(StandardCharsets.UTF_8).length + attributes.length();
    }

    SendMessageBatchRequestEntry entry() {
      return SendMessageBatchRequestEntry.builder()
          .id(Long.toString(position))
          .messageBody(content)
          .messageAttributes(StoredAttributes.read(attributes))
          .messageGroupId(group)
          .messageDeduplicationId(deduplicationId)
          .build();
    }
  }
}
