package com.cargobond.store.shipment;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Codec;
import com.cargobond.store.ledger.Entry;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Place;
import com.cargobond.store.ledger.Stored;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shipment is kept as its history and the covers of its declarations. No trail tells of it. */
final class ShipmentCodec implements Codec<Shipment> {

  /**
   * Raised when more follows from a shipment than before: what was written by earlier rules gets
   * its deadlines, exceptions and refusals with its next write. Items without the attribute are of
   * 1.
   */
  private static final int RULES = 3;

  @Override
  public Kind<Shipment> kind() {
    return Shipment.KIND;
  }

  @Override
  public Place place(String id) {
    return new Place.One(ItemKey.of(LedgerTable.SHIPMENTS, id));
  }

  @Override
  public Optional<Shipment> read(String id, List<Item> items) {
    Item item = items.getFirst();
    ShipmentId shipment = ShipmentId.parse(id);
    return Optional.of(
        new Shipment(
            shipment,
            HistoryFields.history(shipment, item.fieldLists("history")),
            CoverFields.covers(new Item(item.fields("covers")))));
  }

  @Override
  public List<Entry> written(Optional<Shipment> before, Shipment after) {
    return List.of(
        Entry.of(
            ItemKey.of(LedgerTable.SHIPMENTS, after.id().toString()),
            Item.begin()
                .with("rules", RULES)
                .with("history", HistoryFields.of(after.history()))
                .with("covers", CoverFields.of(after.covers()))
                .toMap()));
  }

  @Override
  public boolean hasTrail() {
    return false;
  }

  @Override
  public boolean areOfEarlierRules(List<Item> items) {
    return items.getFirst().findCount("rules").orElse(1) < RULES;
  }

  /** Only what it holds and what is demanded of it was always listed. */
  @Override
  public Following<Shipment> followed(Stored<Shipment> read) {
    return read.isOfEarlierRules()
        ? new Following<>(Set.of(), List.of(), claimed(read.value()))
        : Codec.super.followed(read);
  }

  @Override
  public boolean followsAsBefore(Stored<Shipment> before, Shipment after) {
    return !before.isOfEarlierRules() && after.standsAs(before.value());
  }

  @Override
  public List<Listing> listings(Shipment shipment) {
    List<Listing> listings = new ArrayList<>(claimed(shipment));
    for (RegistrationNo number : new LinkedHashSet<>(shipment.refusals().values())) {
      listings.add(RefusalItems.listing(number, shipment.id()));
    }
    return listings;
  }

  private static List<Listing> claimed(Shipment shipment) {
    List<Listing> listings = new ArrayList<>();
    for (Cover cover : shipment.covers().values()) {
      cover
          .hold()
          .filter(hold -> hold.holding().open() > 0)
          .map(hold -> HoldItems.listing(hold.guaranteeId(), hold.slice(), shipment.id()))
          .filter(listing -> !listings.contains(listing))
          .ifPresent(listings::add);
    }
    shipment
        .demands()
        .forEach((demand, guarantee) -> listings.add(DemandItems.listing(guarantee, demand)));
    return listings;
  }
}
