package com.cargobond.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.events.frame.EventMessages;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.store.ledger.EventLedger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bench plays the sample day as a function gets it. */
class SampleMessagesTest {

  private static final Instant NOW = Instant.parse("2026-11-03T00:00:00Z");

  @Test
  void a_batch_is_of_one_message_group_and_no_event_is_left_out() {
    List<List<String>> batches = SampleMessages.batches(10);

    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(SampleMessages.bodies());
    assertThat(batches)
        .allSatisfy(
            batch ->
                assertThat(batch.stream().map(SampleMessagesTest::lane).distinct()).hasSize(1));
  }

  @Test
  void every_batch_is_applied_on_guarantees_in_force() {
    EventLedger ledger = new EventLedger(SampleLedger.inMemory());
    for (List<String> batch : SampleMessages.batches(10)) {
      EventLedger.Progress progress =
          ledger.apply(batch.stream().map(SampleMessagesTest::decoded).toList());
      assertThat(progress.failure()).isEmpty();
      assertThat(progress.outcomes()).hasSameSizeAs(batch);
    }
  }

  private static int lane(String body) {
    return decoded(body).event().shipment().lane(SampleGuarantee.GENERAL.slices());
  }

  private static ReceivedEvent decoded(String body) {
    return EventMessages.decode(body, NOW);
  }
}
