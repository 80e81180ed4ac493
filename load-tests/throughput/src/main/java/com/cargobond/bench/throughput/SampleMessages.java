package com.cargobond.bench.throughput;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleEvent;
import com.cargobond.local.shipment.ShipmentDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The events of the sample day as the queue hands them over. */
final class SampleMessages {

  private SampleMessages() {}

  /** The bodies of all, in the order in which they are posted. */
  static List<String> bodies() {
    return events().map(SampleEvent::json).toList();
  }

  /**
   * The bodies in batches, each of one message group, in about the order in which they are posted.
   *
   * @param size the most messages of a batch
   */
  static List<List<String>> batches(int size) {
    List<List<String>> batches = new ArrayList<>();
    Map<Integer, List<String>> open = new LinkedHashMap<>();
    int lanes = SampleGuarantee.GENERAL.slices();
    events()
        .forEach(
            event -> {
              int lane = shipment(event).lane(lanes);
              List<String> batch = open.computeIfAbsent(lane, any -> new ArrayList<>());
              batch.add(event.json());
              if (batch.size() == size) {
                batches.add(open.remove(lane));
              }
            });
    batches.addAll(open.values());
    return batches;
  }

  private static Stream<SampleEvent> events() {
    ShipmentDay day = ShipmentDay.of(SampleDay.SEED);
    return Stream.concat(day.day().stream(), day.evening().stream());
  }

  private static ShipmentId shipment(SampleEvent event) {
    return ShipmentId.parse(SampleDay.USCC + "/" + event.houseWaybill());
  }
}
