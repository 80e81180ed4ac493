package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailCheck;
import com.cargobond.domain.audit.TrailEntry;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.store.capability.StoredCapabilities;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Codec;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Place;
import com.cargobond.store.ledger.Range;
import com.cargobond.store.ledger.StoredCapabilityList;
import com.cargobond.store.ledger.TrailItems;
import com.cargobond.store.ledger.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Walks every audit trail of a deployment. It reads whole tables, and keeps the name of every
 * subject in memory; the ledger may go on meanwhile.
 */
public final class AuditTrails {

  private final DynamoDbClient client;
  private final DynamoItems items;
  private final String prefix;
  private final StoredCapabilityList stored;

  /** The trails of one deployment. */
  public AuditTrails(DynamoDbClient client, String prefix) {
    this(client, prefix, StoredCapabilities.ALL);
  }

  /** The trails of these capabilities in one deployment. */
  public AuditTrails(DynamoDbClient client, String prefix, StoredCapabilityList stored) {
    this.client = client;
    this.prefix = prefix;
    this.items = new DynamoItems(client, prefix);
    this.stored = stored;
  }

  /**
   * What was seen.
   *
   * @param heads the last entry of each trail, by its subject
   * @param findings where a trail is not what was written, as sentences
   */
  public record Result(SortedMap<String, TrailHead> heads, long entries, List<String> findings) {}

  private record Subject(Codec<?> codec, ItemKey key) {}

  private record Walk(TrailHead head, long entries, List<String> findings) {}

  /** Verifies all. */
  public Result verify() {
    Map<String, Subject> subjects = new HashMap<>();
    trailed().forEach(codec -> subjects(codec).forEach(one -> subjects.put(name(one), one)));
    SortedMap<String, TrailHead> heads = new TreeMap<>();
    List<String> findings = new ArrayList<>();
    long entries = 0;
    for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
      Walk walk = walk(subject.getKey(), subject.getValue());
      heads.put(subject.getKey(), walk.head());
      entries += walk.entries();
      findings.addAll(walk.findings());
    }
    firstEntries()
        .filter(subject -> !subjects.containsKey(subject) && isUnknown(subject))
        .forEach(subject -> findings.add(subject + ": a trail of something that is not there"));
    return new Result(heads, entries, findings.stream().sorted().toList());
  }

  private Stream<Codec<?>> trailed() {
    return stored.codecs().stream().filter(Codec::hasTrail);
  }

  /** Every entry of a kind that has the head of a trail. */
  private Stream<Subject> subjects(Codec<?> codec) {
    LedgerTable table =
        switch (codec.place("")) {
          case Place.One one -> one.key().table();
          case Place.Several several -> several.range().table();
        };
    return client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(table.name(prefix))
                .consistentRead(true)
                .filterExpression("attribute_exists(" + Version.TRAIL + ")")
                .projectionExpression(table.sortKey().map(sort -> "pk, " + sort).orElse("pk"))
                .build())
        .items()
        .stream()
        .map(item -> new Subject(codec, key(table, item)))
        .filter(subject -> codec.entryOf(name(subject)).equals(Optional.of(subject.key())));
  }

  private static ItemKey key(LedgerTable table, Map<String, AttributeValue> item) {
    return new ItemKey(
        table,
        item.get(LedgerTable.PARTITION_KEY).s(),
        table.sortKey().map(sort -> item.get(sort).s()).orElse(""));
  }

  private static String name(Subject subject) {
    return subject.codec().trailOf(subject.key());
  }

  /**
   * Reads the subject first: what its head tells of is there, whatever is written meanwhile. Its
   * last entry must say how it stands.
   */
  private Walk walk(String name, Subject subject) {
    Optional<Item> item = items.get(subject.key());
    TrailHead head = head(item);
    TrailCheck check = new TrailCheck(name, head);
    List<String> findings = new ArrayList<>();
    long entries = 0;
    for (Item row : (Iterable<Item>) items.range(Range.of(LedgerTable.AUDIT, name))::iterator) {
      TrailEntry entry = TrailItems.entry(row);
      entries++;
      check.next(entry, TrailItems.hash(row));
      if (entry.head().equals(head) && !subject.codec().isToldBy(entry, item.orElseThrow())) {
        findings.add(name + ": stands otherwise than entry " + head.number() + " says");
      }
    }
    findings.addAll(check.end(() -> head(items.get(subject.key()))));
    return new Walk(head, entries, findings);
  }

  private static TrailHead head(Optional<Item> item) {
    return item.flatMap(there -> there.findText(Version.TRAIL))
        .map(TrailHead::parse)
        .orElse(TrailHead.NONE);
  }

  private Stream<String> firstEntries() {
    return client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(LedgerTable.AUDIT.name(prefix))
                .projectionExpression("pk")
                .build())
        .items()
        .stream()
        .map(item -> item.get(LedgerTable.PARTITION_KEY).s())
        .distinct();
  }

  /** It may have come about since the others were listed. */
  private boolean isUnknown(String name) {
    return trailed()
        .flatMap(codec -> codec.entryOf(name).stream())
        .allMatch(key -> head(items.get(key)).equals(TrailHead.NONE));
  }
}
