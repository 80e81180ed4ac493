package com.cargobond.store.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of functions and the list of queues fit together. */
class EventFunctionTest {

  @ParameterizedTest
  @EnumSource
  void runs_by_something_and_is_found_by_its_name(EventFunction function) {
    assertThat(function.triggers()).isNotEmpty();
    assertThat(EventFunction.named(function.functionName())).contains(function);
  }

  @Test
  void no_queue_feeds_two_functions_and_the_notices_feed_none() {
    List<MessageQueue> read =
        Arrays.stream(EventFunction.values())
            .flatMap(function -> function.triggers().stream())
            .filter(Trigger.Messages.class::isInstance)
            .map(trigger -> ((Trigger.Messages) trigger).queue())
            .toList();

    assertThat(Stream.concat(read.stream(), Stream.of(MessageQueue.NOTICES)))
        .containsExactlyInAnyOrder(MessageQueue.values());
  }

  @Test
  void every_queue_is_filled_by_the_outbox_since_a_person_may_send_again_what_was_in_it() {
    assertThat(EventFunction.PUBLISH.permissions().sendsTo())
        .containsExactlyInAnyOrder(MessageQueue.values());
  }

  @Test
  void an_order_of_an_earlier_version_is_paid_by_whoever_pays() {
    assertThat(EventFunction.fedBy(MessageQueue.REFUND_ORDERS))
        .isEqualTo(EventFunction.fedBy(MessageQueue.PAYMENT_ORDERS))
        .contains(EventFunction.PAY);
  }
}
