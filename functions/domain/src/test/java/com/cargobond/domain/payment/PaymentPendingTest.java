package com.cargobond.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AFreight;
import com.cargobond.domain.fixture.Freight;
import com.cargobond.domain.identity.Uetr;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Since when a payment could be with its counterparty, or is: what lasts too long is wrong. */
class PaymentPendingTest {

  private static final String FRIDAY_NOON = "2026-03-20T04:00:00Z";
  private static final String FRIDAY_EVENING = "2026-03-20T10:00:00Z";
  private static final String MONDAY_NOON = "2026-03-23T04:00:00Z";

  private final AFreight freight = new AFreight();

  @Test
  void one_that_was_never_sent_is_pending_since_it_is_owed() {
    assertThat(pendingSince(FRIDAY_EVENING)).contains(Freight.OWED_SINCE);
  }

  @Test
  void one_that_waits_for_the_rail_to_open_is_pending_from_then_on() {
    OpeningHours hours = OpeningHours.of(RailName.BANK);
    Instant opening = Instant.parse("2026-03-23T00:30:00Z");

    assertThat(hours.opening(Instant.parse(FRIDAY_EVENING))).isEqualTo(opening);
    assertThat(hours.opening(Instant.parse(MONDAY_NOON))).isEqualTo(Instant.parse(MONDAY_NOON));
  }

  @Test
  void one_that_was_sent_is_pending_since_then_whether_the_rail_is_open_or_not() {
    freight.send();

    assertThat(pendingSince(MONDAY_NOON)).contains(AFreight.NOON);
  }

  @Test
  void one_that_is_asked_about_is_pending_since_the_bank_spoke_of_a_duplicate() {
    Uetr uetr = freight.send();
    Instant later = AFreight.NOON.plusSeconds(60);
    freight.told(uetr, PaymentOutcome.REJECTED, Optional.of("AM05"), later);

    assertThat(pendingSince(MONDAY_NOON)).contains(later);
  }

  @Test
  void one_that_failed_is_pending_once_it_may_be_tried_again() {
    freight.rejected(freight.send(), "MS03");

    assertThat(pendingSince("2026-03-20T04:59:59Z")).isEmpty();
    assertThat(pendingSince(MONDAY_NOON)).contains(Instant.parse("2026-03-20T05:00:00Z"));
  }

  @Test
  void one_that_is_withheld_is_not_pending() {
    freight.disputed(true);

    assertThat(pendingSince(FRIDAY_NOON)).isEmpty();
  }

  @Test
  void one_that_is_paid_or_waits_for_a_person_is_not_pending() {
    freight.rejected(freight.send(), "AC04");
    assertThat(pendingSince(MONDAY_NOON)).isEmpty();

    freight.repaired("99");
    freight.settled(freight.send());
    assertThat(pendingSince(MONDAY_NOON)).isEmpty();
  }

  private Optional<Instant> pendingSince(String now) {
    return freight
        .freight()
        .pendingSince(Freight.PAYMENT, Instant.parse(now), OpeningHours.of(RailName.BANK));
  }
}
