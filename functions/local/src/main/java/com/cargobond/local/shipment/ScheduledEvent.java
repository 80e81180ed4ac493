package com.cargobond.local.shipment;

import com.cargobond.local.sample.SampleEvent;
import java.time.OffsetDateTime;

/**
 * An event with the moment at which it is posted, which is not always the moment it tells of.
 *
 * @param evening whether it waits until the rest of the day has been applied
 */
record ScheduledEvent(SampleEvent event, OffsetDateTime postedAt, boolean evening) {

  ScheduledEvent postedAt(OffsetDateTime moment) {
    return new ScheduledEvent(event, moment, evening);
  }
}
