package com.cargobond.store.guarantee;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Codec;
import com.cargobond.store.ledger.Entry;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Place;
import com.cargobond.store.ledger.Sets;
import java.util.List;
import java.util.Optional;

/** How an operator's events travel; no decision, so that no trail tells of it. */
final class OperatorCodec implements Codec<OperatorProfile> {

  private static final String SORT_KEY = "PROFILE";

  @Override
  public Kind<OperatorProfile> kind() {
    return OperatorProfile.KIND;
  }

  @Override
  public Place place(String id) {
    return new Place.One(key(id));
  }

  private static ItemKey key(String id) {
    return new ItemKey(LedgerTable.GUARANTEES, OperatorProfile.KIND.ref(id).toString(), SORT_KEY);
  }

  @Override
  public Optional<OperatorProfile> read(String id, List<Item> items) {
    Item item = items.getFirst();
    return Optional.of(
        new OperatorProfile(
            new Uscc(item.text("operator")),
            item.count("lanes"),
            Sets.split(item.text("currencies"))));
  }

  @Override
  public List<Entry> written(Optional<OperatorProfile> before, OperatorProfile after) {
    return List.of(
        Entry.of(
            key(after.operator().value()),
            Item.begin()
                .with("operator", after.operator().value())
                .with("lanes", after.lanes())
                .with("currencies", Sets.join(after.currencies()))
                .toMap()));
  }

  @Override
  public boolean hasTrail() {
    return false;
  }
}
