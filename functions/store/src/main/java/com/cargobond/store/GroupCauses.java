package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.deposit.DepositFact.ConversionApproved;
import com.cargobond.domain.deposit.DepositFact.Forfeited;
import com.cargobond.domain.deposit.DepositFact.PayeeApproved;
import com.cargobond.domain.deposit.DepositFact.RefundApproved;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.ledger.Books;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.payment.Approval;
import com.cargobond.domain.payment.ApprovalNo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of one group by what each of them moved: the trail of a deposit or slice tells of its
 * own events and of none that merely came with them.
 */
final class GroupCauses {

  private final Map<String, List<ReceivedEvent>> eventsBySubject = new LinkedHashMap<>();

  /** An event was applied. */
  void add(ReceivedEvent received, Books before, Books after) {
    after
        .guarantees()
        .forEach((id, guarantee) -> addSlices(received, before.guarantees().get(id), guarantee));
    after
        .deposits()
        .forEach(
            (id, deposit) -> {
              if (!deposit.equals(before.deposit(id))) {
                add(TrailSubject.of(id), received);
              }
            });
  }

  /** The cause of each subject's change. */
  Map<String, Cause> bySubject() {
    return eventsBySubject.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> cause(entry.getValue())));
  }

  private void addSlices(ReceivedEvent received, Guarantee before, Guarantee after) {
    if (!after.equals(before)) {
      add(TrailSubject.of(after.id()), received);
    }
    for (int i = 0; i < after.slices().size(); i++) {
      if (!after.slices().get(i).equals(before.slices().get(i))) {
        add(TrailSubject.of(after.id(), i), received);
      }
    }
  }

  private void add(String subject, ReceivedEvent received) {
    eventsBySubject.computeIfAbsent(subject, own -> new ArrayList<>()).add(received);
  }

  private static Cause cause(List<ReceivedEvent> received) {
    Instant at = received.getFirst().receivedAt();
    List<ShipmentEvent> events = received.stream().map(ReceivedEvent::event).toList();
    return new Cause(
        joined(events, GroupCauses::actors),
        joined(events, event -> Stream.of(decision(event))),
        events.stream().map(event -> event.source() + " " + event.id()).toList(),
        at);
  }

  private static String joined(
      List<ShipmentEvent> events, Function<ShipmentEvent, Stream<String>> words) {
    return events.stream().flatMap(words).distinct().collect(Collectors.joining(","));
  }

  /** Of an approval, its officers. */
  private static Stream<String> actors(ShipmentEvent event) {
    return approval(event)
        .map(approval -> approval.approvers().stream().map(name -> event.speaker() + "/" + name))
        .orElseGet(() -> Stream.of(event.speaker()));
  }

  private static String decision(ShipmentEvent event) {
    return event.type().wireName()
        + approval(event).map(approval -> " " + approval.number()).orElse("");
  }

  private record Signed(ApprovalNo number, List<String> approvers) {

    static Signed of(Approval approval) {
      return new Signed(approval.number(), approval.approvers());
    }
  }

  private static Optional<Signed> approval(ShipmentEvent event) {
    return switch (event.fact()) {
      case RefundApproved refund -> Optional.of(Signed.of(refund.approval()));
      case ConversionApproved conversion -> Optional.of(Signed.of(conversion.approval()));
      case Forfeited forfeited -> Optional.of(Signed.of(forfeited.order()));
      case PayeeApproved payee -> Optional.of(new Signed(payee.approvalNo(), payee.approvers()));
      default -> Optional.empty();
    };
  }
}
