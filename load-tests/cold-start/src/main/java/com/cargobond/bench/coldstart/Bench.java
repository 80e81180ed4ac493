package com.cargobond.bench.coldstart;

import com.cargobond.bench.report.Target;
import com.cargobond.local.identity.Tokens;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one run of all subjects.
 *
 * @param figures one for each subject
 */
record Bench(List<Measured> figures, List<Target> targets) {

  /**
   * Starts every subject often, in tables that have no guarantee yet.
   *
   * @throws BenchFailure if one does not answer as it must, or the ledger is not what it must be
   */
  static Bench run(Subjects subjects, Tokens tokens, int starts) {
    BenchGuarantee guarantee = BenchGuarantee.open(new ColdApi(subjects.apiFunction(), tokens));
    Declarations declarations =
        new Declarations(BenchGuarantee.REGISTRATION_NO, BenchGuarantee.PRINCIPAL.value());
    Subject events = subjects.events(declarations);
    Subject api = subjects.api(guarantee);
    Subject jvm = subjects.eventsOnJvm(declarations);
    Subject doNothing = subjects.doNothing();
    List<Subject> all = List.of(events, api, jvm, doNothing, subjects.hello());

    Map<Subject, Percentiles> warmNanos = new HashMap<>();
    List.of(events, api).forEach(subject -> warmNanos.put(subject, WarmUp.of(subject)));
    Map<Subject, Measured> measured = new HashMap<>();
    new Rounds(all)
        .run(starts)
        .forEach(
            (subject, samples) ->
                measured.put(
                    subject,
                    Measured.of(subject, samples, Optional.ofNullable(warmNanos.get(subject)))));
    requireReserved(guarantee, declarations.reserved());
    return new Bench(
        all.stream().map(measured::get).toList(),
        Targets.of(
            measured.get(events), measured.get(api), measured.get(jvm), measured.get(doNothing)));
  }

  boolean met() {
    return targets.stream().allMatch(Target::met);
  }

  private static void requireReserved(BenchGuarantee guarantee, BigDecimal expected) {
    BigDecimal reserved = guarantee.reserved();
    if (reserved.compareTo(expected) != 0) {
      throw new BenchFailure("the ledger has %s reserved, not %s".formatted(reserved, expected));
    }
  }
}
