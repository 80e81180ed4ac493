package com.cargobond.domain.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the ledger, as it stands after what was decided since. Immutable.
 *
 * <p>Of a subject that can be learned of by an event and was never read nothing is known.
 */
public final class View {

  /** Nothing was read. */
  public static final View EMPTY = new View(Map.of(), Map.of());

  private final Map<Ref, Subject> subjects;
  private final Map<Alias, Optional<String>> targets;

  private View(Map<Ref, Subject> subjects, Map<Alias, Optional<String>> targets) {
    this.subjects = subjects;
    this.targets = targets;
  }

  /** With these too; what was there of the same names is replaced. */
  public View reading(Collection<? extends Subject> read, Map<Alias, Optional<String>> found) {
    Map<Ref, Subject> moreSubjects = new HashMap<>(subjects);
    read.forEach(subject -> moreSubjects.put(subject.ref(), subject));
    Map<Alias, Optional<String>> moreTargets = new HashMap<>(targets);
    moreTargets.putAll(found);
    return new View(moreSubjects, moreTargets);
  }

  /** With a subject as it stands now. */
  public View with(Subject subject) {
    Map<Ref, Subject> changed = new HashMap<>(subjects);
    changed.put(subject.ref(), subject);
    return new View(changed, targets);
  }

  /** With what an identifier belongs to now. */
  public View with(Alias alias, String target) {
    Map<Alias, Optional<String>> changed = new HashMap<>(targets);
    changed.put(alias, Optional.of(target));
    return new View(subjects, changed);
  }

  /** The subject, if it is there or can be learned of. */
  public <S extends Subject> Optional<S> find(Kind<S> kind, String id) {
    Subject read = subjects.get(kind.ref(id));
    return read == null ? kind.unknown().apply(id) : Optional.of(kind.type().cast(read));
  }

  /**
   * The subject, of which nothing may be known.
   *
   * @throws java.util.NoSuchElementException if it is of a kind that commands make, and not there
   */
  public <S extends Subject> S get(Kind<S> kind, String id) {
    return find(kind, id).orElseThrow();
  }

  /** The subject of this name, if it was read. */
  public Optional<Subject> find(Ref ref) {
    return Optional.ofNullable(subjects.get(ref));
  }

  /** What was read of one kind. */
  public <S extends Subject> List<S> all(Kind<S> kind) {
    List<S> all = new ArrayList<>();
    for (Subject subject : subjects.values()) {
      if (kind.type().isInstance(subject)) {
        all.add(kind.type().cast(subject));
      }
    }
    return all;
  }

  /** All that was read. */
  public Collection<Subject> all() {
    return Collections.unmodifiableCollection(subjects.values());
  }

  /** What an identifier belongs to; empty if to nothing, or if it was not read. */
  public Optional<String> target(Alias alias) {
    Optional<String> target = targets.get(alias);
    return target == null ? Optional.empty() : target;
  }

  /** What was read of identifiers. */
  public Map<Alias, Optional<String>> targets() {
    return Collections.unmodifiableMap(targets);
  }

  /** Whether the subject was read. */
  public boolean has(Ref ref) {
    return subjects.containsKey(ref);
  }

  /** Whether it was read what the identifier belongs to. */
  public boolean has(Alias alias) {
    return targets.containsKey(alias);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof View that
        && subjects.equals(that.subjects)
        && targets.equals(that.targets);
  }

  @Override
  public int hashCode() {
    return subjects.hashCode();
  }

  @Override
  public String toString() {
    return "View " + subjects + " " + targets;
  }
}
