package com.cargobond.domain.shipment;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.askedAgain;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.Taken.nothing;
import static com.cargobond.domain.fixture.Taken.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.fixture.TestBooks;
import com.cargobond.domain.fixture.TestMoney;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was refused can be asked again: the answer depends on the guarantee, which changes. */
class AskedAgainTest {

  private static final AnEvent POSTED_AGAIN =
      declared("692.30").id("posted-again").at("2026-03-02T12:00:00+08:00");

  private final TestBooks books = TestBooks.with(aGuarantee().withLimit("100.00").active());

  @Test
  void a_declaration_that_is_posted_again_after_the_limit_was_raised_is_covered() {
    books.enter(declared("692.30")).commandAll(AskedAgainTest::raised).enter(POSTED_AGAIN);

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.RESERVED);
    assertThat(books.told())
        .containsExactly(ShipmentNoticeType.COVER_REFUSED, ShipmentNoticeType.COVER_CONFIRMED);
  }

  @Test
  void a_declaration_that_is_posted_again_in_vain_is_refused_again_and_told_once() {
    books.enter(declared("692.30"), POSTED_AGAIN);

    assertThat(books.taken()).isEqualTo(nothing());
    assertThat(books.lastRecorded().effect()).isEqualTo(Effect.REFUSED);
    assertThat(books.told()).containsExactly(ShipmentNoticeType.COVER_REFUSED);
  }

  @Test
  void a_declaration_whose_guarantee_has_changed_is_covered_when_it_is_asked_again() {
    books.enter(declared("692.30")).commandAll(AskedAgainTest::raised).enter(askedAgain());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.shipment().refusals()).isEmpty();
  }

  @Test
  void goods_that_left_without_a_guarantee_are_covered_by_force_once_it_is_registered() {
    books.enter(declared("692.30").naming("REG-2"), released());
    assertThat(books.exceptions()).containsExactly(ShipmentExceptionCode.RELEASED_WITHOUT_COVER);

    books.registered("REG-2").enter(askedAgain());

    assertThat(books.taken()).isEqualTo(reserved("692.30"));
    assertThat(books.told()).contains(ShipmentNoticeType.COVER_FORCED);
    assertThat(books.exceptions()).isEmpty();
  }

  @Test
  void an_amendment_that_was_refused_keeps_what_was_held_until_it_is_asked_again() {
    TestBooks small = TestBooks.with(aGuarantee().withLimit("100.00").active());
    small.enter(declared("80.00"), amended(2, "692.30"));
    assertThat(small.taken()).isEqualTo(reserved("80.00"));

    small.commandAll(AskedAgainTest::raised).enter(askedAgain());

    assertThat(small.taken()).isEqualTo(reserved("692.30"));
    assertThat(small.cover()).isInstanceOf(Cover.Covered.class);
  }

  @Test
  void a_declaration_that_is_covered_is_not_decided_again() {
    TestBooks ample = TestBooks.with(aGuarantee().active());
    ample.enter(declared("692.30")).commandAll(Guarantee::suspend).enter(POSTED_AGAIN);

    assertThat(ample.taken()).isEqualTo(reserved("692.30"));
    assertThat(ample.lastRecorded().effect()).isEqualTo(Effect.RECORDED);
  }

  private static Guarantee raised(Guarantee guarantee) {
    return guarantee.amend(
        new Amendment(
            Optional.of(TestMoney.yuan("10000.00")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
