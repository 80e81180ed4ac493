package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to one entry of a statement that agrees, it is found. */
class ReconciliationProperties {

  /** What the ledger has and what the bank booked, which agree, and one of the bank's entries. */
  record Day(List<APayment> payments, List<StatementEntry> entries, int one) {

    StatementEntry entry() {
      return entries.get(one);
    }

    Reconciliation compare() {
      return compareWith(entries);
    }

    Reconciliation compareWith(List<StatementEntry> others) {
      return Reconciliation.of(
              List.of(APayment.statement(others)),
              payments.stream().map(APayment::inLedger).toList())
          .getFirst();
    }

    List<StatementEntry> without() {
      List<StatementEntry> fewer = new ArrayList<>(entries);
      fewer.remove(one);
      return fewer;
    }

    List<StatementEntry> replacedBy(StatementEntry altered) {
      List<StatementEntry> others = new ArrayList<>(entries);
      others.set(one, altered);
      return others;
    }
  }

  private enum Alteration {
    AMOUNT,
    CURRENCY,
    UETR,
    END_TO_END_ID,
    DIRECTION;

    StatementEntry of(StatementEntry entry) {
      Money amount = entry.amount();
      return switch (this) {
        case AMOUNT -> with(entry, new Money(amount.minor() + 1, amount.currency()));
        case CURRENCY -> with(entry, new Money(amount.minor(), Money.currency("HKD")));
        case UETR ->
            new StatementEntry(
                entry.direction(),
                amount,
                entry.bookedOn(),
                entry.endToEndId(),
                Optional.of(new Uetr("b94458f8-1f27-40e9-bf74-ffffffffffff")),
                entry.isReturn(),
                entry.returnReason(),
                entry.line());
        case END_TO_END_ID ->
            new StatementEntry(
                entry.direction(),
                amount,
                entry.bookedOn(),
                Optional.of("RF-ffffffffffffffffffffffff"),
                entry.uetr(),
                entry.isReturn(),
                entry.returnReason(),
                entry.line());
        case DIRECTION ->
            new StatementEntry(
                entry.direction() == Direction.DEBIT ? Direction.CREDIT : Direction.DEBIT,
                amount,
                entry.bookedOn(),
                entry.endToEndId(),
                entry.uetr(),
                !entry.isReturn(),
                entry.returnReason(),
                entry.line());
      };
    }

    private static StatementEntry with(StatementEntry entry, Money amount) {
      return new StatementEntry(
          entry.direction(),
          amount,
          entry.bookedOn(),
          entry.endToEndId(),
          entry.uetr(),
          entry.isReturn(),
          entry.returnReason(),
          entry.line());
    }
  }

  @Property
  void what_agrees_agrees_in_any_order(@ForAll("days") Day day) {
    assertThat(day.compare().agrees()).isTrue();
    assertThat(day.compare().matched()).hasSameSizeAs(day.entries());
  }

  @Property
  void an_entry_that_is_removed_is_missing_on_the_statement(@ForAll("days") Day day) {
    Reconciliation found = day.compareWith(day.without());

    assertThat(found.missingOnStatement())
        .extracting(Posting::direction)
        .containsExactly(day.entry().direction());
    assertThat(found.missingOnStatement().getFirst().payment().uetr())
        .isEqualTo(day.entry().uetr().orElseThrow());
    assertThat(found.missingInLedger()).isEmpty();
    assertThat(found.differs()).isEmpty();
  }

  @Property
  void an_entry_that_is_added_again_is_missing_in_the_ledger(@ForAll("days") Day day) {
    List<StatementEntry> more = new ArrayList<>(day.entries());
    more.add(day.entry());

    assertThat(day.compareWith(more).missingInLedger()).containsExactly(day.entry());
  }

  @Property
  void an_entry_that_is_altered_is_found_and_no_other(
      @ForAll("days") Day day, @ForAll Alteration alteration) {
    StatementEntry altered = alteration.of(day.entry());

    Reconciliation found = day.compareWith(day.replacedBy(altered));

    assertThat(found.agrees()).isFalse();
    assertThat(concerned(found))
        .isSubsetOf(day.entry().uetr().orElseThrow(), altered.uetr().orElseThrow());
  }

  private static List<Uetr> concerned(Reconciliation found) {
    return Stream.of(
            found.differs().stream().map(difference -> difference.payment().uetr()),
            found.missingInLedger().stream().flatMap(entry -> entry.uetr().stream()),
            found.missingOnStatement().stream().map(posting -> posting.payment().uetr()))
        .flatMap(uetrs -> uetrs)
        .toList();
  }

  @Provide
  Arbitrary<Day> days() {
    Arbitrary<List<Integer>> kinds = Arbitraries.integers().between(0, 3).list().ofMaxSize(12);
    return Combinators.combine(kinds, Arbitraries.randomValue(Random::nextLong))
        .as(ReconciliationProperties::day);
  }

  private static Day day(List<Integer> kinds, long seed) {
    Random random = new Random(seed);
    List<APayment> payments = new ArrayList<>();
    List<StatementEntry> entries = new ArrayList<>();
    IntStream.range(0, kinds.size() + 1)
        .forEach(
            i -> {
              APayment payment = APayment.number(i).of(random.nextInt(1, 9) + ".00", "CNY");
              // The last one always leaves an entry.
              switch (i < kinds.size() ? kinds.get(i) : 0) {
                case 0 -> {
                  payments.add(payment.settled());
                  entries.add(payment.booked());
                }
                case 1 -> {
                  payments.add(payment.returned());
                  entries.add(payment.booked());
                  entries.add(payment.cameBack());
                }
                case 2 -> payments.add(payment.rejected());
                default -> payments.add(payment);
              }
            });
    Collections.shuffle(payments, random);
    Collections.shuffle(entries, random);
    return new Day(payments, entries, random.nextInt(entries.size()));
  }
}
