package com.cargobond.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is set. */
final class AClock extends Clock {

  private volatile Instant now;

  private AClock(Instant now) {
    this.now = now;
  }

  static AClock at(String time) {
    return new AClock(Instant.parse(time));
  }

  void set(String time) {
    now = Instant.parse(time);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
