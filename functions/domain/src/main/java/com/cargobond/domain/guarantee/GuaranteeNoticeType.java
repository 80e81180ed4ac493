package com.cargobond.domain.guarantee;

import com.cargobond.domain.ledger.NoticeType;
import java.util.Optional;

/** What is told of a guarantee as a whole. */
public enum GuaranteeNoticeType implements NoticeType {
  GUARANTEE_OVER_COMMITTED {
    @Override
    public Optional<String> alarm() {
      return Optional.of(
          "More is held than a guarantee's limit: the log of publish names it; tell its bank");
    }
  },
  /** Cover ends in as many days as the code says. */
  GUARANTEE_EXPIRES,
  /** Cover has ended: no new reservations. */
  GUARANTEE_EXPIRED,
  /** The suretyship period ends in as many days as the code says, and something is open. */
  SURETYSHIP_ENDS,
  /** The suretyship period has ended with something open: nothing more can be claimed. */
  SURETYSHIP_ENDED
}
