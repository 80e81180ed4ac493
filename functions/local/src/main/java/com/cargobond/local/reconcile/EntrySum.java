package com.cargobond.local.reconcile;

import com.cargobond.domain.money.Money;
import com.cargobond.local.reconcile.Finding.Kind;
import com.cargobond.local.reconcile.TransactionReader.Around;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An entry is the sum of its transactions, and of the charges that were booked with them. Banks
 * name charges on the entry, on its transactions or on both, whether booked with it or elsewhere:
 * only the sum tells which.
 */
final class EntrySum {

  private final XmlElement entry;
  private final Optional<Money> amount;
  private final Around around;
  private final List<Charge> onEntry;
  private final List<Charge> onTransactions;

  EntrySum(
      XmlElement entry,
      Optional<Money> amount,
      Around around,
      List<Charge> onEntry,
      List<Charge> onTransactions) {
    this.entry = entry;
    this.amount = amount;
    this.around = around;
    this.onEntry = onEntry;
    this.onTransactions = onTransactions;
  }

  /**
   * The amount of an entry's only transaction: its own in the entry's currency; or what was asked
   * for, if charges are all that lies between; or else the entry's, without charges that it says to
   * include.
   */
  Optional<Money> amountOfTheOnly(XmlElement transaction, Findings findings) {
    Optional<Money> own =
        transaction == entry
            ? Optional.empty()
            : TransactionReader.ownAmount(transaction, findings).filter(this::isInCurrency);
    if (own.isPresent() || amount.isEmpty()) {
      return own;
    }
    return TransactionReader.instructedAmount(transaction, amount.get().currency(), findings)
        .filter(asked -> around.direction().isPresent())
        .filter(asked -> isExplained(rest(CamtValues.signed(asked, around.direction().get()))))
        .or(() -> findings.read(entry, any -> withoutIncludedCharges()));
  }

  /** Lists the charges, and says if the entry is not what it is made of. */
  void check(List<StatementEntry> transactions, Findings findings) {
    if (amount.isEmpty() || around.direction().isEmpty()) {
      return;
    }
    if (!transactions.stream().allMatch(transaction -> isInCurrency(transaction.amount()))) {
      findings.add(
          Kind.CONTRADICTION,
          entry,
          "its transactions are not all in " + currency() + ", as it is");
      return;
    }
    BigDecimal sum =
        transactions.stream()
            .map(one -> CamtValues.signed(one.amount(), one.direction()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<List<Charge>> booked = booked(rest(sum));
    Set<Charge> taken = new HashSet<>(booked.orElse(List.of()));
    Stream.concat(onEntry.stream(), onTransactions.stream())
        .forEach(
            charge ->
                findings.add(
                    taken.contains(charge) ? Kind.CHARGE : Kind.CHARGE_ELSEWHERE,
                    charge.where(),
                    charge.words()));
    if (booked.isEmpty()) {
      findings.add(
          Kind.CONTRADICTION,
          entry,
          "%s is %s %s, its transactions sum to %s"
              .formatted(
                  entry.path() + "/Amt",
                  signedAmount().toPlainString(),
                  currency(),
                  sum.toPlainString()));
    }
  }

  private boolean isInCurrency(Money other) {
    return amount.filter(own -> own.currency().equals(other.currency())).isPresent();
  }

  private String currency() {
    return amount.orElseThrow().currency().getCurrencyCode();
  }

  private BigDecimal signedAmount() {
    return CamtValues.signed(amount.orElseThrow(), around.direction().orElseThrow());
  }

  private BigDecimal rest(BigDecimal transactions) {
    return signedAmount().subtract(transactions);
  }

  private boolean isExplained(BigDecimal rest) {
    return rest.signum() != 0 && booked(rest).isPresent();
  }

  /** The charges that make up what the transactions leave of the entry. */
  private Optional<List<Charge>> booked(BigDecimal rest) {
    List<Charge> both = new ArrayList<>(onEntry);
    both.addAll(onTransactions);
    return Stream.of(List.<Charge>of(), onTransactions, onEntry, both)
        .map(charges -> charges.stream().filter(one -> isInCurrency(one.amount())).toList())
        .filter(charges -> Charge.sum(charges).compareTo(rest) == 0)
        .findFirst();
  }

  private Money withoutIncludedCharges() {
    List<Charge> named = onTransactions.isEmpty() ? onEntry : onTransactions;
    BigDecimal included =
        Charge.sum(
            named.stream()
                .filter(Charge::isIncluded)
                .filter(charge -> isInCurrency(charge.amount()))
                .toList());
    Money whole = amount.orElseThrow();
    if (around.direction().isEmpty()) {
      return whole;
    }
    BigDecimal rest = signedAmount().subtract(included);
    return rest.signum() == signedAmount().signum()
        ? Money.ofMinor(
            rest.abs().movePointRight(whole.currency().getDefaultFractionDigits()),
            whole.currency())
        : whole;
  }
}
