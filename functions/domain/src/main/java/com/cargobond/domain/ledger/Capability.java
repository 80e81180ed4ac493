package com.cargobond.domain.ledger;

import com.cargobond.domain.event.EventType;
import java.util.List;

/**
 * A part of the business as the rest knows it: what it hears, how it decides, what it needs a
 * person for, and what it tells.
 *
 * @param name as the list of exceptions names it
 * @param kind of its subjects, which exceptions and deadlines name
 * @param events that it hears first
 * @param rules how it decides
 * @param codes why one of its subjects needs a person
 * @param quarantineCodes why an event is set aside, besides {@link QuarantineCode}
 * @param notices what it tells, besides {@link LedgerNoticeType}
 */
public record Capability(
    String name,
    Kind<?> kind,
    List<EventType> events,
    Rulebook rules,
    List<Code> codes,
    List<Code> quarantineCodes,
    List<NoticeType> notices) {

  /** Copies the lists. */
  public Capability {
    events = List.copyOf(events);
    codes = List.copyOf(codes);
    quarantineCodes = List.copyOf(quarantineCodes);
    notices = List.copyOf(notices);
  }
}
