package com.cargobond.store.dynamo;

import com.cargobond.domain.audit.TrailCheck;
import com.cargobond.domain.audit.TrailHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** How often a trail is read again that grows while it is read. */
  private static final int READS_MAX = 10;

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
   * @param findings where a trail is not what was written, as sentences
   */
  public record Result(int trails, long entries, List<String> findings) {}

  private record Subject(LedgerTable table, Map<String, AttributeValue> key) {}

  private record Walk(long entries, List<String> findings) {}

  /** Verifies all. */
  public Result verify() {
    Map<String, Subject> subjects = new HashMap<>();
    Stream.of(LedgerTable.GUARANTEES, LedgerTable.DEPOSITS)
        .forEach(table -> heads(table).forEach(item -> add(subjects, table, item)));
    List<String> findings = new ArrayList<>();
    long entries = 0;
    for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
      Walk walk = walk(subject.getKey(), subject.getValue());
      entries += walk.entries();
      findings.addAll(walk.findings());
    }
    firstEntries()
        .filter(subject -> !subjects.containsKey(subject) && isUnknown(subject))
        .forEach(subject -> findings.add(subject + ": a trail of something that is not there"));
    return new Result(subjects.size(), entries, findings.stream().sorted().toList());
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

  /** Reads again while somebody writes in between. */
  private Walk walk(String name, Subject subject) {
    Optional<TrailHead> before = head(subject);
    for (int i = 1; ; i++) {
      TrailCheck check = new TrailCheck(name);
      long entries = walk(name, check);
      Optional<TrailHead> after = head(subject);
      if (before.equals(after) || i == READS_MAX) {
        return new Walk(entries, check.end(after.orElse(TrailHead.NONE)));
      }
      before = after;
    }
  }

  private long walk(String name, TrailCheck check) {
    Key partition = Key.builder().partitionValue(name).build();
    return tables
        .audit()
        .query(
            query ->
                query.queryConditional(QueryConditional.keyEqualTo(partition)).consistentRead(true))
        .items()
        .stream()
        .peek(row -> check.next(row.entry(), row.hash()))
        .count();
  }

  private Optional<TrailHead> head(Subject subject) {
    return Optional.ofNullable(
            client
                .getItem(
                    get ->
                        get.tableName(subject.table().name(prefix))
                            .key(subject.key())
                            .consistentRead(true))
                .item()
                .get(Rows.TRAIL))
        .map(AttributeValue::s)
        .map(TrailHead::parse);
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
    return subject(name).flatMap(this::head).isEmpty();
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
