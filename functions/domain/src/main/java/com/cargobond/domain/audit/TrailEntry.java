package com.cargobond.domain.audit;

import com.cargobond.domain.event.Fingerprint;

/**
 * One decision in the trail of a guarantee, of a slice of one, or of a deposit.
 *
 * @param subject whose trail it is
 * @param number its place in the trail, from 1
 * @param before how the subject stood; empty if there was none
 * @param after how it stands since
 * @param previousHash of the entry before; empty for the first
 */
public record TrailEntry(
    String subject, long number, Cause cause, String before, String after, String previousHash) {

  /** The entry that follows what a trail has so far. */
  public static TrailEntry following(
      TrailHead head, String subject, Cause cause, String before, String after) {
    return new TrailEntry(subject, head.number() + 1, cause, before, after, head.hash());
  }

  /** Equal for equal entries only: SHA-256 of every part, the entry before among them. */
  public String hash() {
    return Fingerprint.sha256(
        subject,
        number,
        cause.actor(),
        cause.decision(),
        cause.messageIds(),
        cause.at().toString(),
        before,
        after,
        previousHash);
  }

  /** The trail's head with this as its last entry. */
  public TrailHead head() {
    return new TrailHead(number, hash());
  }
}
