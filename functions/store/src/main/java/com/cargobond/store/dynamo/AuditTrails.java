package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailCheck;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.store.deployment.LedgerTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Walks every audit trail of a deployment. It reads whole tables, and keeps the name of every
 * subject in memory; the ledger may go on meanwhile.
 */
public final class AuditTrails {

  private static final String DEPOSIT = "DEPOSIT#";
  private static final Pattern GUARANTEE = Pattern.compile("(GUARANTEE#[^#]+)(?:#(\\d{1,2}))?");

  private final DynamoDbClient client;
  private final Tables tables;
  private final String prefix;

  /** The trails of one deployment. */
  public AuditTrails(DynamoDbClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
    this.tables =
        new Tables(
            DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build(),
            prefix);
  }

  /**
   * What was seen.
   *
   * @param heads the last entry of each trail, by its subject
   * @param findings where a trail is not what was written, as sentences
   */
  public record Result(SortedMap<String, TrailHead> heads, long entries, List<String> findings) {}

  private record Subject(LedgerTable table, Map<String, AttributeValue> key) {}

  private record Walk(TrailHead head, long entries, List<String> findings) {}

  /** Verifies all. */
  public Result verify() {
    Map<String, Subject> subjects = new HashMap<>();
    Stream.of(LedgerTable.GUARANTEES, LedgerTable.DEPOSITS)
        .forEach(table -> heads(table).forEach(item -> add(subjects, table, item)));
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

  private Stream<Map<String, AttributeValue>> heads(LedgerTable table) {
    return client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(table.name(prefix))
                .consistentRead(true)
                .filterExpression("attribute_exists(" + Rows.TRAIL + ")")
                .projectionExpression(table.sortKey().map(sort -> "pk, " + sort).orElse("pk"))
                .build())
        .items()
        .stream();
  }

  private static void add(
      Map<String, Subject> subjects, LedgerTable table, Map<String, AttributeValue> item) {
    subjects.put(name(table, item), new Subject(table, item));
  }

  private static String name(LedgerTable table, Map<String, AttributeValue> item) {
    String partition = item.get(LedgerTable.PARTITION_KEY).s();
    if (table == LedgerTable.DEPOSITS) {
      return DEPOSIT + partition;
    }
    String sort = item.get(Rows.SORT_KEY).s();
    return sort.startsWith(SliceRow.SORT_KEY_PREFIX)
        ? partition + "#" + Integer.parseInt(sort.substring(SliceRow.SORT_KEY_PREFIX.length()))
        : partition;
  }

  /**
   * Reads the subject first: what its head tells of is there, whatever is written meanwhile. Its
   * last entry must say how it stands.
   */
  private Walk walk(String name, Subject subject) {
    Map<String, AttributeValue> item = item(subject);
    TrailHead head = head(item).orElse(TrailHead.NONE);
    TrailCheck check = new TrailCheck(name, head);
    List<String> findings = new ArrayList<>();
    long entries = 0;
    for (TrailRow row : rows(name)) {
      entries++;
      check.next(row.entry(), row.hash());
      if (row.entry().head().equals(head) && !Standing.isToldBy(row.entry(), item)) {
        findings.add(name + ": stands otherwise than entry " + head.number() + " says");
      }
    }
    findings.addAll(check.end(() -> head(item(subject)).orElse(TrailHead.NONE)));
    return new Walk(head, entries, findings);
  }

  private Iterable<TrailRow> rows(String name) {
    Key partition = Key.builder().partitionValue(name).build();
    return tables
        .audit()
        .query(
            query ->
                query.queryConditional(QueryConditional.keyEqualTo(partition)).consistentRead(true))
        .items();
  }

  private Map<String, AttributeValue> item(Subject subject) {
    return client
        .getItem(
            get ->
                get.tableName(subject.table().name(prefix)).key(subject.key()).consistentRead(true))
        .item();
  }

  private static Optional<TrailHead> head(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get(Rows.TRAIL)).map(AttributeValue::s).map(TrailHead::parse);
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
    return subject(name).map(this::item).flatMap(AuditTrails::head).isEmpty();
  }

  private static Optional<Subject> subject(String name) {
    Matcher guarantee = GUARANTEE.matcher(name);
    if (guarantee.matches()) {
      String slice = guarantee.group(2);
      String sort = slice == null ? TermsRow.SORT_KEY : SliceRow.sortKey(Integer.parseInt(slice));
      return Optional.of(
          new Subject(
              LedgerTable.GUARANTEES,
              Map.of(
                  LedgerTable.PARTITION_KEY, AttributeValue.fromS(guarantee.group(1)),
                  Rows.SORT_KEY, AttributeValue.fromS(sort))));
    }
    return name.startsWith(DEPOSIT)
        ? Optional.of(
            new Subject(
                LedgerTable.DEPOSITS,
                Map.of(
                    LedgerTable.PARTITION_KEY,
                    AttributeValue.fromS(name.substring(DEPOSIT.length())))))
        : Optional.empty();
  }
}
