package com.cargobond.local.bank;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the bank did, never changed afterwards. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Booking.class, name = "BOOKED"),
  @JsonSubTypes.Type(value = OutcomeNotification.class, name = "TOLD")
})
public sealed interface JournalEntry permits Booking, OutcomeNotification {}
