package com.cargobond.store.deposit;

import static com.cargobond.domain.fixture.AnEvent.account;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.deposit.DepositEntry;
import com.cargobond.domain.deposit.JournalSize;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.ADeposit;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.payment.AccountNo;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentEntry;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.store.ledger.Item;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deposit's journal as it is stored. */
class JournalFieldsTest {

  private static final RefundId REFUND = new RefundId("RF-000000000000000000000000");
  private static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");

  /** The longest of their kind, as far as one can tell. */
  private static final Instant AT = Instant.parse("2026-03-20T04:00:00.123456789Z");

  private static final String REASON = "R".repeat(64);

  static Stream<DepositEntry> everyKind() {
    return Stream.concat(
        Stream.of(
                depositTaken("9999999999999.99")
                    .with("reason", "保".repeat(512))
                    .with("payer", account("保".repeat(140), "6".repeat(34)))
                    .withAttribute("source", "s".repeat(256))
                    .id("i".repeat(128)),
                refundApproved("A1", "1.00").with("payee", account("ü".repeat(140), "1")),
                conversionApproved("A".repeat(64), "1.00"),
                payeeApproved("A1", "77"),
                forfeited("F1", "1.00"),
                frozen("C1"),
                unfrozen("C".repeat(64)))
            .map(AnEvent::event)
            .map(event -> new DepositEntry.Learned(event, AT)),
        Stream.of(
            step(new PaymentEntry.Sent(REFUND, UETR, AT)),
            step(new PaymentEntry.Told(UETR, PaymentOutcome.SETTLED, Optional.empty(), AT)),
            step(new PaymentEntry.Told(UETR, PaymentOutcome.REJECTED, Optional.of(REASON), AT)),
            step(
                new PaymentEntry.ToldOfUnknown(
                    REFUND, UETR, PaymentOutcome.RETURNED, Optional.of(REASON), AT)),
            step(new PaymentEntry.Denied(UETR, AT)),
            step(new PaymentEntry.Repaired(REFUND, new ApprovalNo(REASON), AT)),
            new DepositEntry.RepairedOnTrust(
                REFUND,
                new ApprovalNo(REASON),
                new DepositEntry.Account(
                    new AccountNo("6".repeat(34)), new CnapsCode("303791000177")),
                AT),
            step(new PaymentEntry.Unanswered(UETR, AT)),
            new DepositEntry.Elapsed(LocalDate.parse("2027-03-02"), AT)));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void reads_what_it_wrote(DepositEntry entry) {
    assertThat(JournalFields.journal(List.of(fields(entry)))).containsExactly(entry);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void takes_no_more_bytes_than_are_estimated(DepositEntry entry) {
    assertThat(JournalSize.bytes(entry))
        .isGreaterThanOrEqualTo(bytes(fields(entry).attributes()) + 1);
  }

  @Test
  void an_attempt_with_all_that_may_be_heard_of_it_has_the_room_that_is_kept_for_it() {
    int all =
        Stream.of(
                step(new PaymentEntry.Sent(REFUND, UETR, AT)),
                step(new PaymentEntry.Told(UETR, PaymentOutcome.REJECTED, Optional.of(REASON), AT)),
                step(new PaymentEntry.Told(UETR, PaymentOutcome.SETTLED, Optional.of(REASON), AT)),
                step(new PaymentEntry.Told(UETR, PaymentOutcome.RETURNED, Optional.of(REASON), AT)),
                step(new PaymentEntry.Unanswered(UETR, AT)))
            .mapToInt(entry -> bytes(fields(entry).attributes()))
            .sum();

    assertThat(all).isLessThanOrEqualTo(1_250);
  }

  /** Operations named the account then; the journals of those versions are kept. */
  @Test
  void reads_a_repair_that_names_an_account() {
    Item stored =
        new Item(
            Map.of(
                "kind", "REPAIRED",
                "at", ADeposit.NOON.toString(),
                "refund", REFUND.value(),
                "account", "9988",
                "cnaps", "303791000177",
                "approvalNo", "R1"));

    assertThat(JournalFields.journal(List.of(stored)))
        .containsExactly(
            new DepositEntry.RepairedOnTrust(
                REFUND,
                new ApprovalNo("R1"),
                new DepositEntry.Account(new AccountNo("9988"), new CnapsCode("303791000177")),
                ADeposit.NOON));
  }

  private static DepositEntry step(PaymentEntry entry) {
    return new DepositEntry.PaymentStep(entry);
  }

  private static Item fields(DepositEntry entry) {
    return new Item(JournalFields.of(List.of(entry)).getFirst());
  }

  /** As DynamoDB counts: text in UTF-8, one byte for each element, three for a list or map. */
  private static int bytes(Object value) {
    return switch (value) {
      case Map<?, ?> fields ->
          3
              + fields.entrySet().stream()
                  .mapToInt(field -> utf8((String) field.getKey()) + bytes(field.getValue()) + 1)
                  .sum();
      case List<?> items -> 3 + items.stream().mapToInt(item -> bytes(item) + 1).sum();
      case String text -> utf8(text);
      case Number number -> number.toString().length() + 1;
      default -> 1;
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
