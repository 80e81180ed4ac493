package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.awaitKnown;
import static com.cargobond.local.it.Requests.position;
import static com.cargobond.local.it.Requests.postBatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A system that is killed in the middle of its work ends where an undisturbed one does. */
@Isolated
class CrashIT {

  private static final Duration DONE_WITHIN = Duration.ofSeconds(60);
  private static final int SHIPMENTS = 99;
  private static final int BATCH_SIZE = 33;
  private static final BigDecimal LIMIT = new BigDecimal("100000.00");

  @Test
  void after_a_crash_the_same_events_again_end_in_the_same_position(@TempDir Path data) {
    IssuedGuarantee guarantee;
    List<Event> events;
    try (RunningSystem system = start(data)) {
      guarantee = aGuarantee().withLimit(LIMIT.toPlainString()).withSlices(4).active();
      List<Consignment> parcels =
          IntStream.range(0, SHIPMENTS).mapToObj(i -> Consignment.on(guarantee)).toList();
      events = day(parcels);
      CompletableFuture<Void> posting =
          CompletableFuture.runAsync(() -> batches(events).forEach(Requests::postBatch));
      await().atMost(DONE_WITHIN).until(() -> isUnderWay(guarantee));
      system.kill();
      // Some of it was accepted, of that some was applied; the rest found no system.
      posting.handle((done, broken) -> done).join();
    }

    try (RunningSystem system = start(data)) {
      for (List<Event> batch : batches(events)) {
        postBatch(batch).then().statusCode(202);
      }
      awaitKnown(events.toArray(Event[]::new));
      await().atMost(DONE_WITHIN).until(() -> AcceptedEventQueue.of(system).isEmpty());

      BigDecimal expected = expectedReserved();
      assertThat(position(guarantee))
          .containsEntry("reserved", expected.toPlainString())
          .containsEntry("available", LIMIT.subtract(expected).toPlainString())
          .containsEntry("overCommitted", false);
      assertThat(sumOfOpenHolds(guarantee)).isEqualByComparingTo(expected);
    }
  }

  private static RunningSystem start(Path data) {
    RunningSystem system = RunningSystem.startOn(data);
    RestAssured.baseURI = system.baseUrl().toString();
    return system;
  }

  /** Of every three shipments one is declared, one assessed too, and one paid too. */
  private static List<Event> day(List<Consignment> parcels) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      events.add(parcels.get(i).declared(declared(i).toPlainString()));
    }
    for (int i = 0; i < parcels.size(); i++) {
      if (i % 3 > 0) {
        events.add(parcels.get(i).assessed(assessed(i).toPlainString()));
      }
    }
    for (int i = 0; i < parcels.size(); i++) {
      if (i % 3 > 1) {
        events.add(parcels.get(i).paid(assessed(i).toPlainString(), "R1"));
      }
    }
    return events;
  }

  private static BigDecimal expectedReserved() {
    return IntStream.range(0, SHIPMENTS)
        .mapToObj(
            i ->
                switch (i % 3) {
                  case 0 -> declared(i);
                  case 1 -> assessed(i);
                  default -> BigDecimal.ZERO;
                })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal declared(int shipment) {
    return BigDecimal.valueOf(10_000 + 7L * shipment, 2);
  }

  private static BigDecimal assessed(int shipment) {
    return BigDecimal.valueOf(12_000 + 11L * shipment, 2);
  }

  private static List<List<Event>> batches(List<Event> events) {
    return IntStream.range(0, (events.size() + BATCH_SIZE - 1) / BATCH_SIZE)
        .mapToObj(
            i -> events.subList(i * BATCH_SIZE, Math.min(events.size(), (i + 1) * BATCH_SIZE)))
        .toList();
  }

  private static boolean isUnderWay(IssuedGuarantee guarantee) {
    return new BigDecimal(position(guarantee).get("reserved").toString()).signum() > 0;
  }

  private static BigDecimal sumOfOpenHolds(IssuedGuarantee guarantee) {
    BigDecimal sum = BigDecimal.ZERO;
    String after = null;
    do {
      var request = as(Bearer.bank()).queryParam("limit", 100);
      JsonPath page =
          (after == null ? request : request.queryParam("after", after))
              .get(guarantee.path() + "/shipments")
              .jsonPath();
      for (String amount : page.<String>getList("shipments.held.amount")) {
        sum = sum.add(new BigDecimal(amount));
      }
      after = page.getString("after");
    } while (after != null);
    return sum;
  }
}
