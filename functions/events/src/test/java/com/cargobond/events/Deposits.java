package com.cargobond.events;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositId;
import com.cargobond.domain.deposit.Refund;
import com.cargobond.domain.deposit.RefundId;
import com.cargobond.domain.fixture.AnEvent;
import com.cargobond.domain.ledger.ReceivedEvent;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.store.deposit.DepositLedger;
import com.cargobond.store.ledger.EventLedger;
import com.cargobond.store.ledger.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Deposits on a ledger, as Customs' events bring them about. */
record Deposits(Ledger ledger) {

  /** As many deposits of 1,000 yuan, DEP-0 and so on, each to be refunded whole. */
  List<RefundId> toBeRefunded(int count) {
    return IntStream.range(0, count).mapToObj(i -> toBeRefunded("DEP-" + i)).toList();
  }

  RefundId toBeRefunded(String deposit) {
    tell(deposit, AnEvent.depositTaken("1000.00"), AnEvent.refundApproved("A1", "1000.00"));
    return RefundId.of(new DepositId(deposit), new ApprovalNo("A1"));
  }

  void tell(String deposit, AnEvent... events) {
    List<ReceivedEvent> received =
        Arrays.stream(events).map(event -> event.with("depositId", deposit).accepted()).toList();
    new EventLedger(ledger)
        .apply(received)
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  Deposit deposit(String id) {
    return desk().find(new DepositId(id)).orElseThrow();
  }

  Refund refund(RefundId id) {
    return desk().find(id).orElseThrow().refund(id).orElseThrow();
  }

  DepositLedger desk() {
    return new DepositLedger(ledger);
  }
}
