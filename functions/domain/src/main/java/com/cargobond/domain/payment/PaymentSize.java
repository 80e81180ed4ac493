package com.cargobond.domain.payment;

import com.cargobond.domain.event.StoredSize;
import java.util.stream.Stream;

/**
 * How many bytes entries about payments take where they are stored: never less than they really do.
 */
public final class PaymentSize {

  /** An attempt with all that may be heard of it: three outcomes, a silence and an answer. */
  public static final int ATTEMPT_BYTES = 1_250;

  /** The names of all fields of an entry, its kind and its time. */
  private static final int ENTRY = 160;

  private PaymentSize() {}

  /** The estimate for one entry. */
  public static int bytes(PaymentEntry entry) {
    return ENTRY
        + switch (entry) {
          case PaymentEntry.Sent it -> texts(it.payment().value(), it.uetr().value());
          case PaymentEntry.Told it -> texts(it.uetr().value(), it.reason().orElse(""));
          case PaymentEntry.ToldOfUnknown it ->
              texts(it.payment().value(), it.uetr().value(), it.reason().orElse(""));
          case PaymentEntry.Denied it -> texts(it.uetr().value());
          case PaymentEntry.Repaired it -> texts(it.payment().value(), it.approvalNo().value());
          case PaymentEntry.Unanswered it -> texts(it.uetr().value());
        };
  }

  /**
   * What entries take by the time that everything is heard of every attempt among them: what was
   * handed to the bank must find room for its outcome.
   */
  public static long reserved(Stream<PaymentEntry> entries) {
    return entries.mapToLong(PaymentSize::reserved).sum();
  }

  private static int reserved(PaymentEntry entry) {
    return switch (entry) {
      case PaymentEntry.Sent it -> ATTEMPT_BYTES;
      case PaymentEntry.Told it -> 0;
      case PaymentEntry.Unanswered it -> 0;
      case PaymentEntry.ToldOfUnknown it -> bytes(it);
      case PaymentEntry.Denied it -> bytes(it);
      case PaymentEntry.Repaired it -> bytes(it);
    };
  }

  private static int texts(String... texts) {
    return Stream.of(texts).mapToInt(StoredSize::of).sum();
  }
}
