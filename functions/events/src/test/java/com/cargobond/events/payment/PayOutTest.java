package com.cargobond.events.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.events.fixture.LoggedLines;
import com.cargobond.events.frame.UnreadableMessages;
import com.cargobond.store.fixture.StoredFreight;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.payment.PaymentLedger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which orders are delivered again. */
class PayOutTest {

  private static final String FIRST = "RF-000000000000000000000001";
  private static final String SECOND = "RF-000000000000000000000002";
  private static final String OF_ANOTHER_SORT = "FR-1";

  private final InMemoryLedger ledger = new InMemoryLedger(StoredFreight.BESIDE_DEPOSITS);

  @RegisterExtension
  private final LoggedLines<String> lines = LoggedLines.of(PayOut.class, LogRecord::getMessage);

  private final List<String> seen = new ArrayList<>();

  @Test
  void an_order_is_done_when_its_step_was_taken() {
    assertThat(deliver(payment -> {}, order(FIRST), order(SECOND))).isEmpty();
    assertThat(seen).containsExactly(FIRST, SECOND);
  }

  @Test
  void an_order_is_of_whatever_sort_its_id_is() {
    assertThat(deliver(payment -> {}, order(FIRST), order(OF_ANOTHER_SORT))).isEmpty();
    assertThat(seen).containsExactly(FIRST, OF_ANOTHER_SORT);
  }

  @Test
  void what_is_logged_of_an_order_names_the_sort_of_its_payment() {
    deliver(
        payment -> {
          throw payment.value().equals(FIRST)
              ? new NoAnswer("the bank did not answer", null)
              : new IllegalStateException("the ledger is not there");
        },
        order(FIRST),
        order(SECOND),
        order(OF_ANOTHER_SORT));

    assertThat(lines.all())
        .containsExactly(
            "refund " + FIRST + " waits for the sweep: the bank did not answer",
            "could not pay the refund of message message-1",
            "could not pay the freight of message message-2");
  }

  @Test
  void an_order_that_the_bank_does_not_answer_is_done_since_the_sweep_asks_again() {
    assertThat(
            deliver(
                payment -> {
                  throw new NoAnswer("the bank did not answer", null);
                },
                order(FIRST)))
        .isEmpty();
  }

  @Test
  void an_order_that_fails_is_delivered_again_and_the_others_are_done() {
    assertThat(
            deliver(
                payment -> {
                  if (payment.value().equals(FIRST)) {
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
  void an_order_that_names_no_payment_is_set_aside_at_once(String body) {
    assertThat(deliver(payment -> {}, body, order(SECOND))).isEmpty();
    assertThat(seen).containsExactly(SECOND);
    assertThat(ledger.openExceptions(Optional.empty()))
        .extracting(OpenException::subject, OpenException::code, OpenException::reference)
        .containsExactly(tuple("payment-orders/G", "UNREADABLE", "message-0"));
  }

  private List<String> deliver(Consumer<PaymentId> nextStep, String... bodies) {
    Consumer<PaymentId> seeing = payment -> seen.add(payment.value());
    SQSEvent batch = new SQSEvent();
    batch.setRecords(
        IntStream.range(0, bodies.length).mapToObj(i -> message(i, bodies[i])).toList());
    UnreadableMessages unreadable =
        new UnreadableMessages(new ExceptionLedger(ledger), InstantSource.system());
    return new PayOut(
            new PaymentLedger(ledger), seeing.andThen(nextStep), unreadable, new ObjectMapper())
        .payOut(batch).getBatchItemFailures().stream()
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
