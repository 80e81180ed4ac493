package com.cargobond.domain.ledger;

/** What others are told as soon as it is on the ledger. Each capability has an enum of its own. */
public interface NoticeType {

  /** As it is told and kept. */
  String name();
}
