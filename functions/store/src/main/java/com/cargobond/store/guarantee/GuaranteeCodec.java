package com.cargobond.store.guarantee;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeStanding;
import com.cargobond.domain.guarantee.Headroom;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Codec;
import com.cargobond.store.ledger.Entry;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Place;
import com.cargobond.store.ledger.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guarantee is kept as its terms and its slices, each under a revision of its own, so that
 * reservations on different slices do not meet.
 *
 * <p>A change of terms or status writes every slice too, so that whoever read the earlier terms
 * finds its slice changed and decides again.
 */
public final class GuaranteeCodec implements Codec<Guarantee> {

  /** More slices than these and their entries do not fit into one transaction. */
  private static final int SLICE_ENTRIES_MAX = 30;

  private static final Pattern TRAIL = Pattern.compile("(GUARANTEE#[^#]+)(?:#(\\d{1,2}))?");

  @Override
  public Kind<Guarantee> kind() {
    return Guarantee.KIND;
  }

  /** From {@code SLICE#} to {@code TERMS}: not the demands, which lie there too. */
  @Override
  public Place place(String id) {
    return new Place.Several(
        new Range(
            LedgerTable.GUARANTEES,
            kind().ref(id).toString(),
            SliceItems.SORT_KEY_PREFIX,
            Optional.of(TermsItems.SORT_KEY),
            0));
  }

  static String partition(GuaranteeId id) {
    return Guarantee.KIND.ref(id.value()).toString();
  }

  /** The entry that a command on the whole of it writes. */
  static ItemKey terms(GuaranteeId id) {
    return new ItemKey(LedgerTable.GUARANTEES, partition(id), TermsItems.SORT_KEY);
  }

  /** Where slices do not sum to the limit, headroom was moving between them. */
  @Override
  public Optional<Guarantee> read(String id, List<Item> items) {
    Item last = items.getLast();
    if (!last.text(LedgerTable.SORT_KEY).equals(TermsItems.SORT_KEY)) {
      return Optional.empty();
    }
    Guarantee guarantee =
        TermsItems.guarantee(last)
            .with(items.subList(0, items.size() - 1).stream().map(SliceItems::position).toList());
    return Optional.of(guarantee)
        .filter(read -> read.position().limit() == read.terms().limit().minor());
  }

  @Override
  public List<Entry> written(Optional<Guarantee> before, Guarantee after) {
    List<Entry> entries = new ArrayList<>();
    boolean isOfTheWhole = isOfTheWhole(before, after);
    if (isOfTheWhole) {
      Entry.Line line =
          new Entry.Line(
              after.ref().toString(),
              before.map(GuaranteeStanding::of).orElse(""),
              GuaranteeStanding.of(after));
      entries.add(new Entry(terms(after.id()), TermsItems.body(after), Optional.of(line)));
    }
    for (int i = 0; i < after.slices().size(); i++) {
      if (changesSlice(before, after, i)) {
        entries.add(slice(before, after, i, isOfTheWhole));
      }
    }
    return entries;
  }

  /**
   * A change of terms, or a reservation that takes headroom from many slices, says in the
   * guarantee's own entry how the whole stands; the trails of slices that hold what they held go on
   * as they were, so that the transaction stays within its bound.
   */
  private static Entry slice(
      Optional<Guarantee> before, Guarantee after, int index, boolean isOfTheWhole) {
    Position now = after.slices().get(index);
    Optional<Entry.Line> line =
        before
            .map(read -> read.slices().get(index))
            .filter(then -> !isOfTheWhole || isHeldOtherwise(then, now))
            .map(
                then ->
                    new Entry.Line(
                        after.ref() + "#" + index,
                        GuaranteeStanding.of(then),
                        GuaranteeStanding.of(now)));
    return new Entry(
        SliceItems.key(after.id(), index), SliceItems.body(after.id(), index, now), line);
  }

  /** Whether the guarantee's own trail tells of it, and a slice's only of what it holds. */
  private static boolean isOfTheWhole(Optional<Guarantee> before, Guarantee after) {
    return restsOnEverySlice(before, after) || changedSlices(before, after) > SLICE_ENTRIES_MAX;
  }

  /** Whether more than positions changed. */
  private static boolean changesTerms(Optional<Guarantee> before, Guarantee after) {
    return before.isEmpty() || !before.get().with(List.of()).equals(after.with(List.of()));
  }

  /** Whether siblings are written though they stay, so that nobody else writes them meanwhile. */
  private static boolean restsOnEverySlice(Optional<Guarantee> before, Guarantee after) {
    return changesTerms(before, after) || Headroom.runsOut(before.orElseThrow(), after);
  }

  private static boolean changesSlice(Optional<Guarantee> before, Guarantee after, int index) {
    return restsOnEverySlice(before, after)
        || !before.orElseThrow().slices().get(index).equals(after.slices().get(index));
  }

  private static long changedSlices(Optional<Guarantee> before, Guarantee after) {
    long changed = 0;
    for (int i = 0; i < after.slices().size(); i++) {
      changed += changesSlice(before, after, i) ? 1 : 0;
    }
    return changed;
  }

  /** Whether more of the slice changed than its share of the limit. */
  private static boolean isHeldOtherwise(Position then, Position now) {
    return then.reserved() != now.reserved()
        || then.openDemands() != now.openDemands()
        || then.paidClaims() != now.paidClaims()
        || then.consumed() != now.consumed();
  }

  /** Whether every slice is written, and so none of them may have been written by others. */
  @Override
  public boolean writesAll(Optional<Guarantee> before, Guarantee after) {
    return changedSlices(before, after) == after.slices().size();
  }

  @Override
  public Set<String> trailsOf(Guarantee before, Guarantee after) {
    Set<String> trails = new HashSet<>();
    trails.add(after.ref().toString());
    for (int i = 0; i < after.slices().size(); i++) {
      if (!after.slices().get(i).equals(before.slices().get(i))) {
        trails.add(after.ref() + "#" + i);
      }
    }
    return trails;
  }

  @Override
  public List<Listing> listings(Guarantee guarantee) {
    return List.of(ListedGuarantee.of(guarantee).listing());
  }

  @Override
  public List<Listing> listedAnew(Optional<Guarantee> before, Guarantee after, Instant at) {
    List<Listing> anew = new ArrayList<>();
    if (changesTerms(before, after)) {
      anew.add(ListedGuarantee.of(after).listing());
    }
    if (before.filter(after::mayCoverMoreThan).isPresent() && isOfTheWhole(before, after)) {
      after
          .registrationNo()
          .map(number -> Recheck.begin(number, at).listing())
          .ifPresent(anew::add);
    }
    return anew;
  }

  @Override
  public Optional<Guarantee> ahead(Guarantee before, Guarantee after) {
    return Headroom.movedAhead(before, after);
  }

  @Override
  public boolean isToldBy(TrailEntry entry, Item item) {
    return item.text(LedgerTable.SORT_KEY).equals(TermsItems.SORT_KEY)
        ? GuaranteeStanding.isOf(entry.after(), TermsItems.guarantee(item))
        : GuaranteeStanding.isOf(entry.after(), SliceItems.position(item));
  }

  @Override
  public String trailOf(ItemKey key) {
    return key.sort().startsWith(SliceItems.SORT_KEY_PREFIX)
        ? key.partition() + "#" + SliceItems.index(key)
        : key.partition();
  }

  @Override
  public Optional<ItemKey> entryOf(String trail) {
    Matcher matcher = TRAIL.matcher(trail);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String sort =
        matcher.group(2) == null
            ? TermsItems.SORT_KEY
            : SliceItems.sortKey(Integer.parseInt(matcher.group(2)));
    return Optional.of(new ItemKey(LedgerTable.GUARANTEES, matcher.group(1), sort));
  }
}
