package com.cargobond.store.ledger;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.Rulebook;
import com.cargobond.domain.ledger.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Sees to deadlines of subjects whose rulebook says what comes of them. */
final class ElapsedTime implements Passing {

  private final Ledger ledger;
  private final String actor;
  private final Attempts attempts;
  private final SubjectLedger subjects;

  ElapsedTime(Ledger ledger, String actor, Backoff backoff) {
    this.ledger = ledger;
    this.actor = actor;
    this.attempts = Deadlines.attempts(backoff);
    this.subjects = new SubjectLedger(ledger, backoff);
  }

  @Override
  public boolean pass(Deadline deadline, LocalDate today, Instant now) {
    return pass(ledger.stored().codec(deadline.subject().kind()), deadline, today, now);
  }

  private <S extends Subject> boolean pass(
      Codec<S> codec, Deadline deadline, LocalDate today, Instant now) {
    Ref ref = deadline.subject();
    Rulebook rules = ledger.stored().capabilities().ofKind(ref.kind()).orElseThrow().rules();
    return attempts.until(
        () -> {
          Stored<S> read = ledger.read(codec.kind(), ref.id());
          if (!isOf(read.value(), deadline)) {
            return Deadlines.committed(
                ledger,
                Deadlines.moving(actor, deadline, next(read.value()), now)
                    .changing(codec, read, read.value()));
          }
          S after =
              subjects.change(
                  codec.kind(),
                  ref.id(),
                  subject -> rules.elapse(SubjectLedger.view(subject), ref, today, now),
                  Cause.of(actor, "ELAPSE", now));
          return Optional.of(!isOf(after, deadline));
        });
  }

  private static boolean isOf(Subject subject, Deadline deadline) {
    return subject.deadlines().contains(deadline.day());
  }

  private static Optional<LocalDate> next(Subject subject) {
    return subject.deadlines().stream().min(Comparator.naturalOrder());
  }
}
