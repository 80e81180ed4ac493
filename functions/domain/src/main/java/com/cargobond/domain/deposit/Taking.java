package com.cargobond.domain.deposit;

import com.cargobond.domain.deposit.DepositFact.Taken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the deposit was taken, as far as Customs' words agree.
 *
 * @param word the one that counts
 * @param isContradicted whether Customs told two contents and has not confirmed the later one
 * @param isLessThanLeft whether Customs says by now that less was taken than has left already
 */
record Taking(CustomsWord<Taken> word, boolean isContradicted, boolean isLessThanLeft) {

  private static final Comparator<CustomsWord<Taken>> LARGEST =
      Comparator.comparingLong(word -> word.content().amount().minor());

  /**
   * The latest word by business time counts. But what has left, has left: if the latest is of less
   * than that, or in another money, the largest that was told in that money counts, so that the
   * figures stay in balance until a person has found out which is right.
   *
   * @param words by business time
   * @param sent the refunds that were handed to the bank, whether or not they have arrived
   */
  static Optional<Taking> of(List<CustomsWord<Taken>> words, List<Refund> sent) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    CustomsWord<Taken> latest = words.getLast();
    List<CustomsWord<Taken>> inOneSpelling = words.stream().map(Taking::folded).toList();
    boolean isContradicted =
        inOneSpelling.stream().map(CustomsWord::content).distinct().count() > 1
            && !isConfirmed(inOneSpelling);
    boolean covers = covers(latest, sent);
    CustomsWord<Taken> counting =
        covers
            ? latest
            : words.stream().filter(word -> covers(word, sent)).max(LARGEST).orElse(latest);
    return Optional.of(new Taking(counting, isContradicted, !covers));
  }

  /**
   * By whoever is heard on all that was told: an office cannot make another's deposit its own by
   * saying so twice.
   */
  private static boolean isConfirmed(List<CustomsWord<Taken>> words) {
    Taken latest = words.getLast().content();
    return words.stream()
            .filter(word -> word.content().equals(latest))
            .filter(
                word ->
                    words.stream()
                        .map(other -> other.content().declarationNo())
                        .allMatch(word.event()::countsFor))
            .count()
        > 1;
  }

  /** A payer in other widths or capitals is no other payer. */
  private static CustomsWord<Taken> folded(CustomsWord<Taken> word) {
    Taken taken = word.content();
    return new CustomsWord<>(
        word.event(),
        new Taken(
            taken.depositId(),
            taken.declarationNo(),
            taken.amount(),
            taken.payer().folded(),
            taken.reason()));
  }

  private static boolean covers(CustomsWord<Taken> word, List<Refund> sent) {
    return sent.stream()
            .allMatch(
                refund -> refund.amount().currency().equals(word.content().amount().currency()))
        && word.content().amount().minor()
            >= sent.stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  /** Whether what is held may be paid out by it. */
  boolean isSure() {
    return !isContradicted && !isLessThanLeft;
  }
}
