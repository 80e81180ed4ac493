package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Taken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the deposit was taken, as far as Customs' tellings agree.
 *
 * @param telling the one that counts
 * @param isContradicted whether Customs told two contents and has not confirmed the later one
 * @param isLessThanLeft whether Customs says by now that less was taken than has left already
 */
record Taking(Telling<Taken> telling, boolean isContradicted, boolean isLessThanLeft) {

  private static final Comparator<Telling<Taken>> LARGEST =
      Comparator.comparingLong(telling -> telling.content().amount().minor());

  /**
   * The latest telling by business time counts. But what has left, has left: if the latest is of
   * less than that, or in another money, the largest that was told in that money counts, so that
   * the figures stay in balance until a person has found out which is right.
   *
   * @param tellings by business time
   * @param sent the refunds that were handed to the bank, whether or not they have arrived
   */
  static Optional<Taking> of(List<Telling<Taken>> tellings, List<Refund> sent) {
    if (tellings.isEmpty()) {
      return Optional.empty();
    }
    Telling<Taken> latest = tellings.getLast();
    List<Telling<Taken>> inOneSpelling = tellings.stream().map(Taking::folded).toList();
    boolean isContradicted =
        inOneSpelling.stream().map(Telling::content).distinct().count() > 1
            && !isConfirmed(inOneSpelling);
    boolean covers = covers(latest, sent);
    Telling<Taken> counting =
        covers
            ? latest
            : tellings.stream()
                .filter(telling -> covers(telling, sent))
                .max(LARGEST)
                .orElse(latest);
    return Optional.of(new Taking(counting, isContradicted, !covers));
  }

  /**
   * By whoever is heard on all that was told: an office cannot make another's deposit its own by
   * saying so twice.
   */
  private static boolean isConfirmed(List<Telling<Taken>> tellings) {
    Taken latest = tellings.getLast().content();
    return tellings.stream()
            .filter(telling -> telling.content().equals(latest))
            .filter(
                telling ->
                    tellings.stream()
                        .map(other -> other.content().declarationNo())
                        .allMatch(telling.event()::countsFor))
            .count()
        > 1;
  }

  /** A payer in other widths or capitals is no other payer. */
  private static Telling<Taken> folded(Telling<Taken> telling) {
    Taken taken = telling.content();
    return new Telling<>(
        telling.event(),
        new Taken(
            taken.depositId(),
            taken.declarationNo(),
            taken.amount(),
            taken.payer().folded(),
            taken.reason()));
  }

  private static boolean covers(Telling<Taken> telling, List<Refund> sent) {
    return sent.stream()
            .allMatch(
                refund -> refund.amount().currency().equals(telling.content().amount().currency()))
        && telling.content().amount().minor()
            >= sent.stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  /** Whether what is held may be paid out by it. */
  boolean isSure() {
    return !isContradicted && !isLessThanLeft;
  }
}
