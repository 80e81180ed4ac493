package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.store.ledger.Others.UETR;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.dynamo.LedgerTables;
import com.cargobond.store.dynamo.LocalDynamo;
import com.cargobond.store.dynamo.StoredItems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The items of every table as a deployed ledger has them. Whatever becomes of the code, the same
 * story writes the same bytes: a table that is in use is never converted.
 */
class GoldenItemsTest {

  private static final Path WRITTEN = Path.of("target", "golden-items.txt");

  private final String prefix = LocalDynamo.newPrefix();
  private Ledger ledger;

  @BeforeEach
  void begin() {
    LedgerTables.create(LocalDynamo.client(), prefix);
    ledger = LocalDynamo.ledger(prefix);
  }

  @Test
  void the_same_story_writes_the_same_items() throws IOException {
    story().forEach(act -> act.on(ledger));

    List<String> items = StoredItems.of(LocalDynamo.client(), prefix);

    Files.write(WRITTEN, items);
    assertThat(items).as("%s as it was", WRITTEN).isEqualTo(golden());
    assertThat(LedgerTable.values())
        .as("every table has items, but the one that new kinds share")
        .filteredOn(table -> table != LedgerTable.SUBJECTS)
        .allMatch(table -> items.stream().anyMatch(item -> item.startsWith(table.name(""))));
  }

  private static List<String> golden() throws IOException {
    try (InputStream golden = GoldenItemsTest.class.getResourceAsStream("golden-items.txt")) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Object resend(Ledger ledger) {
    ExceptionLedger exceptions = new TestLedgers(ledger).exceptions();
    ExceptionFilter events =
        new ExceptionFilter(Optional.of(OpenException.EVENT), Optional.empty(), Optional.empty());
    return exceptions.resendAll(
        events,
        1,
        AChange.AT,
        "ops",
        event -> new OpenException.Content.Message(MessageQueue.CARGO_EVENTS, "group", "body"),
        AChange.AT);
  }

  /** Something of every kind: held, forced, refused, demanded, shared, paid, frozen, set aside. */
  private static Stream<Act> story() {
    return Stream.of(
        Others.nearlyUsedUp(),
        Others.limit("1100.00"),
        Others.proposed("900.00"),
        Act.told(
            manifested(),
            declared("100.00"),
            released(),
            assessed("120.00"),
            paid("40.00"),
            reversed("40.00").with("reversalNo", "RV-1"),
            demanded("60.00"),
            demandDecided("COMPLY"),
            demandPaid()),
        Act.told(declared("5000.00").about("HAWB-4").declaration(Others.number(4))),
        Act.told(declared("80.00").alsoAbout("HAWB-5")),
        Act.told(
            declared("10.00").about("HAWB-6").declaration(Others.number(6)).id("E-1"),
            declared("20.00").about("HAWB-6").declaration(Others.number(6)).id("E-1")),
        Act.told(
            depositTaken("1000.00"),
            refundApproved("A1", "300.00"),
            conversionApproved("A2", "100.00"),
            payeeApproved("P1", "99")),
        Others.sent(UETR),
        Others.outcome(UETR, PaymentOutcome.REJECTED),
        Act.told(refundApproved("A3", "50.00"), frozen("C1")),
        Act.of("seeing to what was set aside", GoldenItemsTest::resend),
        Act.of("guarantee without Customs", Others.issued("G-2", 1)));
  }
}
