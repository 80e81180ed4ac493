package com.cargobond.store.dynamo;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.audit.TrailHead;
import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.RequestFingerprint;
import com.cargobond.store.ledger.EventLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was written is found in order, and what somebody did to it is found. */
class AuditTrailsTest {

  private static final RequestFingerprint NO_REQUEST = new RequestFingerprint("", "");
  private static final Cause CAUSE =
      Cause.of("BANK/bank-1", "ISSUE", Instant.parse("2026-07-02T00:00:00Z"));
  private static final GuaranteeId ID = new GuaranteeId("G-1");
  private static final String DEPOSIT = "DEPOSIT#" + AnEvent.DEPOSIT;

  private final DynamoDbClient client = LocalDynamo.client();
  private final String prefix = LocalDynamo.newPrefix();
  private DynamoLedger ledger;

  @BeforeEach
  void write_some() {
    LedgerTables.create(client, prefix);
    ledger = new DynamoLedger(client, prefix);
    GuaranteeLedger guarantees = new GuaranteeLedger(ledger);
    guarantees.issue(
        Optional.empty(), NO_REQUEST, () -> ID, AGuarantee.aGuarantee().terms(), 3, CAUSE);
    guarantees.register(ID, new RegistrationNo("REG-1"), CAUSE);
    guarantees.change(ID, Guarantee::suspend, CAUSE);
    guarantees.change(ID, Guarantee::resume, CAUSE);
    tell(declared("100.00"));
    tell(declared("200.00").id("E-2").with("declarationVersion", 2));
    tell(depositTaken("1000.00"));
    tell(conversionApproved("A1", "300.00"));
    tell(conversionApproved("A2", "300.00"));
  }

  @Test
  void what_was_written_is_in_order() {
    AuditTrails.Result result = verify();

    assertThat(result.findings()).isEmpty();
    assertThat(result.heads()).hasSize(1 + 3 + 1);
    assertThat(result.heads().get(DEPOSIT)).isEqualTo(new TrailHead(3, entry(3).get("hash").s()));
    assertThat(result.entries()).isEqualTo(4 + 2 + 3);
  }

  @Test
  void a_trail_that_grows_between_all_the_reads_is_in_order() {
    AtomicInteger approvals = new AtomicInteger();
    DynamoDbClient busy =
        new InterruptedDynamo(
            client,
            () -> tell(conversionApproved("G-" + approvals.incrementAndGet(), "0.01")),
            LedgerTable.AUDIT.name(prefix),
            LedgerTable.DEPOSITS.name(prefix));

    assertThat(new AuditTrails(busy, prefix).verify().findings()).isEmpty();
    assertThat(approvals).hasValueGreaterThan(1);
  }

  @Test
  void an_entry_that_was_never_written_is_found() {
    Map<String, AttributeValue> fourth = new HashMap<>(entry(3));
    fourth.put(LedgerTable.SORT_KEY, key(4).get(LedgerTable.SORT_KEY));
    put(fourth);

    assertThat(verify().findings())
        .contains(DEPOSIT + ": entries after 3 are there that were never written");
  }

  @Test
  void a_deposit_that_was_changed_past_its_trail_is_found() {
    Map<String, AttributeValue> deposit =
        new HashMap<>(
            item(LedgerTable.DEPOSITS, Map.of("pk", AttributeValue.fromS(AnEvent.DEPOSIT))));
    List<AttributeValue> journal = new ArrayList<>(deposit.get("journal").l());
    journal.removeLast();
    deposit.put("journal", AttributeValue.fromL(journal));
    client.putItem(put -> put.tableName(LedgerTable.DEPOSITS.name(prefix)).item(deposit));

    assertThat(verify().findings())
        .containsExactly(DEPOSIT + ": stands otherwise than entry 3 says");
  }

  @ParameterizedTest
  @CsvSource({
    "TERMS,    coverTo,  S, 2036-12-31, GUARANTEE#G-1: stands otherwise than entry 4 says",
    "SLICE#00, reserved, N, 1,          stands otherwise than entry",
  })
  void a_guarantee_that_was_changed_past_its_trail_is_found(
      String row, String attribute, String type, String value, String finding) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk",
            AttributeValue.fromS("GUARANTEE#G-1"),
            LedgerTable.SORT_KEY,
            AttributeValue.fromS(row));
    Map<String, AttributeValue> changed = new HashMap<>(item(LedgerTable.GUARANTEES, key));
    changed.put(
        attribute, type.equals("S") ? AttributeValue.fromS(value) : AttributeValue.fromN(value));
    client.putItem(put -> put.tableName(LedgerTable.GUARANTEES.name(prefix)).item(changed));

    assertThat(verify().findings()).singleElement().asString().contains(finding);
  }

  @Test
  void a_slice_whose_limit_an_amendment_changed_is_in_order() {
    new GuaranteeLedger(ledger)
        .change(
            ID,
            guarantee ->
                guarantee.amend(
                    new Amendment(
                        Optional.of(TestMoney.yuan("4000.00")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
            CAUSE);

    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void a_guarantee_whose_slices_all_gave_headroom_is_in_order() {
    GuaranteeId wide = new GuaranteeId("G-2");
    GuaranteeLedger guarantees = new GuaranteeLedger(ledger);
    guarantees.issue(
        Optional.empty(),
        NO_REQUEST,
        () -> wide,
        AGuarantee.aGuarantee().numbered("WIDE").terms(),
        64,
        CAUSE);
    guarantees.register(wide, new RegistrationNo("REG-2"), CAUSE);
    tell(declared("1000.00").naming("REG-2").about("HAWB-2").id("E-3"));
    tell(declared("900.00").naming("REG-2").about("HAWB-2").id("E-4").version(2));

    assertThat(verify().findings()).isEmpty();
    assertThat(verify().heads()).containsKey("GUARANTEE#G-2");
  }

  @Test
  void a_changed_entry_is_found() {
    Map<String, AttributeValue> entry = new HashMap<>(entry(2));
    entry.put("actor", AttributeValue.fromS("nobody"));
    put(entry);

    assertThat(verify().findings()).containsExactly(DEPOSIT + ": entry 2 was changed");
  }

  @Test
  void a_missing_entry_is_found() {
    delete(2);

    assertThat(verify().findings())
        .contains(DEPOSIT + ": entry 3 follows entry 1: entries are missing or reordered");
  }

  @Test
  void a_missing_end_is_found() {
    delete(3);

    assertThat(verify().findings()).containsExactly(DEPOSIT + ": entries 3 to 3 are missing");
  }

  @Test
  void reordered_entries_are_found() {
    Map<String, AttributeValue> second = new HashMap<>(entry(2));
    Map<String, AttributeValue> third = new HashMap<>(entry(3));
    second.put(LedgerTable.SORT_KEY, third.get(LedgerTable.SORT_KEY));
    third.put(LedgerTable.SORT_KEY, entry(2).get(LedgerTable.SORT_KEY));
    put(second);
    put(third);

    assertThat(verify().findings())
        .contains(DEPOSIT + ": entry 2 was changed", DEPOSIT + ": entry 3 was changed");
  }

  @Test
  void a_trail_whose_deposit_was_deleted_is_found() {
    client.deleteItem(
        delete ->
            delete
                .tableName(LedgerTable.DEPOSITS.name(prefix))
                .key(Map.of("pk", AttributeValue.fromS(AnEvent.DEPOSIT))));

    assertThat(verify().findings())
        .containsExactly(DEPOSIT + ": a trail of something that is not there");
  }

  @Test
  void a_trail_of_a_slice_or_of_nothing_at_all_that_is_not_there_is_found() {
    for (String name : new String[] {"GUARANTEE#G-9", "GUARANTEE#G-1#07", "NOTHING"}) {
      Map<String, AttributeValue> entry = new HashMap<>(entry(1));
      entry.put("pk", AttributeValue.fromS(name));
      put(entry);
    }

    assertThat(verify().findings())
        .containsExactly(
            "GUARANTEE#G-1#07: a trail of something that is not there",
            "GUARANTEE#G-9: a trail of something that is not there",
            "NOTHING: a trail of something that is not there");
  }

  private AuditTrails.Result verify() {
    return new AuditTrails(client, prefix).verify();
  }

  private void tell(AnEvent... events) {
    new EventLedger(ledger).apply(Arrays.stream(events).map(AnEvent::accepted).toList());
  }

  private static Map<String, AttributeValue> key(int number) {
    return Map.of(
        "pk",
        AttributeValue.fromS(DEPOSIT),
        LedgerTable.SORT_KEY,
        AttributeValue.fromS("%012d".formatted(number)));
  }

  private Map<String, AttributeValue> entry(int number) {
    return item(LedgerTable.AUDIT, key(number));
  }

  private Map<String, AttributeValue> item(LedgerTable table, Map<String, AttributeValue> key) {
    return client.getItem(get -> get.tableName(table.name(prefix)).key(key)).item();
  }

  private void put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(LedgerTable.AUDIT.name(prefix)).item(item));
  }

  private void delete(int number) {
    client.deleteItem(delete -> delete.tableName(LedgerTable.AUDIT.name(prefix)).key(key(number)));
  }
}
