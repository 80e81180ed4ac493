package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.event.Signature;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.domain.ledger.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of one group by what each of them moved: a trail tells of its own events and of none
 * that merely came with them.
 */
final class GroupCauses {

  private final StoredCapabilityList stored;
  private final Map<String, List<ReceivedEvent>> eventsByTrail = new LinkedHashMap<>();

  GroupCauses(StoredCapabilityList stored) {
    this.stored = stored;
  }

  /** An event was applied. */
  void add(ReceivedEvent received, View before, View after) {
    for (Subject subject : after.all()) {
      Codec<?> codec = stored.codec(subject.ref().kind());
      Subject then = before.find(subject.ref()).orElse(null);
      if (then != subject && codec.hasTrail() && !subject.equals(then)) {
        trails(codec, then, subject)
            .forEach(
                trail ->
                    eventsByTrail.computeIfAbsent(trail, own -> new ArrayList<>()).add(received));
      }
    }
  }

  private static <S extends Subject> Set<String> trails(
      Codec<S> codec, Subject before, Subject after) {
    Class<S> type = codec.kind().type();
    return codec.trailsOf(type.cast(before), type.cast(after));
  }

  /** The cause of the change of each trail's subject. */
  Map<String, Cause> byTrail() {
    return eventsByTrail.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> cause(entry.getValue())));
  }

  private static Cause cause(List<ReceivedEvent> received) {
    Instant at = received.getFirst().receivedAt();
    List<ShipmentEvent> events = received.stream().map(ReceivedEvent::event).toList();
    return new Cause(
        joined(events, GroupCauses::actors),
        joined(events, event -> Stream.of(decision(event))),
        events.stream().map(event -> event.source() + " " + event.id()).toList(),
        at);
  }

  private static String joined(
      List<ShipmentEvent> events, Function<ShipmentEvent, Stream<String>> words) {
    return events.stream().flatMap(words).distinct().collect(Collectors.joining(","));
  }

  /** Of a decision that was signed, its officers. */
  private static Stream<String> actors(ShipmentEvent event) {
    return event
        .fact()
        .signature()
        .map(signature -> signature.officers().stream().map(name -> event.speaker() + "/" + name))
        .orElseGet(() -> Stream.of(event.speaker()));
  }

  private static String decision(ShipmentEvent event) {
    return event.type().wireName()
        + event.fact().signature().map(Signature::number).map(no -> " " + no).orElse("");
  }
}
