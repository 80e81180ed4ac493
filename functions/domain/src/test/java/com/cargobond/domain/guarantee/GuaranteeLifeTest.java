package com.cargobond.domain.guarantee;

import static com.cargobond.domain.fixture.AGuarantee.aGuarantee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.fixture.Taken;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GuaranteeLifeTest {

  private static final Holding HELD = Taken.reserved("10.00").holding();

  @Test
  void is_with_customs_once_it_is_issued() {
    Guarantee guarantee = aGuarantee().withLimit("1000.00").inSlices(8).submitted();

    assertThat(guarantee.status()).isEqualTo(GuaranteeStatus.SUBMITTED);
    assertThat(guarantee.version()).isEqualTo(1);
    assertThat(guarantee.slices()).hasSize(8);
    assertThat(guarantee.position().available()).isEqualTo(100_000);
    assertThat(guarantee.registrationNo()).isEmpty();
  }

  @Test
  void becomes_active_under_its_number_when_customs_registers_it() {
    Guarantee guarantee =
        aGuarantee().submitted().register(new RegistrationNo("REG-7"), Optional.empty());

    assertThat(guarantee.status()).isEqualTo(GuaranteeStatus.ACTIVE);
    assertThat(guarantee.registrationNo()).contains(new RegistrationNo("REG-7"));
  }

  @Test
  void is_effective_from_the_day_on_which_customs_accepted_it_if_that_is_named() {
    RegistrationNo number = new RegistrationNo("REG-7");
    Guarantee of2026 = aGuarantee().covering("2026-01-01", "2026-12-31").submitted();

    assertThat(of2026.register(number, Optional.empty()).terms().coverFrom())
        .isEqualTo("2026-01-01");
    assertThat(coverFrom(of2026, "2026-02-01")).isEqualTo("2026-02-01");
    assertThat(coverFrom(of2026, "2025-12-01")).isEqualTo("2026-01-01");
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> coverFrom(of2026, "2027-01-01"));
  }

  private static LocalDate coverFrom(Guarantee submitted, String acceptedOn) {
    return submitted
        .register(new RegistrationNo("REG-7"), Optional.of(LocalDate.parse(acceptedOn)))
        .terms()
        .coverFrom();
  }

  @Test
  void keeps_the_reason_when_customs_refuses_it() {
    Guarantee guarantee = aGuarantee().submitted().refuse("not recorded");

    assertThat(guarantee.status()).isEqualTo(GuaranteeStatus.REFUSED);
    assertThat(guarantee.statusReason()).contains("not recorded");
  }

  @Test
  void is_closed_at_once_when_it_is_cancelled_before_customs_registered_it() {
    assertThat(aGuarantee().submitted().cancel().status()).isEqualTo(GuaranteeStatus.CLOSED);
  }

  @Test
  void runs_off_when_it_is_cancelled_with_nothing_open_until_customs_releases_it() {
    assertThat(aGuarantee().active().cancel().status()).isEqualTo(GuaranteeStatus.RUN_OFF);
    assertThat(aGuarantee().suspended().cancel().status()).isEqualTo(GuaranteeStatus.RUN_OFF);
    assertThat(aGuarantee().active().cancel().release().status()).isEqualTo(GuaranteeStatus.CLOSED);
  }

  @Test
  void runs_off_when_it_is_cancelled_with_something_open() {
    assertThat(runningOff().status()).isEqualTo(GuaranteeStatus.RUN_OFF);
  }

  @Test
  void is_not_released_while_something_is_reserved() {
    assertRefused(GuaranteeLifeTest::release, runningOff());
  }

  @Test
  void is_not_released_while_a_demand_is_open() {
    Holding demanded = Taken.nothing().demanded("10.00").holding();

    assertRefused(GuaranteeLifeTest::release, runningOff().move(0, HELD, demanded));
  }

  @Test
  void is_closed_when_customs_releases_it_with_nothing_open() {
    Guarantee done = runningOff().move(0, HELD, Holding.NOTHING);

    assertThat(done.release().status()).isEqualTo(GuaranteeStatus.CLOSED);
  }

  @Test
  void is_not_closed_by_the_bank_alone_once_it_runs_off() {
    Guarantee done = runningOff().move(0, HELD, Holding.NOTHING);

    assertRefused(Guarantee::cancel, done);
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(
            "register",
            command(g -> g.register(new RegistrationNo("R"), Optional.empty())),
            "SUBMITTED"),
        Arguments.of("refuse", command(g -> g.refuse("no")), "SUBMITTED"),
        Arguments.of("suspend", command(Guarantee::suspend), "ACTIVE"),
        Arguments.of("resume", command(Guarantee::resume), "SUSPENDED"),
        Arguments.of("cancel", command(Guarantee::cancel), "SUBMITTED ACTIVE SUSPENDED"),
        Arguments.of("release", command(Guarantee::release), "RUN_OFF"),
        Arguments.of(
            "amend", command(GuaranteeLifeTest::amendNothing), "SUBMITTED ACTIVE SUSPENDED"));
  }

  @ParameterizedTest(name = "{0} only when {2}")
  @MethodSource("commands")
  void allows_a_command_in_some_states_only(
      String name, UnaryOperator<Guarantee> command, String allowed) {
    Set<String> allowedStates = Set.of(allowed.split(" "));
    for (Guarantee guarantee : inEveryState().values()) {
      if (allowedStates.contains(guarantee.status().name())) {
        assertThat(command.apply(guarantee)).isNotNull();
      } else {
        assertRefused(command, guarantee);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(GuaranteeStatus.class)
  void knows_the_successors_of_each_state(GuaranteeStatus status) {
    Map<GuaranteeStatus, Set<GuaranteeStatus>> successors =
        Map.of(
            GuaranteeStatus.DRAFT, Set.of(GuaranteeStatus.ISSUED),
            GuaranteeStatus.ISSUED, Set.of(GuaranteeStatus.SUBMITTED),
            GuaranteeStatus.SUBMITTED,
                Set.of(GuaranteeStatus.ACTIVE, GuaranteeStatus.REFUSED, GuaranteeStatus.CLOSED),
            GuaranteeStatus.ACTIVE, Set.of(GuaranteeStatus.SUSPENDED, GuaranteeStatus.RUN_OFF),
            GuaranteeStatus.SUSPENDED, Set.of(GuaranteeStatus.ACTIVE, GuaranteeStatus.RUN_OFF),
            GuaranteeStatus.RUN_OFF, Set.of(GuaranteeStatus.CLOSED),
            GuaranteeStatus.REFUSED, Set.of(),
            GuaranteeStatus.CLOSED, Set.of());

    assertThat(EnumSet.allOf(GuaranteeStatus.class))
        .filteredOn(status::mayBecome)
        .containsExactlyInAnyOrderElementsOf(successors.get(status));
  }

  private static Map<GuaranteeStatus, Guarantee> inEveryState() {
    return Map.of(
        GuaranteeStatus.DRAFT, inState(GuaranteeStatus.DRAFT),
        GuaranteeStatus.ISSUED, inState(GuaranteeStatus.ISSUED),
        GuaranteeStatus.SUBMITTED, aGuarantee().submitted(),
        GuaranteeStatus.ACTIVE, aGuarantee().active(),
        GuaranteeStatus.REFUSED, aGuarantee().refused(),
        GuaranteeStatus.SUSPENDED, aGuarantee().suspended(),
        GuaranteeStatus.RUN_OFF, inState(GuaranteeStatus.RUN_OFF),
        GuaranteeStatus.CLOSED, aGuarantee().closed());
  }

  private static Guarantee inState(GuaranteeStatus status) {
    Guarantee g = aGuarantee().active();
    return new Guarantee(
        g.id(),
        g.terms(),
        status,
        g.registrationNo(),
        g.statusReason(),
        g.version(),
        g.proposed(),
        g.slices());
  }

  private static Guarantee runningOff() {
    return aGuarantee().active().move(0, Holding.NOTHING, HELD).cancel();
  }

  private static Guarantee release(Guarantee guarantee) {
    return guarantee.release();
  }

  private static Guarantee amendNothing(Guarantee guarantee) {
    return guarantee.amend(AmendmentTest.to("1000.00"));
  }

  private static UnaryOperator<Guarantee> command(UnaryOperator<Guarantee> command) {
    return command;
  }

  private static void assertRefused(UnaryOperator<Guarantee> command, Guarantee guarantee) {
    assertThatExceptionOfType(Refused.class)
        .as("%s", guarantee.status())
        .isThrownBy(() -> command.apply(guarantee))
        .extracting(Refused::code)
        .isEqualTo(RefusalCode.WRONG_STATE);
  }
}
