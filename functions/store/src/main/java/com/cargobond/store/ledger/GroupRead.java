package com.cargobond.store.ledger;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.CapabilityList;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.View;
import com.cargobond.domain.ledger.Wanted;
import com.cargobond.store.ledger.LedgerChange.AliasChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the events of a group touch, as it was read: what they name, and all that follows. */
record GroupRead(Found found, View view) {

  /** Bounds the rounds of reading what follows from what was read; the group then fails. */
  private static final int ROUNDS_MAX = 8;

  /** Reads it. */
  static GroupRead of(Ledger ledger, List<ReceivedEvent> events) {
    CapabilityList capabilities = ledger.stored().capabilities();
    Wanted missing = wanted(capabilities, events, (rules, event) -> rules.named(event));
    GroupRead read = new GroupRead(Found.NOTHING, View.EMPTY).with(ledger, missing);
    for (int i = 0; i < ROUNDS_MAX; i++) {
      View known = read.view();
      missing =
          wanted(capabilities, events, (rules, event) -> rules.needed(known, event))
              .missingIn(known);
      if (missing.isEmpty()) {
        return read;
      }
      read = read.with(ledger, missing);
    }
    throw new IllegalStateException("what events of one group rest on cannot be read together");
  }

  private static Wanted wanted(
      CapabilityList capabilities,
      List<ReceivedEvent> events,
      BiFunction<Rulebook, ShipmentEvent, Wanted> by) {
    List<Wanted> wanted = new ArrayList<>();
    for (ReceivedEvent received : events) {
      for (Rulebook rules : capabilities.hearing(received.event())) {
        wanted.add(by.apply(rules, received.event()));
      }
    }
    return Wanted.all(wanted);
  }

  private GroupRead with(Ledger ledger, Wanted wanted) {
    Found more = ledger.find(wanted.subjects(), wanted.aliases());
    return new GroupRead(
        found.and(more),
        view.reading(
            more.subjects().values().stream().map(Stored::value).toList(), more.targets()));
  }

  /** What is the same as long as nobody writes any of it. */
  List<Map<?, ?>> revisions() {
    Map<Ref, Map<ItemKey, Version>> versions = new HashMap<>();
    found.subjects().forEach((ref, read) -> versions.put(ref, read.versions()));
    return List.of(versions, found.targets());
  }

  /** The aliases that lead elsewhere, or anywhere, now. */
  List<AliasChange> changedAliases(View after) {
    return found.targets().entrySet().stream()
        .flatMap(entry -> changed(entry.getKey(), entry.getValue(), after))
        .toList();
  }

  private static Stream<AliasChange> changed(Alias alias, Optional<String> before, View after) {
    return after
        .target(alias)
        .filter(now -> !before.equals(Optional.of(now)))
        .map(now -> new AliasChange(alias, before, now))
        .stream();
  }
}
