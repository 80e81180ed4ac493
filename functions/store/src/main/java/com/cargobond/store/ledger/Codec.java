package com.cargobond.store.ledger;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the subjects of one kind are kept. */
public interface Codec<S extends Subject> {

  /** The kind. */
  Kind<S> kind();

  /** Where a subject's entries lie. */
  Place place(String id);

  /**
   * The subject that items describe.
   *
   * @param items one at least, in the order of their keys
   * @return empty if they are a part only, or two halves of different times: then they are read
   *     again
   */
  Optional<S> read(String id, List<Item> items);

  /**
   * The entries that are written when it becomes another, also those that stay the same but must
   * not be written by others meanwhile.
   *
   * @param before empty if it was never written
   */
  List<Entry> written(Optional<S> before, S after);

  /** Whether every part of it is written, so that the commit makes a condition of the whole. */
  default boolean writesAll(Optional<S> before, S after) {
    return true;
  }

  /** Whether its entries have trails, and so each has a trail's head. */
  default boolean hasTrail() {
    return true;
  }

  /** The subjects of the trails that tell of a change. */
  default Set<String> trailsOf(S before, S after) {
    return hasTrail() ? Set.of(after.ref().toString()) : Set.of();
  }

  /** The places at which it must be found. */
  default List<Listing> listings(S subject) {
    return List.of();
  }

  /** Places that are written though they may be there: the item there may be of earlier rules. */
  default List<Listing> listedAnew(Optional<S> before, S after, Instant at) {
    return List.of();
  }

  /** Identifiers that are its own from now on. */
  default List<Identifier> taken(Optional<S> before, S after) {
    return List.of();
  }

  /** Whether items were written by rules under which less followed from a subject. */
  default boolean areOfEarlierRules(List<Item> items) {
    return false;
  }

  /** What follows from how it was read, as far as it was written with it. */
  default Following<S> followed(Stored<S> read) {
    return Following.of(this, read.value());
  }

  /** Whether all that follows from it is known to be what followed from it as it was read. */
  default boolean followsAsBefore(Stored<S> before, S after) {
    return false;
  }

  /** What of a change too large for one transaction can be written by itself before it. */
  default Optional<S> ahead(S before, S after) {
    return Optional.empty();
  }

  /** Whether an entry of the audit trail tells how an item stands, as far as entries tell. */
  default boolean isToldBy(TrailEntry entry, Item item) {
    throw new IllegalStateException(kind().name() + " has no trail");
  }

  /** The subject of the trail of one of its entries. */
  default String trailOf(ItemKey key) {
    return kind().name() + "#" + key.partition();
  }

  /** The entry that a trail is of; empty if no subject of this kind has such a trail. */
  default Optional<ItemKey> entryOf(String trail) {
    String prefix = kind().name() + "#";
    return hasTrail()
            && trail.startsWith(prefix)
            && place(trail.substring(prefix.length())) instanceof Place.One one
        ? Optional.of(one.key())
        : Optional.empty();
  }

  /** What follows from how a subject stands and is written with it. */
  record Following<S extends Subject>(
      Set<LocalDate> deadlines, List<Matter> matters, List<Listing> listings) {

    static <S extends Subject> Following<S> of(Codec<S> codec, S subject) {
      return new Following<>(subject.deadlines(), subject.matters(), codec.listings(subject));
    }
  }
}
