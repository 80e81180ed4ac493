package com.cargobond.local.it;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Identifiers that no other test has. */
final class Ids {

  private static final int EIGHT_DIGITS = 100_000_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(EIGHT_DIGITS / 2));

  private Ids() {}

  /** Eight digits. */
  static String next() {
    return "%08d".formatted(NEXT.incrementAndGet());
  }

  /** A valid USCC. */
  static String operator() {
    String stem = "91310115" + next();
    return characters("0123456789X")
        .flatMap(
            organisationCheck ->
                characters("0123456789ABCDEFGHJKLMNPQRTUWXY")
                    .map(check -> stem + organisationCheck + check))
        .filter(Ids::isUscc)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isUscc(String text) {
    try {
      new Uscc(text);
      return true;
    } catch (BrokenRule wrongCheck) {
      return false;
    }
  }

  private static Stream<String> characters(String alphabet) {
    return alphabet.chars().mapToObj(Character::toString);
  }
}
