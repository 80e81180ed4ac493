package com.cargobond.domain.deposit;

import com.cargobond.domain.identity.Uetr;
import java.time.Instant;

/** What to do about a refund now. */
public sealed interface NextStep {

  /** An attempt may have reached the bank: its status is asked for before anything is sent. */
  record Ask(Uetr uetr) implements NextStep {}

  /** A new attempt. */
  record Send() implements NextStep {}

  /** The bank is closed. */
  record Wait(Instant until) implements NextStep {}

  /** It is paid, frozen, or waits for a person. */
  record Nothing() implements NextStep {}
}
