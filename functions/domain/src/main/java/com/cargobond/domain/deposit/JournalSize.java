package com.cargobond.domain.deposit;

import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.payment.PaymentSize;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many bytes entries take where they are stored: never less than they really do. A name is
 * stored with each value, and text as UTF-8, in which a Chinese character has three bytes.
 */
public final class JournalSize {

  /** A value's own overhead, and that of a list or map with its place in another. */
  private static final int OVERHEAD = 4;

  /** The names of all fields of an entry, kind, time and amounts of any length that is allowed. */
  private static final int ENTRY = 160;

  private JournalSize() {}

  /** The estimate for one entry. */
  public static int bytes(DepositEntry entry) {
    return switch (entry) {
      case DepositEntry.PaymentStep it -> PaymentSize.bytes(it.entry());
      case DepositEntry.Learned it -> ENTRY + event(it.event());
      case DepositEntry.RepairedOnTrust it ->
          ENTRY
              + texts(
                  it.refund().value(),
                  it.approvalNo().value(),
                  it.named().number().value(),
                  it.named().cnaps().value());
      case DepositEntry.Elapsed it -> ENTRY + texts(it.day().toString());
    };
  }

  private static int event(ShipmentEvent event) {
    return texts(
            event.source(),
            event.id(),
            event.type().wireName(),
            event.time().toString(),
            event.shipment().toString())
        + value(event.data());
  }

  private static int value(Object value) {
    return OVERHEAD
        + switch (value) {
          case Map<?, ?> map ->
              map.entrySet().stream()
                  .mapToInt(field -> value(field.getKey()) + value(field.getValue()))
                  .sum();
          case Iterable<?> items -> {
            int sum = 0;
            for (Object item : items) {
              sum += value(item);
            }
            yield sum;
          }
          case null -> 0;
          default -> text(String.valueOf(value));
        };
  }

  private static int texts(String... texts) {
    return Stream.of(texts).mapToInt(text -> OVERHEAD + text(text)).sum();
  }

  private static int text(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
