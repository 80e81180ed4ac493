package com.cargobond.local.reconcile;

import java.util.Optional;
import java.util.Set;

/** Whether an entry moved money, by the codes of ISO 20022 ({@code ExternalEntryStatus1Code}). */
enum EntryStatus {
  BOOKED,
  ANNOUNCED,
  UNKNOWN;

  private static final String BOOK = "BOOK";

  /** Pending, for information, and of a later day. */
  private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

  /** Up to version .07 the status is the element's text, and a choice from then on. */
  static String said(XmlElement entry) {
    Optional<XmlElement> status = entry.first("Sts");
    return status
        .flatMap(choice -> choice.first("Cd").or(() -> choice.first("Prtry")))
        .or(() -> status)
        .map(XmlElement::text)
        .orElse("");
  }

  static EntryStatus of(String said) {
    if (said.equals(BOOK)) {
      return BOOKED;
    }
    return NOT_BOOKED.contains(said) ? ANNOUNCED : UNKNOWN;
  }
}
