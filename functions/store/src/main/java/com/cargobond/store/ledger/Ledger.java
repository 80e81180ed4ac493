package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Conflicted;
import com.cargobond.store.ledger.CommitResult.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The one ledger for bank, Customs and carrier. Reads are consistent: they see every change that
 * was committed before.
 */
public class Ledger {

  /** Bounds one page of a list. */
  public static final int PAGE_SIZE_MAX = 100;

  /** Longer than what is in hand takes to end, and the longest that a dead process holds others. */
  public static final Duration ANNOUNCED_FOR = Duration.ofSeconds(3);

  /** Until when others let a command on the whole of a subject go first. */
  static final String ANNOUNCED = "announcedUntil";

  /** Entries of a partition that are read at once by their age. */
  private static final int READ_AT_ONCE = 25;

  private static final int READS_MAX = 10;

  private final Items items;
  private final StoredCapabilityList stored;

  /** Identifiers that never change their owner. */
  private final Map<Alias, String> permanent = new ConcurrentHashMap<>();

  /** A ledger of these capabilities, kept in these items. */
  public Ledger(Items items, StoredCapabilityList stored) {
    this.items = items;
    this.stored = stored;
  }

  /** What it is kept in. */
  public Items items() {
    return items;
  }

  /** The capabilities whose subjects it has. */
  public StoredCapabilityList stored() {
    return stored;
  }

  /** How a kind is kept. */
  public <S extends Subject> Codec<S> codec(Kind<S> kind) {
    return stored.codec(kind);
  }

  /** The subject, if it is there or can be learned of by an event. */
  public <S extends Subject> Optional<Stored<S>> find(Kind<S> kind, String id) {
    return find(Set.of(kind.ref(id)), Set.of()).find(kind, id);
  }

  /**
   * The subject of a kind that can be learned of; of one that was never written nothing is known.
   *
   * @throws java.util.NoSuchElementException if a command makes such subjects, and has not
   */
  public <S extends Subject> Stored<S> read(Kind<S> kind, String id) {
    return find(kind, id).orElseThrow();
  }

  /** What is known of all that is asked for; on DynamoDB one call, and one for each that is cut. */
  public Found find(Set<Ref> subjects, Set<Alias> aliases) {
    Map<ItemKey, Ref> ones = new LinkedHashMap<>();
    Map<Ref, Range> cut = new LinkedHashMap<>();
    for (Ref ref : subjects) {
      switch (stored.codec(ref.kind()).place(ref.id())) {
        case Place.One one -> ones.put(one.key(), ref);
        case Place.Several several -> cut.put(ref, several.range());
      }
    }
    Set<ItemKey> keys = new HashSet<>(ones.keySet());
    aliases.stream()
        .filter(alias -> !permanent.containsKey(alias))
        .map(Claim::key)
        .forEach(keys::add);
    Map<ItemKey, Item> read = keys.isEmpty() ? Map.of() : items.get(keys);
    Map<Ref, Stored<?>> found = new HashMap<>();
    ones.forEach(
        (key, ref) ->
            of(ref, Optional.ofNullable(read.get(key)).stream().toList())
                .ifPresent(one -> found.put(ref, one)));
    cut.forEach((ref, range) -> whole(ref, range).ifPresent(one -> found.put(ref, one)));
    Map<Alias, Optional<String>> targets = new HashMap<>();
    for (Alias alias : aliases) {
      targets.put(alias, target(alias, Optional.ofNullable(read.get(Claim.key(alias)))));
    }
    return new Found(found, targets);
  }

  /**
   * Reads again while the entries are not of one moment: a query may see one side of a transaction
   * that writes several, or a part of one that makes the subject.
   */
  private Optional<Stored<?>> whole(Ref ref, Range range) {
    for (int i = 0; i < READS_MAX; i++) {
      List<Item> read = items.range(range).toList();
      if (read.isEmpty()) {
        return Optional.empty();
      }
      Optional<Stored<?>> whole = of(ref, read);
      if (whole.isPresent()) {
        return whole;
      }
    }
    throw new BusyLedger();
  }

  private Optional<Stored<?>> of(Ref ref, List<Item> read) {
    return of(stored.codec(ref.kind()), ref.id(), read);
  }

  /** Empty if items are a part only, or there are none of what a command makes. */
  private static <S extends Subject> Optional<Stored<?>> of(
      Codec<S> codec, String id, List<Item> read) {
    if (read.isEmpty()) {
      return codec.kind().unknown().apply(id).map(Stored::unwritten);
    }
    return codec.read(id, read).map(subject -> stored(codec, id, subject, read));
  }

  private static <S extends Subject> Stored<S> stored(
      Codec<S> codec, String id, S subject, List<Item> read) {
    LedgerTable table =
        switch (codec.place(id)) {
          case Place.One one -> one.key().table();
          case Place.Several several -> several.range().table();
        };
    if (read.size() == 1) {
      Item only = read.getFirst();
      return new Stored<>(
          subject,
          Map.of(ItemKey.of(table, only), Version.of(only)),
          only.findText(ANNOUNCED).map(Instant::parse),
          codec.areOfEarlierRules(read));
    }
    Map<ItemKey, Version> versions = new HashMap<>();
    Optional<Instant> announced = Optional.empty();
    for (Item item : read) {
      versions.put(ItemKey.of(table, item), Version.of(item));
      Optional<Instant> until = item.findText(ANNOUNCED).map(Instant::parse);
      announced = until.isPresent() ? until : announced;
    }
    return new Stored<>(subject, versions, announced, codec.areOfEarlierRules(read));
  }

  private Optional<String> target(Alias alias, Optional<Item> read) {
    String known = permanent.get(alias);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> target = read.map(item -> item.text(Claim.TARGET));
    if (alias.isPermanent()) {
      target.ifPresent(owner -> permanent.put(alias, owner));
    }
    return target;
  }

  /** What an identifier belongs to. */
  public Optional<String> target(Alias alias) {
    return permanent.containsKey(alias)
        ? Optional.of(permanent.get(alias))
        : target(alias, items.get(Claim.key(alias)));
  }

  /**
   * What was taken by a request.
   *
   * @param target what it belongs to
   * @param fingerprint of the request
   */
  public record TakenBy(String target, String fingerprint) {}

  /** What an identifier belongs to that a request took, and which request. */
  public Optional<TakenBy> takenBy(Alias alias) {
    return items
        .get(Claim.key(alias))
        .map(item -> new TakenBy(item.text(Claim.TARGET), item.text(Claim.FINGERPRINT)));
  }

  /**
   * A page of what is listed in ranges, one after the other.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param token what the next page begins behind, by the last item of a page
   */
  public Page<Item> listed(Collection<Range> ranges, int limit, Function<Item, String> token) {
    List<Item> found = new ArrayList<>();
    for (Range range : ranges) {
      if (found.size() <= limit) {
        items.range(range.by(limit + 1)).limit(limit + 1L - found.size()).forEach(found::add);
      }
    }
    List<Item> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown, found.size() > limit ? Optional.of(token.apply(shown.getLast())) : Optional.empty());
  }

  /**
   * The deadlines up to a day that were not seen to, in no particular order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   */
  public Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after) {
    Optional<Deadline> last = after.map(Deadline::parse);
    int first = last.map(Deadline::partition).orElse(0);
    // Sorts after every deadline of the day.
    String end = until + "$";
    List<Range> ranges = new ArrayList<>();
    for (int i = first; i < Deadline.PARTITIONS; i++) {
      Range whole = Range.of(LedgerTable.GUARANTEES, Deadline.partitionKey(i)).to(end);
      ranges.add(i == first ? whole.behind(after) : whole);
    }
    return listed(ranges, limit, item -> item.text(LedgerTable.SORT_KEY))
        .map(item -> Deadline.parse(item.text(LedgerTable.SORT_KEY)));
  }

  /**
   * What needs a person, the oldest first and of one time by id, read as far as it is asked for.
   * Alone of all reads it may lag: it may miss what was committed a moment ago, and show what was
   * settled then.
   *
   * @param after where to begin
   */
  public Stream<OpenException> openExceptions(Optional<ExceptionPlace> after) {
    Iterator<OpenException> byAge =
        new OpenExceptionsByAge(
            after,
            partition ->
                from ->
                    items
                        .byAge(LedgerTable.EXCEPTIONS, partition, from)
                        .map(this::exception)
                        .iterator());
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(byAge, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  /** The open exception with this id. */
  public Optional<OpenException> openException(String id) {
    return items.get(ExceptionItems.key(id)).map(this::exception);
  }

  private OpenException exception(Item item) {
    return ExceptionItems.exception(item, stored.capabilities().events());
  }

  /**
   * What was set aside for an open exception, in a stable order.
   *
   * @param limit 1 to {@link #PAGE_SIZE_MAX}
   * @param after from the page before
   */
  public Page<SetAside> setAside(OpenException exception, int limit, Optional<String> after) {
    Range range =
        Range.of(LedgerTable.EXCEPTIONS, SetAsideItems.partitionKey(exception)).behind(after);
    return listed(List.of(range), limit, item -> item.text(LedgerTable.SORT_KEY))
        .map(this::setAside);
  }

  /** One of the things that were set aside for an open exception. */
  public Optional<SetAside> setAside(OpenException exception, String id) {
    return items.get(SetAsideItems.key(exception, id)).map(this::setAside);
  }

  private SetAside setAside(Item item) {
    return SetAsideItems.setAside(item, stored.capabilities().events());
  }

  /**
   * Lets everybody who reads a subject from now on know that a command on the whole of it is under
   * way, until the command is committed or the time has come.
   *
   * @param entry the one that the command writes
   */
  public void announce(ItemKey entry, Instant until) {
    items.mark(entry, ANNOUNCED, until.toString());
  }

  /** Writes all of the change or nothing. */
  public CommitResult commit(LedgerChange change) {
    LedgerWrites writes = change.writes();
    List<ItemWrite> list = writes.settled(this);
    if (list.isEmpty()) {
      // What came up is known already.
      return new Committed();
    }
    Written written = items.write(list);
    List<Claim> taken = new ArrayList<>();
    boolean isConflicted = written.isConflicted();
    for (int place : new TreeSet<>(written.failed())) {
      Optional<Claim> claim = writes.claim(list.get(place));
      claim.ifPresent(taken::add);
      isConflicted |= claim.isEmpty();
    }
    if (isConflicted) {
      return new Conflicted();
    }
    return taken.isEmpty() ? new Committed() : new Taken(taken);
  }
}
