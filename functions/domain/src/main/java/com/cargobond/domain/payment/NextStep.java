package com.cargobond.domain.payment;

import com.cargobond.domain.identity.Uetr;
import java.time.Instant;

/** What to do about a payment now. */
public sealed interface NextStep {

  /** An attempt may have reached the bank: its status is asked for before anything is sent. */
  record Ask(Uetr uetr) implements NextStep {}

  /** A new attempt. */
  record Send() implements NextStep {}

  /** The bank is closed, or what it rejected may not have gone by yet. */
  record Wait(Instant until) implements NextStep {}

  /** It is paid, held back, or waits for a person. */
  record Nothing() implements NextStep {}
}
