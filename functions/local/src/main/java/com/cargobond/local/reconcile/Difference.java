package com.cargobond.local.reconcile;

import com.cargobond.domain.payment.PaymentOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry and the payment of the ledger that is the same one, but not in everything.
 *
 * @param what differs, at least one thing
 */
public record Difference(StatementEntry entry, LedgerPayment payment, List<String> what) {

  public Difference {
    what = List.copyOf(what);
  }

  /** What differs, if anything does. */
  static Optional<Difference> between(StatementEntry entry, LedgerPayment payment) {
    List<String> what = new ArrayList<>();
    if (!entry.amount().equals(payment.amount())) {
      what.add("amount " + entry.amount() + ", in the ledger " + payment.amount());
    }
    entry
        .endToEndId()
        .filter(id -> !id.equals(payment.endToEndId()))
        .ifPresent(id -> what.add("end-to-end id " + id + ", in the ledger another"));
    if (payment.heardOf(entry.direction()).isEmpty()) {
      String inLedger =
          payment
              .outcome()
              .map(PaymentOutcome::name)
              .map(name -> name.toLowerCase(Locale.ROOT))
              .orElse("in flight");
      what.add(
          inLedger
              + " in the ledger, "
              + (entry.direction() == Direction.DEBIT ? "booked" : "credited back")
              + " by the bank");
    }
    return what.isEmpty() ? Optional.empty() : Optional.of(new Difference(entry, payment, what));
  }
}
