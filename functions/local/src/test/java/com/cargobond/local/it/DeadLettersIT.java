package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.store.MessageQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that breaks the function. */
@ExtendWith(SharedSystem.class)
class DeadLettersIT {

  private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(90);

  @Test
  void a_message_that_cannot_be_read_is_retried_and_set_aside_and_its_group_goes_on(
      RunningSystem system) throws IOException {
    EventQueue queue = EventQueue.of(system);
    Undertaking guarantee = aGuarantee().active();
    Consignment parcel = Consignment.on(guarantee);
    Event declared = parcel.declared("100.00");
    Event assessed = parcel.assessed("120.00");
    Event paid = parcel.paid("50.00", "R1");
    String unreadable = "this is no JSON " + Ids.next();

    queue.put(parcel.operator(), declared.json(), unreadable, assessed.json(), paid.json());

    awaitKnown(declared);
    Map<String, Object> open =
        await()
            .atMost(GIVEN_UP_WITHIN)
            .until(() -> Exceptions.about("cargo-events"), list -> !list.isEmpty())
            .getFirst();
    awaitKnown(assessed, paid);
    assertThat(shipment(parcel).getList("history.effect"))
        .containsExactly("RESERVED", "RESERVED", "RESTORED");
    assertThat(position(guarantee)).containsEntry("reserved", "70.00");
    assertThat(open)
        .containsEntry("kind", "MESSAGE")
        .containsEntry("code", "DEAD_LETTER")
        .containsEntry("resendable", true);
    String id = (String) open.get("id");
    assertThat(Exceptions.get(id).getString("content")).isEqualTo(unreadable);
    assertThat(triesInTheLog(system, (String) open.get("reference")))
        .isEqualTo(MessageQueue.RECEIVES_MAX);

    Exceptions.resend(id).then().statusCode(202);

    isRefused(Exceptions.resend(id), 404);
    await()
        .atMost(GIVEN_UP_WITHIN)
        .untilAsserted(
            () ->
                assertThat(Exceptions.about("cargo-events"))
                    .hasSize(1)
                    .noneMatch(again -> again.get("id").equals(id)));
  }

  private static long triesInTheLog(RunningSystem system, String messageId) throws IOException {
    try (Stream<String> lines = Files.lines(system.log())) {
      return lines
          .filter(line -> line.contains("unreadable message") && line.contains(messageId))
          .count();
    }
  }
}
