package com.cargobond.store.payment;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Outcome.Applied;
import com.cargobond.domain.payment.PayingSubject;
import com.cargobond.domain.payment.PaymentId;
import com.cargobond.domain.payment.PaymentTerms;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.BusyLedger;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Range;
import com.cargobond.store.ledger.Stored;
import com.cargobond.store.ledger.SubjectLedger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The payments of a ledger, whoever owes them, and the steps on what owes them. */
public final class PaymentLedger {

  private final Ledger ledger;
  private final SubjectLedger subjects;

  /** Whoever pays, by how the ids of its payments begin. */
  private final Map<String, PayingCodec<?>> paying = new LinkedHashMap<>();

  /** The payments of a ledger. */
  public PaymentLedger(Ledger ledger) {
    this(ledger, new Backoff());
  }

  /** With pauses of the caller's. */
  public PaymentLedger(Ledger ledger, Backoff backoff) {
    this.ledger = ledger;
    this.subjects = new SubjectLedger(ledger, backoff);
    ledger.stored().codecs().stream()
        .filter(PayingCodec.class::isInstance)
        .map(codec -> (PayingCodec<?>) codec)
        .forEach(codec -> paying.put(codec.terms().idPrefix(), codec));
  }

  /** How the ids of payments begin, each sort's. */
  public List<String> idPrefixes() {
    return List.copyOf(paying.keySet());
  }

  /**
   * The id that a text is, of whatever sort.
   *
   * @throws BrokenRule if no payment has such an id
   */
  public PaymentId id(String text) {
    return codec(text)
        .orElseThrow(() -> new BrokenRule("must be the id of a payment"))
        .terms()
        .id(text);
  }

  /** What payments of this sort have of their own. */
  public PaymentTerms terms(PaymentId id) {
    return codecOf(id).terms();
  }

  /** The payment with what owes it, if anything owes or owed one of this id. */
  public Optional<OwedPayment<?>> find(PaymentId id) {
    return find(codecOf(id), id);
  }

  private <S extends PayingSubject<S>> Optional<OwedPayment<?>> find(
      PayingCodec<S> codec, PaymentId id) {
    Kind<S> kind = codec.kind();
    return ledger
        .target(id.alias())
        .flatMap(owner -> ledger.find(kind, owner))
        .filter(read -> !read.isNew())
        .map(Stored::value)
        .map(owner -> new OwedPayment<>(this, kind, id, owner));
  }

  /**
   * The payments that are on their way or wait to be sent, by their lists and ids.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before, or how any payment's id may begin
   */
  public Page<PaymentId> open(int limit, Optional<String> after) {
    return ledger
        .listed(ranges(after), limit, item -> item.text(LedgerTable.SORT_KEY))
        .map(item -> id(item.text(LedgerTable.SORT_KEY)));
  }

  private List<Range> ranges(Optional<String> after) {
    List<OpenPaymentList> lists =
        paying.values().stream().map(PayingCodec::openPayments).distinct().toList();
    int first =
        after.flatMap(this::codec).map(PayingCodec::openPayments).map(lists::indexOf).orElse(0);
    List<Range> ranges = new ArrayList<>();
    for (int i = first; i < lists.size(); i++) {
      ranges.addAll(lists.get(i).ranges(i == first ? after : Optional.empty()));
    }
    return ranges;
  }

  private PayingCodec<?> codecOf(PaymentId id) {
    return codec(id.value()).orElseThrow();
  }

  private Optional<PayingCodec<?>> codec(String id) {
    for (Map.Entry<String, PayingCodec<?>> sort : paying.entrySet()) {
      if (id.startsWith(sort.getKey())) {
        return Optional.of(sort.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Takes a step of a subject that pays, and tells what follows from it; if somebody else wrote in
   * between, it is decided again. What the step throws is thrown, and nothing is written; a step
   * that changes nothing writes nothing.
   *
   * @param cause for the audit trail
   * @throws BusyLedger if others write without end
   */
  public <S extends PayingSubject<S>> S change(
      Kind<S> kind, String id, UnaryOperator<S> step, Cause cause) {
    return subjects.change(
        kind,
        id,
        before -> {
          S after = step.apply(before);
          return new Applied(SubjectLedger.view(after), after.noticesSince(before));
        },
        cause);
  }
}
