package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.identity.DeclarationNo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One shipment as several threads ask it. */
class ShipmentSharedTest {

  private static final int ROUNDS = 20_000;

  @Test
  void each_thread_gets_what_follows_from_its_own_event() throws Exception {
    Shipment shared = TestBooks.with(aGuarantee().active()).shipment();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> askers =
          List.of(asker(shared, "223320261000000123"), asker(shared, "223320261000000132"));
      for (Future<Boolean> answer : threads.invokeAll(askers)) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  private static Callable<Boolean> asker(Shipment shared, String number) {
    ShipmentEvent event = declared("100.00").declaration(number).event();
    DeclarationNo own = new DeclarationNo(number);
    return () ->
        IntStream.range(0, ROUNDS)
            .allMatch(i -> shared.requiredHoldsWith(event).keySet().equals(Set.of(own)));
  }
}
