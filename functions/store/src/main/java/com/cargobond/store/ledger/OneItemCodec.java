package com.cargobond.store.ledger;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Subject;
import com.cargobond.store.deployment.LedgerTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps each subject of a kind as one item, with a trail, in the table that kinds share: a new kind
 * needs no table of its own.
 */
public abstract class OneItemCodec<S extends Subject> implements Codec<S> {

  private final Kind<S> kind;

  /** For a kind. */
  protected OneItemCodec(Kind<S> kind) {
    this.kind = kind;
  }

  /**
   * What the item has besides key, revision and trail: texts, whole numbers, flags, lists, maps.
   */
  protected abstract Map<String, Object> body(S subject);

  /** The subject that such an item describes. */
  protected abstract S read(String id, Item item);

  /**
   * How it stands, as a line of its trail; amounts in minor units, no names, no accounts. Two that
   * stand otherwise have other lines.
   */
  protected abstract String standing(S subject);

  @Override
  public final Kind<S> kind() {
    return kind;
  }

  @Override
  public final Place place(String id) {
    return new Place.One(key(id));
  }

  private ItemKey key(String id) {
    return ItemKey.of(LedgerTable.SUBJECTS, kind.ref(id).toString());
  }

  @Override
  public final Optional<S> read(String id, List<Item> items) {
    return Optional.of(read(id, items.getFirst()));
  }

  @Override
  public final List<Entry> written(Optional<S> before, S after) {
    Entry.Line line =
        new Entry.Line(
            after.ref().toString(), before.map(this::standing).orElse(""), standing(after));
    return List.of(new Entry(key(after.ref().id()), body(after), Optional.of(line)));
  }

  @Override
  public final String trailOf(ItemKey key) {
    return key.partition();
  }

  @Override
  public final boolean isToldBy(TrailEntry entry, Item item) {
    String id = item.text(LedgerTable.PARTITION_KEY).substring(kind.ref("").toString().length());
    return entry.after().equals(standing(read(id, item)));
  }
}
