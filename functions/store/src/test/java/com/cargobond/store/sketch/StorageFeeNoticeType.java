package com.cargobond.store.sketch;

import com.cargobond.domain.ledger.NoticeType;

/** What is told of a storage fee. */
enum StorageFeeNoticeType implements NoticeType {
  STORAGE_FEE_DUE {
    @Override
    public boolean isPaymentOrder() {
      return true;
    }
  }
}
