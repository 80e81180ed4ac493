package com.cargobond.store.ledger;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.Notice;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.store.ledger.Codec.Following;
import com.cargobond.store.ledger.LedgerChange.AliasChange;
import com.cargobond.store.ledger.LedgerChange.SubjectChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A change as the items that a transaction writes, each at most once. */
final class LedgerWrites {

  /** DynamoDB's bound on the items of one transaction. */
  static final int ITEMS_MAX = 100;

  private final Map<ItemKey, ItemWrite> writes = new LinkedHashMap<>();
  private final Map<ItemKey, Claim> claims = new LinkedHashMap<>();
  private final List<SubjectExceptions.Counted> counted = new ArrayList<>();
  private final List<OpenException> raised = new ArrayList<>();

  private LedgerWrites() {}

  static LedgerWrites of(LedgerChange change) {
    LedgerWrites writes = new LedgerWrites();
    change.subjects().forEach(subject -> writes.add(subject, change));
    change.aliases().forEach(writes::add);
    change.claims().forEach(writes::add);
    change.notices().forEach(notice -> writes.add(notice, change));
    change.passed().forEach(deadline -> writes.unlist(deadline.listing().key()));
    change.awaited().forEach(deadline -> writes.list(deadline.listing()));
    change.relisted().forEach(writes::add);
    writes.raised.addAll(change.opened());
    change.settled().ifPresent(settled -> SettledItems.of(settled).forEach(writes::add));
    return writes;
  }

  /** How many items are written at most: a matter that came up is an entry and its content. */
  int itemsAtMost() {
    return writes.size() + counted.size() + 2 * raised.size();
  }

  /** Whether nothing can come of it. */
  boolean areNone() {
    return itemsAtMost() == 0;
  }

  /**
   * The items.
   *
   * @param ledger what it is written to; asked only where an exception comes up or changes
   * @throws ChangeTooLarge if they are more than one transaction holds, or one is too large
   */
  List<ItemWrite> settled(Ledger ledger) {
    List<ItemWrite> items = new ArrayList<>(writes.values());
    for (SubjectExceptions.Counted entry : counted) {
      SubjectExceptions.settled(entry, ledger.openException(entry.exception().id()))
          .map(ExceptionItems::put)
          .ifPresent(items::add);
    }
    RaisedExceptions rising = new RaisedExceptions(ledger);
    raised.forEach(rising::add);
    items.addAll(rising.writes());
    ChangeTooLarge.requireItems(items.size());
    items.forEach(ChangeTooLarge::requireBytes);
    return items;
  }

  /** The identifier that is taken by writing an item. */
  Optional<Claim> claim(ItemWrite write) {
    return Optional.ofNullable(claims.get(write.key()));
  }

  private void add(ItemWrite write) {
    writes.putIfAbsent(write.key(), write);
  }

  private void list(Listing listing) {
    add(ItemWrite.Put.of(listing.key(), listing.attributes()));
  }

  private void unlist(ItemKey key) {
    add(ItemWrite.Delete.of(key));
  }

  private void add(Claim claim) {
    claims.put(claim.key(), claim);
    add(new ItemWrite.Put(claim.key(), claim.attributes(), claim.condition()));
  }

  private void add(AliasChange change) {
    add(
        new ItemWrite.Put(
            Claim.key(change.alias()),
            Map.of(Claim.TARGET, change.after()),
            change
                .before()
                .<Condition>map(read -> new Condition.Is(Claim.TARGET, read))
                .orElse(Condition.ABSENT)));
  }

  private void add(Notice notice, LedgerChange change) {
    add(NoticeItems.put(notice, change.at()));
  }

  private <S extends Subject> void add(SubjectChange<S> change, LedgerChange all) {
    Codec<S> codec = change.codec();
    S after = change.after();
    change.entries().forEach(entry -> add(entry, change, all));
    if (change.before().filter(read -> codec.followsAsBefore(read, after)).isPresent()) {
      return;
    }
    Optional<S> written = change.written();
    Optional<Following<S>> before = change.before().map(codec::followed);
    Following<S> follows = Following.of(codec, after);
    list(
        before.map(Following::listings).orElse(List.of()),
        follows.listings(),
        codec.listedAnew(written, after, all.at()));
    for (Identifier taken : codec.taken(written, after)) {
      add(Claim.of(taken, Optional.empty()));
    }
    addDeadlines(after, before.map(Following::deadlines).orElse(Set.of()), follows.deadlines());
    addMatters(
        after.ref(), before.map(Following::matters).orElse(List.of()), follows.matters(), all);
  }

  private void addMatters(Ref subject, List<Matter> before, List<Matter> after, LedgerChange all) {
    if (!before.equals(after)) {
      SubjectExceptions.of(subject, before, all.at())
          .becoming(SubjectExceptions.of(subject, after, all.at()))
          .forEach(this::add);
    }
  }

  private void add(SubjectExceptions.Step step) {
    switch (step) {
      case SubjectExceptions.Opened opened -> add(ExceptionItems.put(opened.exception()));
      case SubjectExceptions.Counted entry -> counted.add(entry);
      case SubjectExceptions.Gone gone -> add(ExceptionItems.delete(gone.id()));
    }
  }

  private <S extends Subject> void add(Entry entry, SubjectChange<S> change, LedgerChange all) {
    Version read = change.before().map(before -> before.version(entry.key())).orElse(Version.NONE);
    Item.Attributes attributes = Item.begin(entry.body());
    attributes.with(Version.REVISION, read.revision() + 1);
    if (change.codec().hasTrail()) {
      TrailHead head = entry.line().map(line -> tell(line, read.trail(), all)).orElse(read.trail());
      attributes.with(Version.TRAIL, head.toString());
    }
    add(new ItemWrite.Put(entry.key(), attributes.toMap(), Condition.revision(read.revision())));
  }

  private TrailHead tell(Entry.Line line, TrailHead trail, LedgerChange all) {
    TrailEntry entry =
        TrailEntry.following(
            trail, line.trail(), all.causeOf(line.trail()), line.before(), line.after());
    TrailHead head = entry.head();
    add(TrailItems.put(entry, head.hash()));
    return head;
  }

  private void list(List<Listing> before, List<Listing> after, List<Listing> anew) {
    anew.forEach(this::list);
    if (before.equals(after)) {
      return;
    }
    Set<Listing> there = new HashSet<>(before);
    after.stream().filter(listing -> !there.contains(listing)).forEach(this::list);
    Set<ItemKey> stays = after.stream().map(Listing::key).collect(Collectors.toSet());
    before.stream().map(Listing::key).filter(key -> !stays.contains(key)).forEach(this::unlist);
  }

  private void addDeadlines(Subject subject, Set<LocalDate> before, Set<LocalDate> after) {
    if (before.equals(after)) {
      return;
    }
    after.stream()
        .filter(day -> !before.contains(day))
        .forEach(day -> list(new Deadline(day, subject.ref()).listing()));
    before.stream()
        .filter(day -> !after.contains(day))
        .forEach(day -> unlist(new Deadline(day, subject.ref()).listing().key()));
  }
}
