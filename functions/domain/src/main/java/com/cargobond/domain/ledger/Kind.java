package com.cargobond.domain.ledger;

import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of subject.
 *
 * @param name in capitals; part of what is kept
 * @param unknown the subject of an id of which nothing is known; empty for a kind whose subjects
 *     come about by a command, and before that are not there
 */
public record Kind<S extends Subject>(
    String name, Class<S> type, Function<String, Optional<S>> unknown) {

  /** A kind of which every subject can be learned of by an event. */
  public static <S extends Subject> Kind<S> learned(
      String name, Class<S> type, Function<String, S> unknown) {
    return new Kind<>(name, type, id -> Optional.of(unknown.apply(id)));
  }

  /** A kind of which every subject is made by a command. */
  public static <S extends Subject> Kind<S> made(String name, Class<S> type) {
    return new Kind<>(name, type, id -> Optional.empty());
  }

  /** Names one of this kind. */
  public Ref ref(String id) {
    return new Ref(name, id);
  }
}
