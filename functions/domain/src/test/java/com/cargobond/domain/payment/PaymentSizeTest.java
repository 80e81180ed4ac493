package com.cargobond.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was handed to the bank must find room for all that may be heard of it. */
class PaymentSizeTest {

  private static final Uetr UETR = new Uetr("b94458f8-1f27-40e9-bf74-b07cbb339439");
  private static final Instant AT = Instant.parse("2026-03-20T04:00:00.123456789Z");
  private static final Optional<String> LONGEST_REASON = Optional.of("X".repeat(64));
  private static final PaymentEntry SENT = new PaymentEntry.Sent(Freight.PAYMENT, UETR, AT);

  @Test
  void an_attempt_has_room_for_all_that_may_be_heard_of_it() {
    List<PaymentEntry> heard =
        List.of(
            SENT,
            new PaymentEntry.Told(UETR, PaymentOutcome.REJECTED, LONGEST_REASON, AT),
            new PaymentEntry.Told(UETR, PaymentOutcome.SETTLED, Optional.empty(), AT),
            new PaymentEntry.Unanswered(UETR, AT));

    assertThat(heard.stream().mapToInt(PaymentSize::bytes).sum())
        .isLessThanOrEqualTo(PaymentSize.ATTEMPT_BYTES);
    assertThat(PaymentSize.reserved(heard.stream())).isEqualTo(PaymentSize.ATTEMPT_BYTES);
  }

  @Test
  void what_belongs_to_no_attempt_is_counted_besides() {
    PaymentEntry stranger =
        new PaymentEntry.ToldOfUnknown(
            Freight.PAYMENT, UETR, PaymentOutcome.SETTLED, Optional.empty(), AT);

    assertThat(PaymentSize.reserved(Stream.of(SENT, stranger)))
        .isEqualTo(PaymentSize.ATTEMPT_BYTES + PaymentSize.bytes(stranger));
  }
}
