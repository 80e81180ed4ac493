package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leaves the outbox leaves in its order, and what could not is known. */
class OutboxQueueTest {

  private final RecordingSqs sqs = new RecordingSqs();
  private final OutboxQueue queue = new OutboxQueue(sqs, "q.fifo");

  @Test
  void sends_as_many_messages_in_one_request_as_sqs_takes() {
    assertThat(queue.send(messages(25))).isEmpty();

    assertThat(sqs.batches).extracting(batch -> batch.entries().size()).containsExactly(10, 10, 5);
    assertThat(sqs.taken()).hasSize(25).first().isEqualTo("q.fifo group-0 id-0");
  }

  @Test
  void never_sends_two_messages_of_a_group_together() {
    queue.send(List.of(message(1, "A"), message(2, "B"), message(3, "A"), message(4, "C")));

    assertThat(sqs.batches).extracting(batch -> batch.entries().size()).containsExactly(2, 2);
  }

  @Test
  void stops_at_the_first_message_that_is_refused() {
    sqs.refusedIds.add("id-3");
    sqs.refusedIds.add("id-7");

    assertThat(queue.send(messages(25))).contains(message(3, "group-3"));
    assertThat(sqs.batches).hasSize(1);
  }

  @Test
  void answers_with_the_first_of_a_batch_that_nobody_took() {
    sqs.unreachable = true;

    assertThat(queue.send(messages(3))).contains(message(0, "group-0"));
  }

  private static List<OutboxMessage> messages(int count) {
    return IntStream.range(0, count).mapToObj(i -> message(i, "group-" + i)).toList();
  }

  private static OutboxMessage message(int number, String group) {
    return new OutboxMessage(Integer.toString(number), "id-" + number, group, "{}");
  }
}
