package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger knows of what it was asked for.
 *
 * @param subjects all that are there or can be learned of by an event
 * @param targets of every identifier that was asked for; empty where it belongs to nothing
 */
public record Found(Map<Ref, Stored<?>> subjects, Map<Alias, Optional<String>> targets) {

  /** Nothing. */
  static final Found NOTHING = new Found(Map.of(), Map.of());

  /** Keeps the maps: nobody changes them. */
  public Found {
    subjects = Collections.unmodifiableMap(subjects);
    targets = Collections.unmodifiableMap(targets);
  }

  /** With what was found later. */
  Found and(Found later) {
    if (subjects.isEmpty() && targets.isEmpty()) {
      return later;
    }
    Map<Ref, Stored<?>> moreSubjects = new HashMap<>(subjects);
    moreSubjects.putAll(later.subjects);
    Map<Alias, Optional<String>> moreTargets = new HashMap<>(targets);
    moreTargets.putAll(later.targets);
    return new Found(moreSubjects, moreTargets);
  }

  /** The subject of this kind and id, if it is there or can be learned of. */
  @SuppressWarnings("unchecked")
  public <S extends Subject> Optional<Stored<S>> find(Kind<S> kind, String id) {
    return Optional.ofNullable((Stored<S>) subjects.get(kind.ref(id)));
  }
}
