package com.cargobond.domain.deposit;

import com.cargobond.domain.data.DataFile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What follows from the bank's reason; the table is {@code refund-reasons.csv}. */
final class RefundReasons {

  private static final Map<String, RefundStatus> FOLLOWS =
      DataFile.rows(RefundReasons.class, "refund-reasons.csv", 3).stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0),
                  row -> row.get(1).equals("RETRY") ? RefundStatus.FAILED : RefundStatus.REPAIR));

  private RefundReasons() {}

  /** A reason that nobody knows, or none, needs a person. */
  static RefundStatus statusAfter(Optional<String> reason, int attempts) {
    return attempts >= Refund.ATTEMPTS_MAX
        ? RefundStatus.REPAIR
        : reason
            .map(code -> FOLLOWS.getOrDefault(code, RefundStatus.REPAIR))
            .orElse(RefundStatus.REPAIR);
  }
}
