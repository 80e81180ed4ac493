package com.cargobond.store.deposit;

import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.DepositStanding;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.deposit.RefundTerms;
import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Entry;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Place;
import com.cargobond.store.payment.OpenPaymentList;
import com.cargobond.store.payment.PayingCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A deposit is kept as its journal; everything else follows from that. */
final class DepositCodec implements PayingCodec<Deposit> {

  private static final OpenPaymentList OPEN_REFUNDS = new OpenPaymentList("OPEN-REFUNDS");

  @Override
  public Kind<Deposit> kind() {
    return Deposit.KIND;
  }

  @Override
  public Place place(String id) {
    return new Place.One(key(id));
  }

  private static ItemKey key(String id) {
    return ItemKey.of(LedgerTable.DEPOSITS, id);
  }

  @Override
  public Optional<Deposit> read(String id, List<Item> items) {
    return Optional.of(deposit(items.getFirst()));
  }

  static Deposit deposit(Item item) {
    return new Deposit(
        new DepositId(item.text(LedgerTable.PARTITION_KEY)),
        JournalFields.journal(item.items("journal")));
  }

  @Override
  public List<Entry> written(Optional<Deposit> before, Deposit after) {
    Entry.Line line =
        new Entry.Line(
            after.ref().toString(),
            before.map(DepositStanding::of).orElse(""),
            DepositStanding.of(after));
    return List.of(
        new Entry(
            key(after.id().value()),
            Item.begin().with("journal", JournalFields.of(after.journal())).toMap(),
            Optional.of(line)));
  }

  @Override
  public PaymentTerms terms() {
    return RefundTerms.TERMS;
  }

  @Override
  public OpenPaymentList openPayments() {
    return OPEN_REFUNDS;
  }

  /**
   * A refund that Customs orders anew is written anew, though it was there: what an earlier version
   * took for refused has neither claim nor place among the open ones.
   */
  @Override
  public List<Listing> listedAnew(Optional<Deposit> before, Deposit after, Instant at) {
    Set<RefundId> ordered = ordered(before, after);
    return after.refunds().stream()
        .filter(Refund::isOpen)
        .map(Refund::id)
        .filter(ordered::contains)
        .map(OPEN_REFUNDS::listing)
        .toList();
  }

  @Override
  public List<Identifier> taken(Optional<Deposit> before, Deposit after) {
    Set<RefundId> ordered = ordered(before, after);
    return after.refunds().stream()
        .map(Refund::id)
        .filter(
            id -> ordered.contains(id) || before.flatMap(deposit -> deposit.refund(id)).isEmpty())
        .map(id -> new Identifier(id.alias(), after.id().value()))
        .toList();
  }

  @Override
  public boolean isToldBy(TrailEntry entry, Item item) {
    return DepositStanding.isOf(entry.after(), deposit(item));
  }

  private static Set<RefundId> ordered(Optional<Deposit> before, Deposit after) {
    return after.refundsOrderedSince(before.orElseGet(() -> Deposit.unknown(after.id())));
  }
}
