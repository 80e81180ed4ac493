package com.cargobond.domain.guarantee;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.law.Law;
import com.cargobond.domain.ledger.Kind;
import com.cargobond.domain.ledger.Ref;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.domain.ledger.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bank's undertaking to Customs with its terms, status and position.
 *
 * @param registrationNo given by Customs on acceptance; cover is effective from then
 * @param statusReason why it was refused
 * @param version raised by every amendment, from 1
 * @param proposed the last amendment that waits for Customs' answer, or was not accepted
 * @param slices parts of the limit that are written independently, at least one
 */
public record Guarantee(
    GuaranteeId id,
    GuaranteeTerms terms,
    GuaranteeStatus status,
    Optional<RegistrationNo> registrationNo,
    Optional<String> statusReason,
    int version,
    Optional<ProposedAmendment> proposed,
    List<Position> slices)
    implements Subject {

  /** Guarantees come about by a command of the bank. */
  public static final Kind<Guarantee> KIND = Kind.made("GUARANTEE", Guarantee.class);

  /** Bounds what one read of a guarantee fetches, and what one transaction writes. */
  public static final int SLICES_MAX = 64;

  public Guarantee {
    slices = List.copyOf(slices);
  }

  @Override
  public Ref ref() {
    return KIND.ref(id.value());
  }

  /** What can still be reserved; negative when it is over-committed. */
  public long available() {
    return Slices.available(slices);
  }

  /** Issues a guarantee and submits it to Customs. */
  public static Guarantee issue(GuaranteeId id, GuaranteeTerms terms, int slices) {
    return new Guarantee(
            id,
            terms,
            GuaranteeStatus.DRAFT,
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty(),
            Slices.cut(terms.limit().minor(), slices))
        .becoming(GuaranteeStatus.ISSUED)
        .becoming(GuaranteeStatus.SUBMITTED);
  }

  /**
   * Customs accepts: cover is effective from the day of acceptance, if that is named and later than
   * the first day of cover. What was declared before is not covered, however late it is told.
   *
   * @throws Refused unless it is submitted
   * @throws InvalidInput if cover has ended by then
   */
  public Guarantee register(RegistrationNo number, Optional<LocalDate> acceptedOn) {
    requireStatus(GuaranteeStatus.SUBMITTED);
    GuaranteeTerms effective = acceptedOn.map(terms::effectiveFrom).orElse(terms);
    if (effective.coverTo().isBefore(effective.coverFrom())) {
      throw invalid("acceptedOn", "must not be after coverTo");
    }
    Guarantee active = becoming(GuaranteeStatus.ACTIVE);
    return new Guarantee(
        id, effective, active.status, Optional.of(number), statusReason, version, proposed, slices);
  }

  /**
   * Customs does not accept.
   *
   * @throws Refused unless it is submitted
   */
  public Guarantee refuse(String reason) {
    Guarantee refused = becoming(GuaranteeStatus.REFUSED);
    return new Guarantee(
        id, terms, refused.status, registrationNo, Optional.of(reason), version, proposed, slices);
  }

  /** Stops new reservations. */
  public Guarantee suspend() {
    return becoming(GuaranteeStatus.SUSPENDED);
  }

  /** Allows new reservations again. */
  public Guarantee resume() {
    requireStatus(GuaranteeStatus.SUSPENDED);
    return becoming(GuaranteeStatus.ACTIVE);
  }

  /**
   * The bank gives notice: what Customs never registered is closed; everything else runs off until
   * Customs releases it, since events of goods that left on it may still be on their way.
   *
   * @throws Refused if it runs off already, or has ended
   */
  public Guarantee cancel() {
    if (status == GuaranteeStatus.RUN_OFF) {
      throw new Refused(RefusalCode.WRONG_STATE, "the guarantee runs off already");
    }
    return becoming(
        status == GuaranteeStatus.SUBMITTED ? GuaranteeStatus.CLOSED : GuaranteeStatus.RUN_OFF);
  }

  /**
   * Customs releases the guarantor.
   *
   * @throws Refused unless it runs off and nothing is reserved or demanded
   */
  public Guarantee release() {
    requireStatus(GuaranteeStatus.RUN_OFF);
    if (position().hasOpenItems()) {
      throw new Refused(RefusalCode.WRONG_STATE, "reservations or demands are still open on " + id);
    }
    return becoming(GuaranteeStatus.CLOSED);
  }

  /**
   * The days on which the passing of time matters: those of the alerts before cover and before the
   * suretyship period end, and the first days without either. None of cover once it runs off.
   */
  @Override
  public Set<LocalDate> deadlines() {
    if (!canExpire() && status != GuaranteeStatus.RUN_OFF) {
      return Set.of();
    }
    Stream<LocalDate> ofCover = canExpire() ? daysAround(terms.coverTo()) : Stream.empty();
    return Stream.concat(ofCover, daysAround(terms.suretyshipTo())).collect(Collectors.toSet());
  }

  private static Stream<LocalDate> daysAround(LocalDate end) {
    return Stream.concat(alertDays(end).map(end::minusDays), Stream.of(end.plusDays(1)));
  }

  /** How many days before the end of cover the alert is for that is due today, if there is one. */
  public OptionalInt alertDue(LocalDate today) {
    return canExpire() ? alertDue(today, terms.coverTo()) : OptionalInt.empty();
  }

  /**
   * How many days before the end of the suretyship period the alert is for that is due today. There
   * is one only while something is open: what is not claimed by then is lost to Customs.
   */
  public OptionalInt suretyshipAlertDue(LocalDate today) {
    return answersForOpenItems() ? alertDue(today, terms.suretyshipTo()) : OptionalInt.empty();
  }

  /** Whether the suretyship period has ended with something open: nothing more can be claimed. */
  public boolean suretyshipHasEnded(LocalDate today) {
    return answersForOpenItems() && today.isAfter(terms.suretyshipTo());
  }

  private boolean answersForOpenItems() {
    return (canExpire() || status == GuaranteeStatus.RUN_OFF) && position().hasOpenItems();
  }

  private static OptionalInt alertDue(LocalDate today, LocalDate end) {
    long left = ChronoUnit.DAYS.between(today, end);
    return left < 0
        ? OptionalInt.empty()
        : alertDays(end).filter(days -> left <= days).mapToInt(Integer::intValue).min();
  }

  /**
   * Runs off when cover has ended: no new reservations; open ones stay covered, and Customs may
   * claim until the suretyship period ends.
   */
  public Guarantee expire(LocalDate today) {
    return canExpire() && today.isAfter(terms.coverTo()) ? becoming(GuaranteeStatus.RUN_OFF) : this;
  }

  private boolean canExpire() {
    return status == GuaranteeStatus.ACTIVE || status == GuaranteeStatus.SUSPENDED;
  }

  private static Stream<Integer> alertDays(LocalDate end) {
    return Law.on(end).expiryAlertDays().stream();
  }

  /**
   * Amends: what only favours the beneficiary is a new version at once; a reduction, a shortening
   * or a narrowing is proposed and waits for Customs' answer; proposed again, it is the same. What
   * was proposed before a new version lapses.
   *
   * @throws Refused if the status does not allow it, or another proposal waits for an answer
   * @throws InvalidInput if the amended terms contradict each other
   */
  public Guarantee amend(Amendment amendment) {
    requireAmendable();
    Guarantee amended = Amending.apply(this, amendment, nextVersion());
    if (amended.terms.takeNothingFrom(terms)) {
      return amended.lapsingProposal();
    }
    Optional<ProposedAmendment> open = proposed.filter(ProposedAmendment::isOpen);
    if (open.filter(waiting -> waiting.amendment().equals(amendment)).isPresent()) {
      return this;
    }
    if (open.isPresent()) {
      throw new Refused(
          RefusalCode.WRONG_STATE,
          "amendment " + open.get().version() + " waits for the answer of Customs");
    }
    return proposing(
        Optional.of(new ProposedAmendment(nextVersion(), amendment, Optional.empty())));
  }

  /**
   * Customs accepts what was proposed: it is a new version.
   *
   * @throws Refused NOT_FOUND if no such version was proposed, WRONG_STATE if it does not wait for
   *     an answer
   * @throws InvalidInput if the terms cannot be amended so any more
   */
  public Guarantee acceptAmendment(int proposedVersion) {
    ProposedAmendment open = requireProposed(proposedVersion);
    requireAmendable();
    return Amending.apply(this, open.amendment(), open.version()).proposing(Optional.empty());
  }

  /**
   * Customs does not accept what was proposed: nothing changes.
   *
   * @throws Refused NOT_FOUND if no such version was proposed, WRONG_STATE if it does not wait for
   *     an answer
   */
  public Guarantee rejectAmendment(int proposedVersion, String reason) {
    return proposing(Optional.of(requireProposed(proposedVersion).rejected(reason)));
  }

  /** Customs was asked about the terms as they were: a proposal does not outlive them. */
  private Guarantee lapsingProposal() {
    return proposing(
        proposed.map(
            amendment ->
                amendment.isOpen()
                    ? amendment.rejected("the terms were amended since, by version " + version)
                    : amendment));
  }

  private ProposedAmendment requireProposed(int proposedVersion) {
    ProposedAmendment known =
        proposed
            .filter(amendment -> amendment.version() == proposedVersion)
            .orElseThrow(
                () ->
                    new Refused(
                        RefusalCode.NOT_FOUND,
                        "amendment " + proposedVersion + " is not proposed"));
    if (!known.isOpen()) {
      throw new Refused(
          RefusalCode.WRONG_STATE, "amendment " + proposedVersion + " was answered already");
    }
    return known;
  }

  private void requireAmendable() {
    if (status != GuaranteeStatus.SUBMITTED
        && status != GuaranteeStatus.ACTIVE
        && status != GuaranteeStatus.SUSPENDED) {
      throw new Refused(RefusalCode.WRONG_STATE, "a guarantee that is " + status + " stays as is");
    }
  }

  /** No number is given twice, whatever becomes of what was proposed under it. */
  private int nextVersion() {
    return Math.max(version, proposed.map(ProposedAmendment::version).orElse(0)) + 1;
  }

  /**
   * Whether a declaration that was refused under the earlier terms may be covered under these: it
   * takes reservations since, or its limit, its periods or its purposes go further.
   */
  public boolean mayCoverMoreThan(Guarantee earlier) {
    boolean goesFurther =
        position().effectiveLimit() > earlier.position().effectiveLimit()
            || terms.coverTo().isAfter(earlier.terms.coverTo())
            || terms.suretyshipTo().isAfter(earlier.terms.suretyshipTo())
            || !earlier.terms.purposes().containsAll(terms.purposes());
    return status == GuaranteeStatus.ACTIVE
        && (earlier.status != GuaranteeStatus.ACTIVE || goesFurther);
  }

  /**
   * Replaces what one declaration holds on a slice. Checks no rule: that is for {@link
   * ReservationRules}, before.
   */
  public Guarantee move(int slice, Holding from, Holding to) {
    return with(Slices.move(slices, slice, from, to));
  }

  /** The same in all but what its slices hold. */
  public Guarantee with(List<Position> positions) {
    return new Guarantee(
        id, terms, status, registrationNo, statusReason, version, proposed, positions);
  }

  /** The sum over the slices. */
  public Position position() {
    return Slices.sum(slices);
  }

  /** The currency of every amount of this guarantee. */
  public Currency currency() {
    return terms.limit().currency();
  }

  Guarantee withTerms(GuaranteeTerms amended, int amendedVersion, List<Position> positions) {
    return new Guarantee(
        id, amended, status, registrationNo, statusReason, amendedVersion, proposed, positions);
  }

  private Guarantee proposing(Optional<ProposedAmendment> amendment) {
    return new Guarantee(
        id, terms, status, registrationNo, statusReason, version, amendment, slices);
  }

  private Guarantee becoming(GuaranteeStatus next) {
    if (!status.mayBecome(next)) {
      throw new Refused(
          RefusalCode.WRONG_STATE, "a guarantee that is " + status + " cannot become " + next);
    }
    return new Guarantee(id, terms, next, registrationNo, statusReason, version, proposed, slices);
  }

  private void requireStatus(GuaranteeStatus required) {
    if (status != required) {
      throw new Refused(
          RefusalCode.WRONG_STATE, "the guarantee is " + status + ", not " + required);
    }
  }

  private static InvalidInput invalid(String field, String rule) {
    return new InvalidInput(List.of(new Violation(field, rule)));
  }
}
