package com.cargobond.domain.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The README's pictures of states show what happens: whatever is done in whatever order, a status
 * changes along an arrow, and along each arrow at least once.
 */
class StateDiagramsTest {

  @Test
  void show_the_life_of_a_guarantee() {
    assertShown("### Guarantee", GuaranteeStates.explored());
  }

  @Test
  void show_how_a_demand_is_dealt_with() {
    assertShown("### Demand", DemandStates.explored());
  }

  /** What is left out, or comes first, is a way along several arrows at once. */
  @Test
  void show_how_far_a_shipment_has_come() {
    StateDiagram diagram = StateDiagram.below("### Shipment");

    assertShown(diagram, diagram.ways(), ShipmentStates.explored());
  }

  @Test
  void show_where_a_deposit_stands() {
    assertShown("### Deposit", DepositStates.explored());
  }

  @Test
  void show_where_a_payment_stands_whatever_is_said_of_it() {
    assertShown("### Payment", RefundStates.explored(FreightStates.explored(new Exploration())));
  }

  private static void assertShown(String heading, Exploration exploration) {
    StateDiagram diagram = StateDiagram.below(heading);
    assertShown(diagram, diagram.arrows(), exploration);
  }

  private static void assertShown(
      StateDiagram diagram, Set<Transition> possible, Exploration exploration) {
    assertThat(exploration.starts()).containsExactly(diagram.start());
    assertThat(minus(exploration.seen(), possible)).as("seen and not drawn").isEmpty();
    assertThat(minus(diagram.arrows(), exploration.seen())).as("drawn and not seen").isEmpty();
  }

  private static Set<Transition> minus(Set<Transition> these, Set<Transition> those) {
    Set<Transition> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }
}
