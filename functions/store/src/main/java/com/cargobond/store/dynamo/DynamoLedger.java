package com.cargobond.store.dynamo;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.guarantee.Demand;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DepositId;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.BusyLedger;
import com.cargobond.store.CommitResult;
import com.cargobond.store.Deadline;
import com.cargobond.store.ExceptionPlace;
import com.cargobond.store.Found;
import com.cargobond.store.IssuedGuarantee;
import com.cargobond.store.Ledger;
import com.cargobond.store.LedgerChange;
import com.cargobond.store.LedgerWrites;
import com.cargobond.store.ListedGuarantee;
import com.cargobond.store.OpenException;
import com.cargobond.store.OperatorProfile;
import com.cargobond.store.Page;
import com.cargobond.store.Recheck;
import com.cargobond.store.SetAside;
import com.cargobond.store.Touched;
import com.cargobond.store.Versioned;
import com.cargobond.store.VersionedGuarantee;
import com.cargobond.store.deployment.LedgerTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The ledger on DynamoDB. */
public final class DynamoLedger implements Ledger {

  private static final int READS_MAX = 10;

  private final DynamoDbClient client;
  private final DynamoDbEnhancedClient enhanced;
  private final Tables tables;
  private final Transactions transactions;

  /** A registration number never changes its guarantee. */
  private final Map<RegistrationNo, GuaranteeId> registrations = new ConcurrentHashMap<>();

  /**
   * A ledger on the tables of one deployment.
   *
   * @param prefix before each table's name
   */
  public DynamoLedger(DynamoDbClient client, String prefix) {
    this.client = client;
    this.enhanced =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build();
    this.tables = new Tables(enhanced, prefix);
    this.transactions = new Transactions(enhanced, tables);
  }

  /**
   * Opens the connection, resolves the credentials and signs a request, so that the next call pays
   * for none of it. It reads an item that never exists.
   */
  public void connect() {
    claim(ClaimRow.registrationKey(""));
  }

  /**
   * Reads again while the slices do not sum to the limit, or the terms are not there yet: a query
   * may see one side of a transaction that moves headroom from slice to slice, or a part of one
   * that issues the guarantee.
   */
  @Override
  public Optional<VersionedGuarantee> guarantee(GuaranteeId id) {
    for (int i = 0; i < READS_MAX; i++) {
      List<Map<String, AttributeValue>> items = guaranteeItems(id);
      if (items.isEmpty()) {
        return Optional.empty();
      }
      Optional<VersionedGuarantee> whole = wholeGuarantee(items);
      if (whole.isPresent()) {
        return whole;
      }
    }
    throw new BusyLedger();
  }

  private List<Map<String, AttributeValue>> guaranteeItems(GuaranteeId id) {
    // One query reads the terms and every slice: SLICE#… to TERMS, and not the demands.
    return client
        .query(
            query ->
                query
                    .tableName(tables.guaranteesName())
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(TermsRow.partitionKey(id)),
                            ":first", AttributeValue.fromS(SliceRow.SORT_KEY_PREFIX),
                            ":last", AttributeValue.fromS(TermsRow.SORT_KEY))))
        .items();
  }

  /** Empty if that is a part only, or two halves of different times. */
  private static Optional<VersionedGuarantee> wholeGuarantee(
      List<Map<String, AttributeValue>> items) {
    if (!items.getLast().get(Rows.SORT_KEY).s().equals(TermsRow.SORT_KEY)) {
      return Optional.empty();
    }
    TermsRow terms = TermsRow.SCHEMA.mapToItem(items.getLast());
    List<SliceRow> slices =
        items.subList(0, items.size() - 1).stream().map(SliceRow.SCHEMA::mapToItem).toList();
    Guarantee guarantee = terms.with(slices.stream().map(SliceRow::position).toList());
    return Optional.of(
            new VersionedGuarantee(
                guarantee,
                terms.revision(),
                slices.stream().map(SliceRow::revision).toList(),
                terms.trail(),
                slices.stream().map(SliceRow::trail).toList(),
                terms.announced()))
        .filter(read -> guarantee.position().limit() == guarantee.terms().limit().minor());
  }

  @Override
  public Optional<GuaranteeId> registered(RegistrationNo number) {
    GuaranteeId known = registrations.get(number);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<GuaranteeId> found =
        claim(ClaimRow.registrationKey(number.value()))
            .map(claim -> new GuaranteeId(claim.target()));
    found.ifPresent(id -> registrations.put(number, id));
    return found;
  }

  @Override
  public Optional<IssuedGuarantee> issued(String idempotencyKey) {
    return claim(ClaimRow.issuanceKey(idempotencyKey))
        .map(
            claim ->
                new IssuedGuarantee(
                    new GuaranteeId(claim.target()), claim.fingerprint().orElseThrow()));
  }

  @Override
  public Optional<ShipmentId> shipmentOfDemand(DemandId demand) {
    return claim(ClaimRow.demandKey(demand.value())).map(claim -> ShipmentId.parse(claim.target()));
  }

  @Override
  public Versioned<OperatorProfile> operator(Uscc operator) {
    OperatorRow row =
        tables
            .operators()
            .getItem(
                get ->
                    get.key(key(OperatorRow.partitionKey(operator), OperatorRow.SORT_KEY))
                        .consistentRead(true));
    return row == null
        ? new Versioned<>(OperatorProfile.unknown(operator), 0)
        : new Versioned<>(row.profile(), row.revision());
  }

  @Override
  public Map<ShipmentId, Versioned<Shipment>> shipments(Set<ShipmentId> ids) {
    return find(new Touched(ids, Set.of(), Set.of())).shipments();
  }

  @Override
  public Map<DepositId, Versioned<Deposit>> deposits(Set<DepositId> ids) {
    return find(new Touched(Set.of(), ids, Set.of())).deposits();
  }

  @Override
  public Found find(Touched touched) {
    Map<ShipmentId, Versioned<Shipment>> shipments = new HashMap<>();
    touched.shipments().forEach(id -> shipments.put(id, new Versioned<>(Shipment.unknown(id), 0)));
    Map<DepositId, Versioned<Deposit>> deposits = new HashMap<>();
    touched.deposits().forEach(id -> deposits.put(id, new Versioned<>(Deposit.unknown(id), 0)));
    Map<String, RegistrationNo> unseen =
        touched.registrations().stream()
            .filter(number -> !registrations.containsKey(number))
            .collect(
                Collectors.toMap(
                    number -> ClaimRow.registrationKey(number.value()), Function.identity()));
    Map<String, DeclarationNo> declarations =
        touched.declarations().stream()
            .collect(Collectors.toMap(ClaimRow::declarationKey, Function.identity()));
    Map<DeclarationNo, Set<ShipmentId>> bearers = new HashMap<>();
    touched.declarations().forEach(declaration -> bearers.put(declaration, Set.of()));
    new BatchRead(enhanced)
        .add(
            tables.shipments(),
            keys(touched.shipments()),
            row -> shipments.put(row.shipment().id(), row.versioned()))
        .add(
            tables.deposits(),
            keys(touched.deposits()),
            row ->
                deposits.put(
                    row.deposit().id(),
                    new Versioned<>(row.deposit(), row.revision(), row.trail())))
        .add(
            tables.claims(),
            Stream.concat(unseen.keySet().stream(), declarations.keySet().stream())
                .map(key -> key(key, ClaimRow.SORT_KEY))
                .toList(),
            claim -> {
              DeclarationNo declaration = declarations.get(claim.key());
              if (declaration == null) {
                registrations.put(unseen.get(claim.key()), new GuaranteeId(claim.target()));
              } else {
                bearers.put(declaration, claim.shipments());
              }
            })
        .run();
    return new Found(shipments, deposits, registered(touched.registrations()), bearers);
  }

  private Map<RegistrationNo, GuaranteeId> registered(Set<RegistrationNo> numbers) {
    return numbers.stream()
        .filter(registrations::containsKey)
        .collect(Collectors.toMap(Function.identity(), registrations::get));
  }

  private static List<Key> keys(Set<?> ids) {
    return ids.stream().map(id -> key(id.toString())).toList();
  }

  @Override
  public Page<Deposit> allDeposits(int limit, Optional<String> after) {
    return scan(tables.deposits(), DepositRow::deposit, limit, after);
  }

  @Override
  public Optional<DepositId> depositOfRefund(RefundId refund) {
    return claim(ClaimRow.refundKey(refund.value())).map(claim -> new DepositId(claim.target()));
  }

  @Override
  public Page<RefundId> openRefunds(int limit, Optional<String> after) {
    return page(
            tables.openRefunds(),
            OpenRefundRow.PARTITIONS,
            after.map(OpenRefundRow::partition).orElse(0),
            OpenRefundRow::partitionKey,
            limit,
            after,
            row -> row.refund().value())
        .map(OpenRefundRow::refund);
  }

  @Override
  public Page<ListedGuarantee> listedGuarantees(int limit, Optional<String> after) {
    return page(
            tables.listed(),
            1,
            0,
            partition -> ListedRow.PARTITION,
            limit,
            after,
            row -> row.guarantee().id().value())
        .map(ListedRow::guarantee);
  }

  /** A page of rows that are spread over partitions, from a partition on. */
  private static <R> Page<R> page(
      DynamoDbTable<R> table,
      int partitions,
      int first,
      IntFunction<String> partitionKey,
      int limit,
      Optional<String> after,
      Function<R, String> sortKey) {
    List<R> found = new ArrayList<>();
    for (int i = first; i < partitions && found.size() <= limit; i++) {
      Key from = key(partitionKey.apply(i), i == first ? after.orElse(" ") : " ");
      table
          .query(
              query ->
                  query
                      .queryConditional(QueryConditional.sortGreaterThan(from))
                      .limit(limit + 1)
                      .consistentRead(true))
          .items()
          .stream()
          .limit(limit + 1L - found.size())
          .forEach(found::add);
    }
    List<R> shown = List.copyOf(found.subList(0, Math.min(limit, found.size())));
    return new Page<>(
        shown,
        found.size() > limit ? Optional.of(sortKey.apply(shown.getLast())) : Optional.empty());
  }

  @Override
  public Page<Deadline> deadlines(LocalDate until, int limit, Optional<String> after) {
    Optional<Deadline> last = after.map(Deadline::parse);
    int first = last.map(DeadlineRow::partition).orElse(0);
    // Sorts after every deadline of the day.
    String end = until + "$";
    List<Deadline> found = new ArrayList<>();
    for (int i = first; i < DeadlineRow.PARTITIONS && found.size() <= limit; i++) {
      String start = i == first ? after.map(token -> token + " ").orElse(" ") : " ";
      String partition = DeadlineRow.partitionKey(i);
      tables
          .deadlines()
          .query(
              query ->
                  query
                      .queryConditional(
                          QueryConditional.sortBetween(key(partition, start), key(partition, end)))
                      .limit(limit + 1)
                      .consistentRead(true))
          .items()
          .stream()
          .limit(limit + 1L - found.size())
          .forEach(row -> found.add(row.deadline()));
    }
    List<Deadline> shown = List.copyOf(found.subList(0, Math.min(limit, found.size())));
    return new Page<>(
        shown, found.size() > limit ? Optional.of(shown.getLast().toString()) : Optional.empty());
  }

  @Override
  public Page<Demand> demands(GuaranteeId guarantee, int limit, Optional<String> after) {
    String partition = TermsRow.partitionKey(guarantee);
    Key first =
        key(partition, DemandRow.SORT_KEY_PREFIX + after.map(last -> last + " ").orElse(""));
    List<Demand> found =
        tables
            .demands()
            .query(
                query ->
                    query
                        .queryConditional(
                            QueryConditional.sortBetween(
                                first, key(partition, DemandRow.SORT_KEY_LAST)))
                        .limit(limit + 1)
                        .consistentRead(true))
            .items()
            .stream()
            .limit(limit + 1L)
            .map(DemandRow::demand)
            .toList();
    List<Demand> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown, found.size() > limit ? Optional.of(shown.getLast().id().value()) : Optional.empty());
  }

  @Override
  public Page<ShipmentId> openHolds(GuaranteeId guarantee, int limit, Optional<String> after) {
    int slices = guarantee(guarantee).map(read -> read.guarantee().slices().size()).orElse(0);
    HoldToken token = HoldToken.parse(after);
    List<HoldRow> found = new ArrayList<>();
    for (int slice = token.slice(); slice < slices && found.size() <= limit; slice++) {
      String last = slice == token.slice() ? token.shipment() : " ";
      Key from = key(HoldRow.partitionKey(guarantee, slice), last);
      tables
          .holds()
          .query(
              query ->
                  query
                      .queryConditional(QueryConditional.sortGreaterThan(from))
                      .limit(limit + 1)
                      .consistentRead(true))
          .items()
          .stream()
          .limit(limit + 1L - found.size())
          .forEach(found::add);
    }
    List<HoldRow> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page<>(
        shown.stream().map(HoldRow::shipment).toList(),
        found.size() > limit
            ? Optional.of(HoldToken.of(shown.getLast()).toString())
            : Optional.empty());
  }

  @Override
  public Page<ShipmentId> refused(RegistrationNo number, int limit, Optional<String> after) {
    return page(
            tables.refusals(),
            RefusalRow.PARTITIONS,
            after.map(RefusalRow::partition).orElse(0),
            partition -> RefusalRow.partitionKey(number, partition),
            limit,
            after,
            row -> row.shipment().toString())
        .map(RefusalRow::shipment);
  }

  @Override
  public List<Recheck> rechecks(int limit) {
    Key all = key(RecheckRow.PARTITION);
    return tables
        .rechecks()
        .query(
            query ->
                query
                    .queryConditional(QueryConditional.keyEqualTo(all))
                    .limit(limit)
                    .consistentRead(true))
        .items()
        .stream()
        .limit(limit)
        .map(RecheckRow::recheck)
        .toList();
  }

  @Override
  public Stream<OpenException> openExceptions(Optional<ExceptionPlace> after) {
    Iterator<OpenException> byAge = new ExceptionsByAge(client, tables.exceptionsName(), after);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(byAge, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public Optional<OpenException> openException(String id) {
    return Optional.ofNullable(
            tables
                .exceptions()
                .getItem(get -> get.key(ExceptionRow.openKey(id)).consistentRead(true)))
        .map(ExceptionRow::exception);
  }

  @Override
  public Page<SetAside> setAside(OpenException exception, int limit, Optional<String> after) {
    return page(
            tables.setAside(),
            1,
            0,
            partition -> SetAsideRow.partitionKey(exception),
            limit,
            after,
            row -> row.aside().id())
        .map(SetAsideRow::aside);
  }

  @Override
  public Optional<SetAside> setAside(OpenException exception, String id) {
    return Optional.ofNullable(
            tables
                .setAside()
                .getItem(get -> get.key(SetAsideRow.key(exception, id)).consistentRead(true)))
        .map(SetAsideRow::aside);
  }

  /** One page of a table without sort keys. */
  private static <R, T> Page<T> scan(
      DynamoDbTable<R> table, Function<R, T> reading, int limit, Optional<String> after) {
    var page =
        table
            .scan(
                scan -> {
                  scan.limit(limit).consistentRead(true);
                  after.ifPresent(
                      last ->
                          scan.exclusiveStartKey(
                              Map.of(LedgerTable.PARTITION_KEY, AttributeValue.fromS(last))));
                })
            .iterator()
            .next();
    return new Page<>(
        page.items().stream().map(reading).toList(),
        Optional.ofNullable(page.lastEvaluatedKey())
            .map(key -> key.get(LedgerTable.PARTITION_KEY).s()));
  }

  @Override
  public void announce(GuaranteeId guarantee, Instant until) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(tables.guaranteesName())
                  .key(
                      Map.of(
                          LedgerTable.PARTITION_KEY,
                          AttributeValue.fromS(TermsRow.partitionKey(guarantee)),
                          Rows.SORT_KEY,
                          AttributeValue.fromS(TermsRow.SORT_KEY)))
                  .updateExpression("SET " + TermsRow.ANNOUNCED + " = :until")
                  .expressionAttributeValues(
                      Map.of(":until", AttributeValue.fromS(until.toString()))));
    } catch (TransactionConflictException committing) {
      // Another command is being written this moment; who announces reads again anyway.
    }
  }

  @Override
  public CommitResult commit(LedgerChange change) {
    return transactions.commit(LedgerWrites.of(change, this), change.at());
  }

  private Optional<ClaimRow> claim(String partitionKey) {
    return Optional.ofNullable(
        tables
            .claims()
            .getItem(get -> get.key(key(partitionKey, ClaimRow.SORT_KEY)).consistentRead(true)));
  }

  private static Key key(String partition) {
    return Key.builder().partitionValue(partition).build();
  }

  private static Key key(String partition, String sort) {
    return Key.builder().partitionValue(partition).sortValue(sort).build();
  }
}
