package com.cargobond.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.memory.InMemoryLedger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which refund orders are delivered again. */
class PayRefundsTest {

  private static final String FIRST = "RF-000000000000000000000001";
  private static final String SECOND = "RF-000000000000000000000002";

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final List<String> seen = new ArrayList<>();

  @Test
  void an_order_is_done_when_its_step_was_taken() {
    assertThat(deliver(refund -> {}, order(FIRST), order(SECOND))).isEmpty();
    assertThat(seen).containsExactly(FIRST, SECOND);
  }

  @Test
  void an_order_that_the_bank_does_not_answer_is_done_since_the_sweep_asks_again() {
    assertThat(
            deliver(
                refund -> {
                  throw new NoAnswer("the bank did not answer", null);
                },
                order(FIRST)))
        .isEmpty();
  }

  @Test
  void an_order_that_fails_is_delivered_again_and_the_others_are_done() {
    assertThat(
            deliver(
                refund -> {
                  if (refund.value().equals(FIRST)) {
                    throw new IllegalStateException("the ledger is not there");
                  }
                },
                order(FIRST),
                order(SECOND)))
        .containsExactly("message-0");
    assertThat(seen).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"reference\": \"nonsense\"}"})
  void an_order_that_names_no_refund_is_set_aside_at_once(String body) {
    assertThat(deliver(refund -> {}, body, order(SECOND))).isEmpty();
    assertThat(seen).containsExactly(SECOND);
    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::subject, OpenException::code, OpenException::reference)
        .containsExactly(tuple("payment-orders/G", "UNREADABLE", "message-0"));
  }

  private List<String> deliver(Consumer<RefundId> nextStep, String... bodies) {
    Consumer<RefundId> seeing = refund -> seen.add(refund.value());
    SQSEvent batch = new SQSEvent();
    batch.setRecords(
        IntStream.range(0, bodies.length).mapToObj(i -> message(i, bodies[i])).toList());
    UnreadableMessages unreadable =
        new UnreadableMessages(new ExceptionLedger(ledger), InstantSource.system());
    return new PayRefunds(seeing.andThen(nextStep), unreadable, new ObjectMapper())
        .payRefunds(batch).getBatchItemFailures().stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private static String order(String refund) {
    return "{\"type\": \"REFUND_DUE\", \"reference\": \"" + refund + "\"}";
  }

  private static SQSMessage message(int number, String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("message-" + number);
    message.setBody(body);
    message.setAttributes(Map.of("MessageGroupId", "G"));
    return message;
  }
}
