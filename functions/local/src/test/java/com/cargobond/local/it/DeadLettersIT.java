package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in the queue that no API has let in. */
@ExtendWith(SharedSystem.class)
class DeadLettersIT {

  /** Less than one delivery waits for the next. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);

  @Test
  void a_message_that_cannot_be_read_is_set_aside_at_once_and_holds_up_nobody(
      RunningSystem system) {
    AcceptedEventQueue queue = AcceptedEventQueue.of(system);
    IssuedGuarantee guarantee = aGuarantee().active();
    Consignment parcel = Consignment.on(guarantee);
    Event declared = parcel.declared("100.00");
    Event assessed = parcel.assessed("120.00");
    Event paid = parcel.paid("50.00", "R1");
    String unreadable = "this is no JSON " + Ids.next();
    String invalid = "{\"specversion\": \"1.0\", \"id\": \"" + Ids.next() + "\"}";
    String group = "cargo-events/" + parcel.operator() + "-0";

    queue.put(
        parcel.operator(), declared.json(), unreadable, invalid, assessed.json(), paid.json());

    await().atMost(SEEN_WITHIN).until(() -> !Exceptions.about(group).isEmpty());
    await()
        .atMost(AT_ONCE)
        .untilAsserted(
            () ->
                assertThat(shipment(parcel).getList("history.effect"))
                    .containsExactly("RESERVED", "RESERVED", "RESTORED"));
    assertThat(position(guarantee)).containsEntry("reserved", "70.00");
    assertThat(Exceptions.about(group))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry("kind", "MESSAGE");
              assertThat(one).containsEntry("code", "UNREADABLE");
              assertThat(one).containsEntry("capability", "message");
              assertThat(one).containsEntry("resendable", true);
              assertThat(one).containsEntry("count", 2);
            });
    Map<String, Object> open = Exceptions.about(group).getFirst();
    String id = (String) open.get("id");
    assertThat(Exceptions.get(id).getString("content")).isEqualTo(unreadable);
    assertThat(Exceptions.contents(id)).containsExactlyInAnyOrder(unreadable, invalid);

    Exceptions.resend(id).then().statusCode(202);

    await()
        .atMost(SEEN_WITHIN)
        .untilAsserted(
            () ->
                assertThat(Exceptions.about(group))
                    .singleElement()
                    .satisfies(
                        again -> {
                          assertThat(again).containsEntry("count", 2);
                          assertThat(again.get("since")).isNotEqualTo(open.get("since"));
                        }));
  }
}
