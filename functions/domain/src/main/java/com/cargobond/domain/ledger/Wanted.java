package com.cargobond.domain.ledger;

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

  /** Copies the sets. */
  public Wanted {
    subjects = Set.copyOf(subjects);
    aliases = Set.copyOf(aliases);
    again = Set.copyOf(again);
  }

  /** One subject. */
  public static Wanted of(Ref subject) {
    return new Wanted(Set.of(subject), Set.of(), Set.of());
  }

  /** Both. */
  public Wanted and(Wanted other) {
    return new Wanted(
        union(subjects, other.subjects), union(aliases, other.aliases), union(again, other.again));
  }

  /** What of it the view does not have as it should be. */
  public Wanted missingIn(View view) {
    Set<Ref> missing = new HashSet<>(again);
    subjects.stream().filter(ref -> !view.has(ref)).forEach(missing::add);
    Set<Alias> unread = new HashSet<>(aliases);
    unread.removeIf(view::has);
    return new Wanted(missing, unread, Set.of());
  }

  /** Whether there is nothing to read. */
  public boolean isEmpty() {
    return subjects.isEmpty() && aliases.isEmpty() && again.isEmpty();
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
