package com.cargobond.store.guarantee;

import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Condition;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.ItemWrite;
import com.cargobond.store.ledger.Listing;
import java.time.Instant;
import java.util.Optional;

/**
 * A guarantee has changed, so that what was refused under its number may be covered now.
 *
 * @param since when it changed last
 * @param after up to where its refused shipments were asked again; empty at the beginning
 * @param isLastRound whether nothing is refused any more by what had been read before the change,
 *     so that nothing is missed if each is asked once from here on
 */
public record Recheck(
    RegistrationNo number, Instant since, Optional<String> after, boolean isLastRound) {

  /** The list of them. */
  static final String PARTITION = "RECHECKS";

  /** Tells whether it is still the one that was read. */
  private static final String SINCE = "since";

  /** The guarantee has just changed. */
  public static Recheck begin(RegistrationNo number, Instant since) {
    return new Recheck(number, since, Optional.empty(), false);
  }

  /** Earlier versions did not write which round it is: one more is asked. */
  static Recheck of(Item item) {
    return new Recheck(
        new RegistrationNo(item.text(LedgerTable.SORT_KEY)),
        Instant.parse(item.text(SINCE)),
        item.findText("after"),
        item.flag("lastRound"));
  }

  /** The same from another place on. */
  public Recheck from(String place, boolean lastRound) {
    return new Recheck(number, since, Optional.of(place), lastRound);
  }

  /** The same from the beginning. */
  public Recheck again() {
    return begin(number, since);
  }

  Listing listing() {
    return new Listing(
        new ItemKey(LedgerTable.GUARANTEES, PARTITION, number.value()),
        Item.begin()
            .with(SINCE, since.toString())
            .with("after", after)
            .with("lastRound", isLastRound)
            .toMap());
  }

  /**
   * A piece was asked again, unless the guarantee has changed once more since this was read.
   *
   * @param next as it goes on; empty where it has come to its end
   */
  public ItemWrite moving(Optional<Recheck> next) {
    Condition isAsRead = new Condition.Is(SINCE, since.toString());
    return next.map(Recheck::listing)
        .<ItemWrite>map(going -> new ItemWrite.Put(going.key(), going.attributes(), isAsRead))
        .orElseGet(() -> new ItemWrite.Delete(listing().key(), isAsRead));
  }
}
