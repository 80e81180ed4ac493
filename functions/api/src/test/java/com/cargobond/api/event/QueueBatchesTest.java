package com.cargobond.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.api.fixture.TestQueue;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request to the queue holds ten messages and a mebibyte, and no message is left out. */
class QueueBatchesTest {

  private final TestQueue queue = new TestQueue();
  private final QueueBatches batches = new QueueBatches(queue, "q.fifo");

  @Test
  void ten_messages_go_at_once() {
    assertThat(batches.send(messages(25, 10))).isEqualTo(Collections.nCopies(25, true));
    assertThat(queue.requests()).isEqualTo(3);
    assertThat(queue.sent()).hasSize(25);
  }

  @Test
  void large_ones_go_as_far_as_they_fit_together() {
    assertThat(batches.send(messages(5, QueueBatches.BYTES_MAX / 2)))
        .isEqualTo(Collections.nCopies(5, true));
    assertThat(queue.requests()).isEqualTo(3);
  }

  @Test
  void one_that_is_too_large_by_itself_is_the_queues_to_refuse_and_holds_up_no_other() {
    queue.refuse(body -> body.length() > QueueBatches.BYTES_MAX);
    List<QueuedMessage> messages =
        List.of(message(1, 10), message(2, QueueBatches.BYTES_MAX + 1), message(3, 10));

    assertThat(batches.send(messages)).containsExactly(true, false, true);
  }

  @Test
  void nothing_needs_no_request() {
    assertThat(batches.send(List.of())).isEmpty();
    assertThat(queue.requests()).isZero();
  }

  private static List<QueuedMessage> messages(int count, int bytes) {
    return IntStream.range(0, count).mapToObj(i -> message(i, bytes)).toList();
  }

  private static QueuedMessage message(int number, int bytes) {
    return new QueuedMessage("E-" + number, "G", "D-" + number, "x".repeat(bytes));
  }
}
