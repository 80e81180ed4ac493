package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one transaction writes, all or nothing: each part on condition that what was read still
 * stands and that what is claimed is free. Immutable.
 */
public final class LedgerChange {

  private final Cause cause;
  private final Map<String, Cause> ownCauses;
  private final List<SubjectChange<?>> subjects;
  private final List<AliasChange> aliases;
  private final List<Claim> claims;
  private final List<Notice> notices;
  private final List<OpenException> opened;
  private final Optional<SettledException> settled;
  private final List<ItemWrite> relisted;
  private final List<Deadline> passed;
  private final List<Deadline> awaited;

  /** Worked out once, whoever asks. */
  private LedgerWrites writes;

  private LedgerChange(Builder built) {
    cause = built.cause;
    ownCauses = Map.copyOf(built.ownCauses);
    subjects = List.copyOf(built.subjects);
    aliases = List.copyOf(built.aliases);
    claims = List.copyOf(built.claims);
    notices = List.copyOf(built.notices);
    opened = List.copyOf(built.opened);
    settled = built.settled;
    relisted = List.copyOf(built.relisted);
    passed = List.copyOf(built.passed);
    awaited = List.copyOf(built.awaited);
  }

  /** Begins a change of nothing yet. */
  public static Builder because(Cause cause) {
    return new Builder(cause);
  }

  /** When the cause came about; what is kept for a time is kept from then. */
  public Instant at() {
    return cause.at();
  }

  /** Why the subject of a trail changed. */
  Cause causeOf(String trail) {
    return ownCauses.getOrDefault(trail, cause);
  }

  /** The subjects that are written. */
  public List<SubjectChange<?>> subjects() {
    return subjects;
  }

  /** Identifiers that lead elsewhere from now on. */
  List<AliasChange> aliases() {
    return aliases;
  }

  /** Identifiers that must not be taken. */
  List<Claim> claims() {
    return claims;
  }

  /** What others are told. */
  public List<Notice> notices() {
    return notices;
  }

  /** What was set aside for a person; what subjects need one for follows from them. */
  List<OpenException> opened() {
    return opened;
  }

  /** What a person has seen to. */
  public Optional<SettledException> settled() {
    return settled;
  }

  /** Places that are written for their own sake. */
  List<ItemWrite> relisted() {
    return relisted;
  }

  /** Deadlines that were seen to. */
  public List<Deadline> passed() {
    return passed;
  }

  /** Deadlines that must stand, besides those that follow from what changes. */
  List<Deadline> awaited() {
    return awaited;
  }

  /** What it comes to, item by item. */
  LedgerWrites writes() {
    if (writes == null) {
      writes = LedgerWrites.of(this);
    }
    return writes;
  }

  /** The change of one subject. */
  Optional<SubjectChange<?>> of(Ref subject) {
    return subjects.stream().filter(change -> change.after().ref().equals(subject)).findFirst();
  }

  /** What a change that is too large for one transaction can let go ahead in one of its own. */
  Optional<LedgerChange> ahead(Cause why) {
    return subjects.stream()
        .flatMap(change -> change.ahead().stream())
        .max(Comparator.comparingInt(change -> change.entries().size()))
        .map(change -> because(why).changing(change).build());
  }

  /**
   * A subject before and after; written as it stands if it is the same.
   *
   * @param before empty if a command makes it
   */
  public static final class SubjectChange<S extends Subject> {

    private final Codec<S> codec;
    private final Optional<Stored<S>> before;
    private final S after;
    private List<Entry> entries;

    /** A change of what was read. */
    public SubjectChange(Codec<S> codec, Optional<Stored<S>> before, S after) {
      this.codec = codec;
      this.before = before;
      this.after = after;
    }

    /** How it is kept. */
    Codec<S> codec() {
      return codec;
    }

    /** As it was read. */
    public Optional<Stored<S>> before() {
      return before;
    }

    /** As it is written. */
    public S after() {
      return after;
    }

    /** As it stood, if it was ever written. */
    Optional<S> written() {
      return before.filter(read -> !read.isNew()).map(Stored::value);
    }

    /** The entries that are written. */
    public List<Entry> entries() {
      if (entries == null) {
        entries = codec.written(written(), after);
      }
      return entries;
    }

    private Optional<SubjectChange<S>> ahead() {
      return before
          .flatMap(read -> codec.ahead(read.value(), after))
          .map(part -> new SubjectChange<>(codec, before, part));
    }
  }

  /** An identifier that leads elsewhere, unless it does already. */
  public record AliasChange(Alias alias, Optional<String> before, String after) {}

  /** Collects what is written together. */
  public static final class Builder {

    private final Cause cause;
    private final List<SubjectChange<?>> subjects = new ArrayList<>();
    private List<AliasChange> aliases = List.of();
    private List<Claim> claims = List.of();
    private List<Notice> notices = List.of();
    private List<OpenException> opened = List.of();
    private Optional<SettledException> settled = Optional.empty();
    private List<ItemWrite> relisted = List.of();
    private List<Deadline> passed = List.of();
    private List<Deadline> awaited = List.of();
    private Map<String, Cause> ownCauses = Map.of();

    private Builder(Cause cause) {
      this.cause = cause;
    }

    /** A subject that was read, as it is from now on. */
    public <S extends Subject> Builder changing(Codec<S> codec, Stored<S> before, S after) {
      return changing(new SubjectChange<>(codec, Optional.of(before), after));
    }

    /** A subject that a command makes. */
    public <S extends Subject> Builder making(Codec<S> codec, S made) {
      return changing(new SubjectChange<>(codec, Optional.empty(), made));
    }

    Builder changing(SubjectChange<?> change) {
      subjects.add(change);
      return this;
    }

    Builder leading(List<AliasChange> changes) {
      aliases = changes;
      return this;
    }

    /** Identifiers that must be free. */
    public Builder claiming(List<Claim> identifiers) {
      claims = identifiers;
      return this;
    }

    /** What others are told. */
    public Builder telling(List<Notice> others) {
      notices = others;
      return this;
    }

    Builder opening(List<OpenException> exceptions) {
      opened = exceptions;
      return this;
    }

    Builder settling(SettledException exception) {
      settled = Optional.of(exception);
      return this;
    }

    /** Places that are written for their own sake. */
    public Builder relisting(List<ItemWrite> places) {
      relisted = places;
      return this;
    }

    /** A deadline that was seen to. */
    public Builder passing(Deadline deadline) {
      passed = List.of(deadline);
      return this;
    }

    /** Deadlines that must stand. */
    public Builder awaiting(List<Deadline> deadlines) {
      awaited = deadlines;
      return this;
    }

    Builder causedBy(Map<String, Cause> causesByTrail) {
      ownCauses = causesByTrail;
      return this;
    }

    /** What was collected. */
    public LedgerChange build() {
      return new LedgerChange(this);
    }
  }
}
