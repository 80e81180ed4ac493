package com.cargobond.local.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Events that one role posts in one request.
 *
 * @param role who posts them
 * @param events at most {@link #EVENTS_MAX}
 */
public record SampleBatch(String role, List<SampleEvent> events) {

  /** The most events that one request may carry. */
  public static final int EVENTS_MAX = 100;

  public SampleBatch {
    events = List.copyOf(events);
  }

  /** Cuts events into full batches, each of one role, in about the order of the events. */
  public static List<SampleBatch> of(List<SampleEvent> events) {
    List<SampleBatch> batches = new ArrayList<>();
    Map<String, List<SampleEvent>> open = new LinkedHashMap<>();
    for (SampleEvent event : events) {
      List<SampleEvent> batch = open.computeIfAbsent(event.role(), role -> new ArrayList<>());
      batch.add(event);
      if (batch.size() == EVENTS_MAX) {
        batches.add(new SampleBatch(event.role(), open.remove(event.role())));
      }
    }
    open.forEach((role, batch) -> batches.add(new SampleBatch(role, batch)));
    return List.copyOf(batches);
  }

  /** The request's body: a JSON array of the events. */
  public String json() {
    return events.stream().map(SampleEvent::json).collect(Collectors.joining(",", "[", "]"));
  }
}
