package com.cargobond.domain.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What must be read before something is decided.
 *
 * @param subjects read unless they were
 * @param aliases read unless they were
 * @param again subjects that were read and are read once more, since something else that was read
 *     since says that they have changed
 */
public record Wanted(Set<Ref> subjects, Set<Alias> aliases, Set<Ref> again) {

  /** Nothing. */
  public static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of());

  /** Keeps the sets: nobody changes them. */
  public Wanted {
    subjects = Collections.unmodifiableSet(subjects);
    aliases = Collections.unmodifiableSet(aliases);
    again = Collections.unmodifiableSet(again);
  }

  /** One subject. */
  public static Wanted of(Ref subject) {
    return new Wanted(Set.of(subject), Set.of(), Set.of());
  }

  /** All of them together. */
  public static Wanted all(Collection<Wanted> ones) {
    Set<Ref> subjects = new HashSet<>();
    Set<Alias> aliases = new HashSet<>();
    Set<Ref> again = new HashSet<>();
    for (Wanted one : ones) {
      subjects.addAll(one.subjects);
      aliases.addAll(one.aliases);
      again.addAll(one.again);
    }
    return new Wanted(subjects, aliases, again);
  }

  /** What of it the view does not have as it should be. */
  public Wanted missingIn(View view) {
    if (isIn(view)) {
      return NOTHING;
    }
    Set<Ref> missing = new HashSet<>(again);
    subjects.stream().filter(ref -> !view.has(ref)).forEach(missing::add);
    Set<Alias> unread = new HashSet<>(aliases);
    unread.removeIf(view::has);
    return new Wanted(missing, unread, Set.of());
  }

  private boolean isIn(View view) {
    if (!again.isEmpty()) {
      return false;
    }
    for (Ref subject : subjects) {
      if (!view.has(subject)) {
        return false;
      }
    }
    for (Alias alias : aliases) {
      if (!view.has(alias)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return subjects.isEmpty() && aliases.isEmpty() && again.isEmpty();
  }
}
