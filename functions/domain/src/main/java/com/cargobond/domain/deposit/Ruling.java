package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.PayeeApproved;
import com.cargobond.domain.deposit.DepositFact.Taken;
import com.cargobond.domain.deposit.Order.Kind;
import com.cargobond.domain.money.Money;
import com.cargobond.domain.payment.AccountHolder;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Customs' words come to. Its orders are decided in the order of business time, so that it
 * does not matter which came first; but what was handed to the bank comes before all others, since
 * that has left or may have. What the bank did not pay follows the words again. A function of the
 * words and of the refunds that were sent, and of nothing else.
 */
final class Ruling {

  private final Optional<Taking> taking;
  private final Map<PaymentId, SentRefund> sent;
  private final List<SentRefund> bound;
  private final Function<Order, Order.Number> key;
  private final List<CustomsWord<Order>> waiting;
  private final Map<Order.Number, NumberedOrders> matters = new LinkedHashMap<>();

  /** What is neither sent nor promised nor ended, in minor units, while the orders are decided. */
  private long freeMinor;

  /** What has not ended, in minor units, while the orders are decided. */
  private long openMinor;

  /**
   * Decides.
   *
   * @param sent the refunds that were handed to the bank, with the order as it was then
   */
  Ruling(CustomsWords words, Map<PaymentId, SentRefund> sent) {
    this(words, sent, SentRefund::isBound, Order::key);
  }

  /**
   * As versions before this one decided: for them all that was ever sent came before the words, and
   * a payee and an amount under one number contradicted each other.
   */
  static Ruling ofEarlierVersions(CustomsWords words, Map<PaymentId, SentRefund> sent) {
    return new Ruling(
        words,
        sent,
        refund -> true,
        order ->
            order.kind() == Kind.PAYEE
                ? new Order.Number(Order.Counted.AMOUNTS, order.number())
                : order.key());
  }

  private Ruling(
      CustomsWords words,
      Map<PaymentId, SentRefund> sent,
      Predicate<SentRefund> isBound,
      Function<Order, Order.Number> key) {
    this.sent = sent;
    this.key = key;
    this.bound = sent.values().stream().filter(isBound).toList();
    List<Refund> refunds = bound.stream().map(SentRefund::refund).toList();
    this.taking = Taking.of(words.takings(), refunds);
    this.waiting = taking.isPresent() ? List.of() : words.orders();
    if (taking.isPresent()) {
      long received = taken().amount().minor();
      freeMinor = received - minor(refunds, refund -> true);
      openMinor = received - minor(refunds, refund -> refund.status() == RefundStatus.REFUNDED);
      words.orders().forEach(this::decide);
    }
  }

  /** How the deposit was taken; empty while Customs has not said that. */
  Optional<Taking> taking() {
    return taking;
  }

  /** Orders about a deposit of which Customs has not said that it took it. */
  List<CustomsWord<Order>> waiting() {
    return waiting;
  }

  /** How many refunds break no rule but that there is no money for them, as things stand. */
  int refundsWantingMoney() {
    return (int) matters.values().stream().filter(this::isRefundWantingMoney).count();
  }

  private boolean isRefundWantingMoney(NumberedOrders matter) {
    return matter.accepted().isEmpty()
        && matter.words().stream()
            .filter(word -> word.content().kind() == Kind.REFUND)
            .anyMatch(word -> OrderRules.broken(word, taken()).isEmpty());
  }

  private Taken taken() {
    return taking.orElseThrow().word().content();
  }

  private void decide(CustomsWord<Order> word) {
    Order order = word.content();
    NumberedOrders matter =
        matters.computeIfAbsent(key.apply(order), number -> new NumberedOrders());
    matter.hear(word);
    if (matter.hasAccepted(order)) {
      return;
    }
    Optional<Order> paid = boundOrder(key.apply(order));
    if (paid.isPresent()) {
      decideBesideSent(matter, word, paid.get());
    } else if (matter.accepted().isPresent()) {
      decideAnew(matter, word);
    } else {
      refusal(word).ifPresentOrElse(matter::refuse, () -> accept(matter, word));
    }
  }

  /** What was sent stays as it was sent; its money is set apart already. */
  private void decideBesideSent(NumberedOrders matter, CustomsWord<Order> word, Order paid) {
    if (word.content().equals(paid)) {
      matter.accept(word);
    } else if (matter.accepted().isPresent() || OrderRules.broken(word, taken()).isEmpty()) {
      matter.doubt();
    }
  }

  /** The later word counts, as far as it breaks no rule; nothing is done until it is confirmed. */
  private void decideAnew(NumberedOrders matter, CustomsWord<Order> word) {
    CustomsWord<Order> earlier = matter.accepted().orElseThrow();
    matter.doubt();
    setApart(earlier.content(), -1);
    accept(matter, refusal(word).isPresent() ? earlier : word);
  }

  private void accept(NumberedOrders matter, CustomsWord<Order> word) {
    matter.accept(word);
    setApart(word.content(), 1);
  }

  private void setApart(Order order, int sign) {
    freeMinor -= sign * order.minor();
    if (order.kind().isForTheTreasury()) {
      openMinor -= sign * order.minor();
    }
  }

  private Optional<Order> boundOrder(Order.Number number) {
    return bound.stream()
        .map(SentRefund::order)
        .filter(order -> order.key().equals(number))
        .findFirst();
  }

  /** The first rule that the order breaks as things stand when its turn comes. */
  private Optional<ApprovalRefusal> refusal(CustomsWord<Order> word) {
    Order order = word.content();
    Optional<ApprovalRefusal> broken = OrderRules.broken(word, taken());
    if (order.amount().isEmpty()
        || broken.filter(rule -> rule != ApprovalRefusal.MORE_THAN_HELD).isPresent()) {
      return broken;
    }
    if (openMinor == 0) {
      return Optional.of(ApprovalRefusal.DEPOSIT_CLOSED);
    }
    return order.minor() > freeMinor
        ? Optional.of(ApprovalRefusal.MORE_THAN_HELD)
        : Optional.empty();
  }

  /** The refunds that are ordered, by Customs' time, each as far as it has come. */
  Map<PaymentId, Refund> refunds() {
    Map<PaymentId, Refund> refunds = new LinkedHashMap<>();
    matters.values().stream()
        .flatMap(matter -> matter.accepted().stream())
        .filter(word -> word.content().kind() == Kind.REFUND)
        .sorted(Comparator.comparing(CustomsWord::event, CustomsWord.BUSINESS_TIME))
        .map(this::refund)
        .forEach(refund -> refunds.put(refund.id(), refund));
    sent.forEach((id, known) -> refunds.putIfAbsent(id, unordered(known)));
    return refunds;
  }

  private static Refund unordered(SentRefund known) {
    return known.isBound() ? known.refund() : known.refund().lapsed();
  }

  /** The refund that is ordered, as far as it has come. */
  Refund refund(CustomsWord<Order> word) {
    SentRefund known = sent.get(RefundOrders.id(word));
    if (known == null) {
      return RefundOrders.refund(word, taking.orElseThrow().word());
    }
    return known.isBound() ? known.refund() : asOrdered(known, word);
  }

  private Refund asOrdered(SentRefund known, CustomsWord<Order> word) {
    Refund ordered = RefundOrders.refund(word, taking.orElseThrow().word());
    return known
        .refund()
        .ordered(ordered.approval(), ordered.interest(), payee(known, ordered.payee()));
  }

  /**
   * The account of a repair counts before that of the order, as long as Customs' approval of it
   * breaks no rule: the payer may have been corrected to another company since.
   */
  private AccountHolder payee(SentRefund known, AccountHolder ordered) {
    if (known.payeeOf().isPresent()) {
      return known
          .payeeOf()
          .flatMap(this::payeeMatter)
          .flatMap(NumberedOrders::accepted)
          .flatMap(Ruling::payee)
          .orElse(ordered);
    }
    boolean wasNamed = !known.refund().payment().repairedBy().isEmpty();
    return wasNamed && known.refund().payee().isSameCompanyAs(ordered)
        ? known.refund().payee()
        : ordered;
  }

  /** Whether Customs' words would have the refund sent to the account that it was sent to. */
  boolean isAsOrdered(PaymentId refund) {
    SentRefund known = sent.get(refund);
    return sure(refund)
        .map(word -> asOrdered(known, word).payee().folded())
        .filter(known.refund().payee().folded()::equals)
        .isPresent();
  }

  /**
   * Whether an amount that the bank says it paid of a refund is held and not for something else:
   * what is promised to the refund itself is for this.
   */
  boolean hasRoom(PaymentId refund, Money amount) {
    SentRefund known = sent.get(refund);
    long own =
        known.isBound() ? known.refund().amount().minor() : promisedMinor(known.order().key());
    return taking.isPresent()
        && taken().amount().currency().equals(amount.currency())
        && amount.minor() <= freeMinor + own;
  }

  private long promisedMinor(Order.Number number) {
    return Optional.ofNullable(matters.get(number))
        .filter(matter -> matter.sure().filter(Ruling::isForTheTreasury).isEmpty())
        .flatMap(NumberedOrders::accepted)
        .map(word -> word.content().minor())
        .orElse(0L);
  }

  private static boolean isForTheTreasury(CustomsWord<Order> word) {
    return word.content().kind().isForTheTreasury();
  }

  /** Where the money is. */
  Optional<DepositFigures> figures() {
    return taking.map(
        from -> {
          Collection<Refund> refunds = refunds().values();
          long inFlight = minor(refunds, refund -> refund.status() == RefundStatus.SENT);
          long refunded = minor(refunds, refund -> refund.status() == RefundStatus.REFUNDED);
          long converted = doneMinor(Kind.CONVERSION);
          long forfeited = doneMinor(Kind.FORFEITURE);
          Money received = from.word().content().amount();
          return new DepositFigures(
              received.currency(),
              received.minor(),
              received.minor() - inFlight - refunded - converted - forfeited,
              inFlight,
              refunded,
              converted,
              forfeited);
        });
  }

  /** What Customs' ledger moves by its order alone; while it contradicts itself, nothing. */
  private long doneMinor(Kind kind) {
    return sure(kind).map(CustomsWord::content).mapToLong(Order::minor).sum();
  }

  private Stream<CustomsWord<Order>> sure(Kind kind) {
    return matters.values().stream()
        .flatMap(matter -> matter.sure().stream())
        .filter(word -> word.content().kind() == kind);
  }

  private static long minor(Collection<Refund> refunds, Predicate<Refund> which) {
    return refunds.stream().filter(which).mapToLong(refund -> refund.amount().minor()).sum();
  }

  /** The order of a refund, if there is no doubt about it. */
  Optional<CustomsWord<Order>> sure(PaymentId refund) {
    return sure(Kind.REFUND).filter(word -> RefundOrders.id(word).equals(refund)).findFirst();
  }

  /** Whether Customs' words are clear enough to pay the refund now. */
  boolean letsPay(PaymentId refund) {
    return taking.filter(Taking::isSure).isPresent()
        && sure(refund).isPresent()
        && Optional.ofNullable(sent.get(refund))
            .flatMap(SentRefund::payeeOf)
            .flatMap(this::payeeMatter)
            .filter(NumberedOrders::isContradicted)
            .isEmpty();
  }

  /** The account that Customs approved under a number, if that is sure. */
  Optional<AccountHolder> payee(ApprovalNo number) {
    return payeeMatter(number).flatMap(NumberedOrders::sure).flatMap(Ruling::payee);
  }

  private Optional<NumberedOrders> payeeMatter(ApprovalNo number) {
    return Optional.ofNullable(matters.get(new Order.Number(Order.Counted.PAYEES, number)));
  }

  private static Optional<AccountHolder> payee(CustomsWord<Order> word) {
    return word.event().fact() instanceof PayeeApproved approved
        ? Optional.of(approved.payee())
        : Optional.empty();
  }

  /** What became of each number, in the order of Customs' time. */
  Stream<Verdict> verdicts() {
    return Stream.concat(
        waiting.stream().map(Verdict::waiting),
        matters.values().stream().map(NumberedOrders::verdict));
  }
}
