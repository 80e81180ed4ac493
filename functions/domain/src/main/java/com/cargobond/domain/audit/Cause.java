package com.cargobond.domain.audit;

import java.time.Instant;
import java.util.List;

/**
 * Why something changed.
 *
 * @param actor who decided: a party, or the function that acts for it
 * @param decision what was decided
 * @param messageIds the messages that led to it
 * @param at when
 */
public record Cause(String actor, String decision, List<String> messageIds, Instant at) {

  public Cause {
    messageIds = List.copyOf(messageIds);
  }

  /** A decision that no message led to. */
  public static Cause of(String actor, String decision, Instant at) {
    return new Cause(actor, decision, List.of(), at);
  }
}
