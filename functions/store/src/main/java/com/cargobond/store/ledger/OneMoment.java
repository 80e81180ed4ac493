package com.cargobond.store.ledger;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Decides by what was true at one moment. A ledger is read item by item, and somebody may write in
 * between, so that what was read together need never have stood together.
 *
 * <p>A decision whose commit makes a condition of all that it rests on needs no proof: if something
 * was written since, the commit is refused. Any other, such as a refusal, an answer without a write
 * or a failure, counts only if a second reading finds the same revisions. Since no revision comes
 * twice, all of it then stood so at the moment between the two.
 *
 * @param <R> what is read
 */
public final class OneMoment<R> {

  /** Bounds the readings of what is written all the time: the last of them is then decided by. */
  public static final int READINGS_MAX = 12;

  private final Function<R, ?> revisions;

  /**
   * For one kind of reading.
   *
   * @param revisions what is equal if, and only if, nothing was written between two readings
   */
  public OneMoment(Function<R, ?> revisions) {
    this.revisions = revisions;
  }

  /**
   * Reads and decides, again and again until the decision stands.
   *
   * @param decision what it throws is thrown, if that stands
   * @param isConditional whether the commit of what was decided makes a condition of all that it
   *     rests on
   */
  public <D> D decide(Supplier<R> reading, Function<R, D> decision, Predicate<D> isConditional) {
    R read = reading.get();
    Decided<D> decided = decide(decision, read);
    for (int i = 1; i < READINGS_MAX && !standsByItself(decided, isConditional); i++) {
      R again = reading.get();
      if (revisions.apply(again).equals(revisions.apply(read))) {
        break;
      }
      read = again;
      decided = decide(decision, read);
    }
    return switch (decided) {
      case Answered<D> answered -> answered.answer();
      case Failed<D> failed -> throw failed.cause();
    };
  }

  private sealed interface Decided<D> {}

  private record Answered<D>(D answer) implements Decided<D> {}

  private record Failed<D>(RuntimeException cause) implements Decided<D> {}

  private static <R, D> Decided<D> decide(Function<R, D> decision, R read) {
    try {
      return new Answered<>(decision.apply(read));
    } catch (RuntimeException cause) {
      return new Failed<>(cause);
    }
  }

  private static <D> boolean standsByItself(Decided<D> decided, Predicate<D> isConditional) {
    return decided instanceof Answered<D> answered && isConditional.test(answered.answer());
  }
}
