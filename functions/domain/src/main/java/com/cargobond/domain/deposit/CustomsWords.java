package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.PayeeApproved;
import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Customs said of a deposit: facts by business time, each event once, whatever came first.
 * Mutable while a journal is read.
 */
final class CustomsWords {

  private final Map<String, ShipmentEvent> events = new LinkedHashMap<>();

  void hear(ShipmentEvent event) {
    events.putIfAbsent(event.key(), event);
  }

  /** What was said of the taking of the deposit, by business time. */
  List<CustomsWord<Taken>> takings() {
    return inOrder()
        .filter(event -> event.fact() instanceof Taken)
        .map(event -> new CustomsWord<>(event, (Taken) event.fact()))
        .toList();
  }

  /** The account that was approved last under a number, whether or not that breaks a rule. */
  Optional<AccountHolder> payee(ApprovalNo number) {
    return inOrder()
        .filter(event -> event.fact() instanceof PayeeApproved)
        .map(event -> (PayeeApproved) event.fact())
        .filter(approved -> approved.approvalNo().equals(number))
        .map(PayeeApproved::payee)
        .reduce((earlier, later) -> later);
  }

  /** What was ordered, by business time. */
  List<CustomsWord<Order>> orders() {
    return inOrder()
        .flatMap(event -> Order.in(event).map(order -> new CustomsWord<>(event, order)).stream())
        .toList();
  }

  /**
   * The same as a version before this one decided: at once in the order of arrival, but by business
   * time what had waited for the deposit to be taken.
   */
  List<CustomsWord<Order>> ordersAsDecidedOnArrival() {
    List<ShipmentEvent> arrived = List.copyOf(events.values());
    int taken = 0;
    while (taken < arrived.size() && !(arrived.get(taken).fact() instanceof Taken)) {
      taken++;
    }
    return Stream.concat(
            arrived.subList(0, taken).stream().sorted(CustomsWord.BUSINESS_TIME),
            arrived.subList(taken, arrived.size()).stream())
        .flatMap(event -> Order.in(event).map(order -> new CustomsWord<>(event, order)).stream())
        .toList();
  }

  private Stream<ShipmentEvent> inOrder() {
    return events.values().stream().sorted(CustomsWord.BUSINESS_TIME);
  }
}
