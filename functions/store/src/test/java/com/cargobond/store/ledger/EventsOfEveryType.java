package com.cargobond.store.ledger;

import static com.cargobond.domain.fixture.AnEvent.amended;
import static com.cargobond.domain.fixture.AnEvent.arrived;
import static com.cargobond.domain.fixture.AnEvent.askedAgain;
import static com.cargobond.domain.fixture.AnEvent.assessed;
import static com.cargobond.domain.fixture.AnEvent.cancelled;
import static com.cargobond.domain.fixture.AnEvent.conversionApproved;
import static com.cargobond.domain.fixture.AnEvent.declared;
import static com.cargobond.domain.fixture.AnEvent.delivered;
import static com.cargobond.domain.fixture.AnEvent.demandDecided;
import static com.cargobond.domain.fixture.AnEvent.demandPaid;
import static com.cargobond.domain.fixture.AnEvent.demandReimbursed;
import static com.cargobond.domain.fixture.AnEvent.demandWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.demanded;
import static com.cargobond.domain.fixture.AnEvent.departed;
import static com.cargobond.domain.fixture.AnEvent.depositTaken;
import static com.cargobond.domain.fixture.AnEvent.discharged;
import static com.cargobond.domain.fixture.AnEvent.discrepancy;
import static com.cargobond.domain.fixture.AnEvent.forfeited;
import static com.cargobond.domain.fixture.AnEvent.frozen;
import static com.cargobond.domain.fixture.AnEvent.inspected;
import static com.cargobond.domain.fixture.AnEvent.manifested;
import static com.cargobond.domain.fixture.AnEvent.noticeWithdrawn;
import static com.cargobond.domain.fixture.AnEvent.overdue;
import static com.cargobond.domain.fixture.AnEvent.paid;
import static com.cargobond.domain.fixture.AnEvent.payeeApproved;
import static com.cargobond.domain.fixture.AnEvent.received;
import static com.cargobond.domain.fixture.AnEvent.refundApproved;
import static com.cargobond.domain.fixture.AnEvent.released;
import static com.cargobond.domain.fixture.AnEvent.reversed;
import static com.cargobond.domain.fixture.AnEvent.stillUnmatched;
import static com.cargobond.domain.fixture.AnEvent.unfrozen;

import com.cargobond.domain.deposit.DepositEventType;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.shipment.ShipmentEventType;
import java.util.Arrays;
import java.util.stream.Stream;

/** An event of each type, and the history in which it moves most. */
final class EventsOfEveryType {

  private EventsOfEveryType() {}

  /** The events before it, and last the event itself. */
  static AnEvent[] of(EventType type) {
    return switch (type) {
      case ShipmentEventType ofShipment -> of(ofShipment);
      case DepositEventType ofDeposit -> of(ofDeposit);
      default -> throw new IllegalArgumentException("no event is told here of " + type.wireName());
    };
  }

  private static AnEvent[] of(ShipmentEventType type) {
    return switch (type) {
      case MANIFEST_ACCEPTED -> events(manifested());
      case DEPARTED -> events(declared("100.00"), departed());
      case ARRIVED -> events(declared("100.00"), arrived());
      case RECEIVED -> events(declared("100.00"), received());
      case DELIVERED -> events(declared("100.00"), delivered());
      case DISCREPANCY -> events(declared("100.00"), discrepancy());
      case DECLARATION_ACCEPTED -> events(declared("100.00"));
      case DECLARATION_AMENDED -> events(declared("100.00"), amended(2, "180.00"));
      case DECLARATION_CANCELLED -> events(declared("100.00"), cancelled());
      case INSPECTION_HOLD -> events(declared("100.00"), inspected());
      case RELEASED_ON_GUARANTEE -> events(declared("100.00"), released());
      case DUTY_ASSESSED -> events(declared("100.00"), released(), assessed("180.00"));
      case TAX_NOTICE_WITHDRAWN -> owing(noticeWithdrawn());
      case DUTY_PAID -> owing(paid("40.00"));
      case PAYMENT_REVERSED -> owing(paid("40.00"), reversed("40.00"));
      case DISCHARGED -> owing(discharged("RE_EXPORTED"));
      case DEFAULT_DEMAND -> owing(demanded("60.00"));
      case DEMAND_WITHDRAWN -> owing(demanded("60.00"), demandWithdrawn());
      case DEMAND_DECIDED -> owing(demanded("60.00"), demandDecided("COMPLY"));
      case DEMAND_PAID -> owing(demanded("60.00"), demandPaid());
      case DEMAND_REIMBURSED -> owing(demanded("60.00"), demandPaid(), demandReimbursed());
      case OVERDUE -> owing(overdue("2026-05-01"));
      case STILL_UNMATCHED ->
          events(declared("100.00"), paid("40.00"), stillUnmatched("2026-05-01"));
      case DECLARATION_SHARED ->
          throw new IllegalArgumentException("told only with an event of another shipment");
      case ASKED_AGAIN -> events(declared("500.00"), askedAgain());
    };
  }

  private static AnEvent[] of(DepositEventType type) {
    return switch (type) {
      case TAKEN -> events(refundApproved("A1", "300.00"), depositTaken("1000.00"));
      case REFUND_APPROVED -> deposited(refundApproved("A1", "300.00"));
      case CONVERSION_APPROVED -> deposited(conversionApproved("A2", "400.00"));
      case PAYEE_APPROVED -> deposited(refundApproved("A1", "300.00"), payeeApproved("P1", "99"));
      case FORFEITED -> deposited(forfeited("O1", "500.00"));
      case FROZEN -> deposited(refundApproved("A1", "300.00"), frozen("C1"));
      case UNFROZEN -> deposited(refundApproved("A1", "300.00"), frozen("C1"), unfrozen("C1"));
    };
  }

  private static AnEvent[] events(AnEvent... events) {
    return events;
  }

  private static AnEvent[] owing(AnEvent... events) {
    return after(events(declared("100.00"), released(), assessed("100.00")), events);
  }

  private static AnEvent[] deposited(AnEvent... events) {
    return after(events(depositTaken("1000.00")), events);
  }

  private static AnEvent[] after(AnEvent[] first, AnEvent... then) {
    return Stream.of(first, then).flatMap(Arrays::stream).toArray(AnEvent[]::new);
  }
}
