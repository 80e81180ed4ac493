package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.store.ledger.Others.G1;
import static com.cargobond.store.ledger.Others.NUMBER;
import static com.cargobond.store.ledger.Others.UETR;
import static com.cargobond.store.ledger.Others.command;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.AGuarantee;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.guarantee.DemandId;
import com.cargobond.domain.guarantee.DemandStatus;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.payment.PaymentOutcome;
import com.cargobond.domain.shipment.Shipment;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.Recheck;
import com.cargobond.store.memory.InMemoryLedger;
import com.cargobond.store.shipment.RefusalLedger;
import com.cargobond.store.shipment.ShipmentLedger;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command of each ledger, interrupted by every other writer at every moment. */
class InterleavedCommandsTest {

  private static final DemandId DEMAND = new DemandId("D-1");

  private static final ShipmentId SHIPMENT =
      new ShipmentId(AGuarantee.OPERATOR, new HouseWaybill("HAWB-1"));

  /**
   * A command in a history.
   *
   * @param name of the ledger and of the method that it shows
   * @param rivals those that may contend for what no other writer touches
   */
  private record Scenario(String name, Act given, Act command, List<Act> rivals) {

    static Scenario of(String name, Act given, Act command, Act... rivals) {
      return new Scenario(name, given, command, List.of(rivals));
    }

    @Override
    public String toString() {
      return name + " " + command;
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_command_is_taken_as_if_nobody_else_wrote_meanwhile(Scenario scenario) {
    Interleaving interleaving = new Interleaving(InMemoryLedger::new, scenario.given);

    for (Act others : Stream.concat(Others.all().stream(), scenario.rivals.stream()).toList()) {
      assertThat(interleaving.everywhere(scenario.command, others)).isPositive();
    }
  }

  @Test
  void every_command_of_a_ledger_is_among_them() {
    Set<String> shown =
        scenarios().map(Scenario::name).collect(Collectors.toCollection(TreeSet::new));

    assertThat(shown)
        .containsAll(
            Stream.of(
                    GuaranteeLedger.class,
                    DepositLedger.class,
                    Deadlines.class,
                    RefusalLedger.class,
                    ShipmentLedger.class)
                .flatMap(InterleavedCommandsTest::methods)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What is listed may lag behind what is asked next. */
  private static final Set<Class<?>> LISTS = Set.of(Page.class, List.class);

  private static Stream<String> methods(Class<?> ledger) {
    return Arrays.stream(ledger.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !LISTS.contains(method.getReturnType()))
        .map(Method::getName)
        .map(name -> ledger.getSimpleName() + "." + name);
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(onGuarantees(), onDeposits(), overTime(), onShipments(), onExceptions())
        .flatMap(Function.identity());
  }

  private static Stream<Scenario> onGuarantees() {
    Act submitted = new Act("submitted", List.of(Others.issued("G-1", 4)));
    Act cancelled = after(after(declared("100.00")), command("cancellation", Guarantee::cancel));
    Act accepted = command("acceptance", guarantee -> guarantee.acceptAmendment(2));
    Act issued = Act.of("issue", Others.issued("G-2", 2));
    Act registered = Act.of("registration", Others.registered("G-1", "REG-1"));
    Act found =
        Act.of("position", ledger -> new TestLedgers(ledger).guarantees().find(G1).orElseThrow());
    Act operator =
        Act.of(
            "operator",
            ledger -> new TestLedgers(ledger).guarantees().operator(AGuarantee.OPERATOR));
    return Stream.of(
        Scenario.of(
            "GuaranteeLedger.issue",
            after(),
            issued,
            issued,
            other("G-3", "REG-3"),
            Act.of("same number", Others.issued("G-3", "BANK-G-2", 2))),
        Scenario.of(
            "GuaranteeLedger.amend", after(), Others.increased("KEY"), Others.increased("KEY")),
        Scenario.of("GuaranteeLedger.register", submitted, registered, registered),
        Scenario.of("GuaranteeLedger.register", submitted, registered, other("G-2", "REG-1")),
        Scenario.of(
            "GuaranteeLedger.change",
            submitted,
            command("refusal", g -> g.refuse("no")),
            registered),
        Scenario.of("GuaranteeLedger.change", after(), Others.limit("5000.00")),
        Scenario.of(
            "GuaranteeLedger.change",
            after(after(), Others.proposed("900.00")),
            accepted,
            Others.proposed("800.00"),
            accepted),
        Scenario.of("GuaranteeLedger.change", after(), Others.suspended(), Others.suspended()),
        Scenario.of("GuaranteeLedger.change", after(), command("resumption", Guarantee::resume)),
        Scenario.of("GuaranteeLedger.change", after(), command("cancellation", Guarantee::cancel)),
        Scenario.of("GuaranteeLedger.change", cancelled, command("release", Guarantee::release)),
        Scenario.of("GuaranteeLedger.find", after(), found),
        Scenario.of("GuaranteeLedger.operator", after(), operator, issued));
  }

  private static Stream<Scenario> onDeposits() {
    Act ordered = after(depositTaken("1000.00"), refundApproved("A1", "300.00"));
    Act sent = after(ordered, Others.sent(UETR));
    Act failed =
        after(
            after(ordered, Act.told(payeeApproved("P1", "99"))),
            Others.sent(UETR),
            Others.outcome(UETR, PaymentOutcome.REJECTED));
    Act found =
        Act.of(
            "look",
            ledger -> new TestLedgers(ledger).deposits().find(Others.DEPOSIT).orElseThrow());
    return Stream.of(
        Scenario.of("DepositLedger.change", ordered, Others.sent(UETR)),
        Scenario.of("DepositLedger.change", sent, Others.outcome(UETR, PaymentOutcome.SETTLED)),
        Scenario.of("DepositLedger.change", failed, Others.repaired("P1"), Others.repaired("P1")),
        Scenario.of("DepositLedger.find", ordered, found));
  }

  private static Stream<Scenario> overTime() {
    Act owing = after(declared("100.00"), released(), assessed("100.00"));
    Act sent =
        after(after(depositTaken("1000.00"), refundApproved("A1", "300.00")), Others.sent(UETR));
    Act refused = after(after(declared("500.00")), Others.limit("5000.00"));
    Act settled = Act.told(paid("100.00"));
    return Stream.of(
        Scenario.of("Deadlines.pass", after(), passing("GUARANTEE", after())),
        Scenario.of("Deadlines.pass", owing, passing("SHIPMENT", owing), settled),
        Scenario.of("Deadlines.pass", sent, passing("DEPOSIT", sent)),
        Scenario.of("Deadlines.setAside", owing, settingAside(owing), settled),
        Scenario.of("RefusalLedger.open", refused, asking("open", (refusals, recheck) -> recheck)),
        Scenario.of(
            "RefusalLedger.askAgain",
            refused,
            asking("ask", (refusals, recheck) -> refusals.askAgain(recheck, AChange.AT)),
            asking("ask too", (refusals, recheck) -> refusals.askAgain(recheck, AChange.AT))));
  }

  private static Stream<Scenario> onShipments() {
    Act claimed = after(declared("100.00"), released(), assessed("100.00"), demanded("60.00"));
    Act read =
        Act.of(
            "look", ledger -> new TestLedgers(ledger).shipments().read(SHIPMENT).value().history());
    Act whose =
        Act.of("whose demand", ledger -> new TestLedgers(ledger).shipments().ofDemand(DEMAND));
    return Stream.of(
        Scenario.of("ShipmentLedger.read", claimed, read),
        Scenario.of("ShipmentLedger.ofDemand", claimed, whose),
        Scenario.of("ShipmentLedger.take", claimed, complying(), complying()));
  }

  private static Stream<Scenario> onExceptions() {
    Act quarantined = after(declared("100.00").id("E-1"), declared("200.00").id("E-1"));
    Act closed =
        exception(
            "close",
            (exceptions, id) -> {
              exceptions.close(id, "ops", "seen to", AChange.AT);
              return true;
            });
    Act resent =
        exception(
            "resend",
            (exceptions, id) ->
                exceptions
                        .resend(
                            id,
                            "ops",
                            event ->
                                new OpenException.Content.Message(
                                    MessageQueue.CARGO_EVENTS, "group", "body"),
                            AChange.AT)
                        .resent()
                    > 0);
    return Stream.of(
        Scenario.of("ExceptionLedger.close", quarantined, closed, closed, resent),
        Scenario.of("ExceptionLedger.resend", quarantined, resent, closed, resent));
  }

  /** The bank complies with a demand, if it still waits for that. */
  private static Act complying() {
    return Act.of(
        "complying",
        ledger -> {
          ShipmentLedger shipments = new TestLedgers(ledger).shipments();
          return shipments
              .take(shipments.read(SHIPMENT), InterleavedCommandsTest::comply)
              .demands();
        });
  }

  private static List<ReceivedEvent> comply(Shipment shipment) {
    DemandStatus status =
        shipment.demands().keySet().stream()
            .filter(demand -> demand.id().value().equals(AnEvent.DEMAND))
            .findFirst()
            .orElseThrow()
            .status();
    if (!status.awaitsDecision()) {
      throw new Refused(RefusalCode.WRONG_STATE, "it is " + status);
    }
    return List.of(demandDecided("COMPLY").id("COMPLY").accepted());
  }

  /** The first deadline of a kind passes on its day; it was listed before. */
  private static Act passing(String kind, Act given) {
    Deadline deadline = deadline(kind, given);
    return Act.of(
        "passing",
        ledger -> new TestLedgers(ledger).deadlines().pass(deadline, deadline.day(), AChange.AT));
  }

  private static Act settingAside(Act given) {
    Deadline deadline = deadline("SHIPMENT", given);
    return Act.of(
        "setting aside",
        ledger -> {
          new TestLedgers(ledger)
              .deadlines()
              .setAside(deadline, deadline.day().plusDays(1), AChange.AT);
          return "done";
        });
  }

  private static Deadline deadline(String kind, Act given) {
    Ledger ledger = new InMemoryLedger();
    given.on(ledger);
    return ledger.deadlines(LocalDate.parse("2099-01-01"), 100, Optional.empty()).items().stream()
        .filter(deadline -> deadline.subject().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private interface Asking {
    Object ask(RefusalLedger refusals, Recheck recheck);
  }

  private static Act asking(String name, Asking asking) {
    return Act.of(
        name,
        ledger -> {
          RefusalLedger refusals = new TestLedgers(ledger).refusals();
          return refusals.open().stream()
              .filter(recheck -> recheck.number().equals(NUMBER))
              .map(recheck -> asking.ask(refusals, recheck))
              .toList();
        });
  }

  private interface SeeingTo {
    boolean seeTo(ExceptionLedger exceptions, String id);
  }

  /** Of two who see to the same matter, one is told that there is nothing, or nothing any more. */
  private static Act exception(String name, SeeingTo seeingTo) {
    return Act.of(
        name,
        ledger -> {
          ExceptionLedger exceptions = new TestLedgers(ledger).exceptions();
          Optional<String> id =
              ledger.openExceptions(Optional.empty()).map(OpenException::id).findFirst();
          try {
            return id.filter(open -> seeingTo.seeTo(exceptions, open)).isPresent();
          } catch (Refused seenTo) {
            return false;
          }
        });
  }

  private static Act other(String id, String number) {
    return new Act(
        id + " as " + number, List.of(Others.issued(id, 2), Others.registered(id, number)));
  }

  private static Act after(AnEvent... events) {
    return after(Others.nearlyUsedUp(), Act.told(events));
  }

  private static Act after(Act first, Act... then) {
    List<Function<Ledger, Object>> steps = new ArrayList<>(first.steps());
    Arrays.stream(then).forEach(act -> steps.addAll(act.steps()));
    return new Act("given", steps);
  }
}
