package com.cargobond.store.deposit;

import com.cargobond.domain.deposit.RefundId;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.ItemKey;
import com.cargobond.store.ledger.Listing;
import com.cargobond.store.ledger.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says that a refund is on its way, or waits to be sent. */
final class OpenRefundItems {

  /** The refunds are spread over as many partitions as their ids have first digits. */
  private static final String DIGITS = "0123456789abcdef";

  private static final int FIRST_DIGIT = "RF-".length();

  private OpenRefundItems() {}

  static Listing listing(RefundId refund) {
    String id = refund.value();
    return Listing.of(new ItemKey(LedgerTable.GUARANTEES, partitionKey(partition(id)), id));
  }

  /** From a refund on, or from what its id begins with. */
  static List<Range> ranges(Optional<String> after) {
    int first = after.map(OpenRefundItems::partition).orElse(0);
    List<Range> ranges = new ArrayList<>();
    for (int i = first; i < DIGITS.length(); i++) {
      Range whole = Range.of(LedgerTable.GUARANTEES, partitionKey(i));
      ranges.add(i == first ? whole.behind(after) : whole);
    }
    return ranges;
  }

  private static String partitionKey(int partition) {
    return "OPEN-REFUNDS#" + DIGITS.charAt(partition);
  }

  private static int partition(String id) {
    return id.length() <= FIRST_DIGIT ? 0 : Math.max(0, DIGITS.indexOf(id.charAt(FIRST_DIGIT)));
  }
}
