package com.cargobond.local.bank;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a journal amounts to, entry by entry. Not safe for several threads: the book locks. */
final class Payments {

  private final Map<Uetr, List<Booking>> bookings = new LinkedHashMap<>();
  private final Map<Uetr, PaymentStatus> told = new HashMap<>();
  private final Map<String, Uetr> maybePaid = new HashMap<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private int attemptedDoublePayments;

  void apply(JournalEntry entry) {
    switch (entry) {
      case OutcomeNotification notified -> told.put(notified.uetr(), notified.status());
      case Booking booking -> apply(booking);
    }
  }

  /** One more attempt has come; an attempt that is booked counts by itself. */
  void countAttempt(String endToEndId) {
    attempts.merge(endToEndId, 1, Integer::sum);
  }

  int attempts(String endToEndId) {
    return attempts.getOrDefault(endToEndId, 0);
  }

  /** Whether a creditor has the money or may still get it. */
  boolean mayBePaid(String endToEndId) {
    return maybePaid.containsKey(endToEndId);
  }

  Optional<Booking> first(Uetr uetr) {
    return Optional.ofNullable(bookings.get(uetr)).map(List::getFirst);
  }

  Optional<Booking> last(Uetr uetr) {
    return Optional.ofNullable(bookings.get(uetr)).map(List::getLast);
  }

  /** The latest outcome of a payment, if it came later than the answer and nobody knows it. */
  Optional<Booking> untold(Uetr uetr) {
    return last(uetr)
        .filter(last -> bookings.get(uetr).size() > 1 && told.get(uetr) != last.status());
  }

  /** Payments for which something is still to be booked or told. */
  List<Uetr> unfinished() {
    return bookings.values().stream()
        .map(List::getLast)
        .filter(last -> !last.later().isEmpty() || untold(last.uetr()).isPresent())
        .map(Booking::uetr)
        .toList();
  }

  Set<String> paidMoreThanOnce() {
    Map<String, Integer> paid = new HashMap<>();
    bookings.values().stream()
        .flatMap(List::stream)
        .forEach(
            booking ->
                paid.merge(booking.endToEndId(), booking.status().timesPaid(), Integer::sum));
    paid.values().removeIf(times -> times <= 1);
    return new TreeSet<>(paid.keySet());
  }

  Map<String, Money> settledSums() {
    Map<String, Money> sums = new TreeMap<>();
    bookings.values().stream()
        .map(List::getLast)
        .filter(last -> last.status() == PaymentStatus.SETTLED)
        .forEach(last -> sums.merge(last.endToEndId(), last.order().amount(), Money::plus));
    return sums;
  }

  int attemptedDoublePayments() {
    return attemptedDoublePayments;
  }

  private void apply(Booking booking) {
    String endToEndId = booking.endToEndId();
    if (!bookings.containsKey(booking.uetr())) {
      countAttempt(endToEndId);
    }
    bookings.computeIfAbsent(booking.uetr(), uetr -> new ArrayList<>()).add(booking);
    if (booking.status().mayBePaid()) {
      maybePaid.put(endToEndId, booking.uetr());
    } else if (booking.uetr().equals(maybePaid.get(endToEndId))) {
      maybePaid.remove(endToEndId);
    } else if (mayBePaid(endToEndId)) {
      attemptedDoublePayments++;
    }
  }
}
