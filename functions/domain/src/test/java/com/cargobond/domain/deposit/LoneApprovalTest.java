package com.cargobond.domain.deposit;

import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one officer tried to approve alone is told from what is just wrong. */
class LoneApprovalTest {

  static Stream<AnEvent> lone() {
    return Stream.of(
        refundApproved("A1", "1.00").with("approvers", List.of("officer-1")),
        refundApproved("A1", "1.00").with("approvers", List.of("officer-1", "OFFICER-1")),
        refundApproved("A1", "1.00").without("approvers"),
        conversionApproved("A1", "1.00").with("approvers", List.of("officer-1")),
        payeeApproved("A1", "77").with("approvers", List.of("officer-1", "officer-1")),
        forfeited("A1", "1.00").with("approvers", List.of("officer-1")));
  }

  @ParameterizedTest
  @MethodSource("lone")
  void an_approval_by_fewer_than_two(AnEvent event) {
    assertThat(loneApproval(event))
        .contains(new LoneApproval(new DepositId(AnEvent.DEPOSIT), new ApprovalNo("A1")));
  }

  static Stream<AnEvent> otherwiseWrong() {
    return Stream.of(
        refundApproved("A 1", "1.00").with("approvers", List.of("officer-1")),
        refundApproved("A1", "0.00").with("approvers", List.of("officer-1")),
        refundApproved("A1", "1.00").with("depositId", 7).with("approvers", List.of("officer-1")),
        frozen("C1").with("approvers", List.of("officer-1")));
  }

  @ParameterizedTest
  @MethodSource("otherwiseWrong")
  void what_is_wrong_otherwise_is_just_wrong(AnEvent event) {
    assertThat(loneApproval(event)).isEmpty();
  }

  @Test
  void data_that_is_no_object_is_just_wrong() {
    var event = refundApproved("A1", "1.00").cloudEvent();
    event.put("data", "approved");

    assertThat(LoneApproval.in(event, refusal(() -> Capabilities.ALL.events().read(event))))
        .isEmpty();
  }

  private static Optional<LoneApproval> loneApproval(AnEvent event) {
    return LoneApproval.in(event.cloudEvent(), refusal(event::event));
  }

  private static InvalidInput refusal(Runnable reading) {
    return catchThrowableOfType(InvalidInput.class, reading::run);
  }
}
