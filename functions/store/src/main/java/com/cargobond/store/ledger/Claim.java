package com.cargobond.store.ledger;

import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.Identifier;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An identifier that only one thing may have; taken in the transaction that gives it a meaning.
 *
 * @param condition under which it may be taken
 * @param alias the identifier; none of an event's own
 * @param eventKey of the event because of which it is taken, if it is one
 */
public record Claim(
    ItemKey key,
    Map<String, Object> attributes,
    Condition condition,
    Optional<Alias> alias,
    Optional<String> eventKey) {

  /** What an identifier belongs to. */
  static final String TARGET = "target";

  /** Of the request that took it. */
  static final String FINGERPRINT = "fingerprint";

  private static final String SORT_KEY = "CLAIM";

  /**
   * How long a reused id is noticed across subjects. Within a subject it is noticed for as long as
   * the subject is kept.
   */
  private static final Duration RECEIPT_KEPT_FOR = Duration.ofDays(730);

  /** The event's source and id belong to its shipment. */
  static Claim receipt(ReceivedEvent received) {
    String key = received.event().key();
    return new Claim(
        ItemKey.of(LedgerTable.RECEIPTS, key),
        Item.begin()
            .with("shipment", received.event().shipment().toString())
            .with(LedgerTable.EXPIRY, received.receivedAt().plus(RECEIPT_KEPT_FOR).getEpochSecond())
            .toMap(),
        Condition.ABSENT,
        Optional.empty(),
        Optional.of(key));
  }

  /** An identifier that its owner may take again. */
  static Claim of(Identifier identifier, Optional<String> eventKey) {
    return new Claim(
        key(identifier.alias()),
        Map.of(TARGET, identifier.target()),
        new Condition.AbsentOrIs(TARGET, identifier.target()),
        Optional.of(identifier.alias()),
        eventKey);
  }

  /** An identifier that nobody may take again. */
  public static Claim once(Alias alias, String target) {
    return once(alias, target, Optional.empty());
  }

  /**
   * An identifier that nobody may take again.
   *
   * @param fingerprint of the request that takes it
   */
  public static Claim once(Alias alias, String target, Optional<String> fingerprint) {
    return new Claim(
        key(alias),
        Item.begin().with(TARGET, target).with(FINGERPRINT, fingerprint).toMap(),
        Condition.ABSENT,
        Optional.of(alias),
        Optional.empty());
  }

  /** Where it is kept what an identifier belongs to. */
  static ItemKey key(Alias alias) {
    return new ItemKey(LedgerTable.GUARANTEES, alias.toString(), SORT_KEY);
  }

  /** Whether it is an identifier of this sort. */
  public boolean isOf(String aliasKind) {
    return alias.filter(taken -> taken.kind().equals(aliasKind)).isPresent();
  }
}
