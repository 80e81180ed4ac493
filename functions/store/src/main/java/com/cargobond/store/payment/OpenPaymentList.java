package com.cargobond.store.payment;

import com.cargobond.domain.payment.PaymentId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of payments that are on their way, or wait to be sent, each by its id.
 *
 * @param name how its partition keys begin
 */
public record OpenPaymentList(String name) {

  /** Of whoever has no list of its own. */
  public static final OpenPaymentList PAYMENTS = new OpenPaymentList("OPEN-PAYMENTS");

  /** They are spread over as many partitions as their ids have first digits behind the prefix. */
  private static final String DIGITS = "0123456789abcdef";

  private static final char PREFIX_END = '-';

  /** The place of a payment in it. */
  public Listing listing(PaymentId payment) {
    return Listing.of(
        new ItemKey(
            LedgerTable.GUARANTEES, partitionKey(partition(payment.value())), payment.value()));
  }

  /** From a payment on, or from what an id begins with. */
  List<Range> ranges(Optional<String> after) {
    int first = after.map(OpenPaymentList::partition).orElse(0);
    List<Range> ranges = new ArrayList<>();
    for (int i = first; i < DIGITS.length(); i++) {
      Range whole = Range.of(LedgerTable.GUARANTEES, partitionKey(i));
      ranges.add(i == first ? whole.behind(after) : whole);
    }
    return ranges;
  }

  private String partitionKey(int partition) {
    return name + "#" + DIGITS.charAt(partition);
  }

  private static int partition(String id) {
    int first = id.indexOf(PREFIX_END) + 1;
    return first == id.length() ? 0 : Math.max(0, DIGITS.indexOf(id.charAt(first)));
  }
}
