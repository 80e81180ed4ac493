package com.cargobond.store;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.CommitResult.Committed;
import com.cargobond.store.CommitResult.Taken;
import com.cargobond.store.LedgerChange.GuaranteeChange;
import com.cargobond.store.LedgerChange.OperatorChange;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The bank's and Customs' commands on guarantees, each one transaction on the ledger. */
public final class GuaranteeDesk {

  private static final OneMoment<Optional<VersionedGuarantee>> AT_REST =
      new OneMoment<>(read -> read.map(VersionedGuarantee::revisions));

  private final Ledger ledger;
  private final Attempts attempts;
  private final Precedence precedence;

  /** Commands on the given ledger. */
  public GuaranteeDesk(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  GuaranteeDesk(Ledger ledger, Backoff backoff, InstantSource clock) {
    this.ledger = ledger;
    this.attempts = new Attempts(backoff);
    this.precedence = new Precedence(ledger, backoff, clock);
  }

  /**
   * Issues a guarantee and submits it to Customs.
   *
   * @param idempotencyKey the caller's key, made unique for the caller; the same key with the same
   *     request answers with the guarantee that it issued
   * @throws Refused DUPLICATE if the key came with another request
   */
  public Guarantee issue(
      Optional<String> idempotencyKey,
      RequestFingerprint request,
      Supplier<GuaranteeId> newId,
      GuaranteeTerms terms,
      int slices,
      Cause cause) {
    GuaranteeId id = newId.get();
    Guarantee guarantee = Guarantee.issue(id, terms, slices);
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim.Number(terms.guarantor().cnaps(), terms.number(), id));
    claims.addAll(issuance(idempotencyKey, new IssuedGuarantee(id, request.value())));
    return attempts.until(
        () -> {
          Optional<IssuedGuarantee> issued = idempotencyKey.flatMap(ledger::issued);
          if (issued.isPresent()) {
            return again(issued.get(), request);
          }
          Versioned<OperatorProfile> operator = ledger.operator(terms.principal().uscc());
          LedgerChange change =
              LedgerChange.because(cause)
                  .guarantees(List.of(new GuaranteeChange(Optional.empty(), guarantee)))
                  .claiming(claims)
                  .operator(new OperatorChange(operator, operator.value().with(guarantee)))
                  .build();
          CommitResult result = ledger.commit(change);
          if (result instanceof Taken taken
              && !taken.claims().stream().allMatch(Claim.Issuance.class::isInstance)) {
            requireIssuedUnder(idempotencyKey, terms);
          }
          return result instanceof Committed ? Optional.of(guarantee) : Optional.empty();
        });
  }

  /** The number is taken: by the same request, which is answered again, or by another. */
  private void requireIssuedUnder(Optional<String> idempotencyKey, GuaranteeTerms terms) {
    if (idempotencyKey.flatMap(ledger::issued).isEmpty()) {
      throw new Refused(
          RefusalCode.DUPLICATE,
          "the guarantor has issued a guarantee under the number " + terms.number());
    }
  }

  /**
   * Records Customs' acceptance under a number.
   *
   * @throws Refused NOT_FOUND, WRONG_STATE, or DUPLICATE if another guarantee has the number
   */
  public Guarantee register(GuaranteeId id, RegistrationNo number, Cause cause) {
    return register(id, number, Optional.empty(), cause);
  }

  /**
   * Records Customs' acceptance under a number as of a day.
   *
   * @param acceptedOn when cover becomes effective; where it is missing, on its first day
   * @throws Refused NOT_FOUND, WRONG_STATE, or DUPLICATE if another guarantee has the number
   */
  public Guarantee register(
      GuaranteeId id, RegistrationNo number, Optional<LocalDate> acceptedOn, Cause cause) {
    return change(
        id,
        guarantee -> guarantee.register(number, acceptedOn),
        List.of(new Claim.Registration(number, id)),
        cause);
  }

  /**
   * Changes a guarantee by one of its own commands, which goes before everything that others write.
   *
   * @throws Refused NOT_FOUND, or what the command throws
   */
  public Guarantee change(GuaranteeId id, UnaryOperator<Guarantee> command, Cause cause) {
    return change(id, command, List.of(), cause);
  }

  /**
   * Amends a guarantee. Reinstating adds to the limit, so that a request which is repeated after a
   * lost answer needs a key.
   *
   * @param idempotencyKey the caller's key, made unique for the caller; the same key with the same
   *     request amends once, and is answered with the guarantee as it stands
   * @throws Refused NOT_FOUND, WRONG_STATE, or DUPLICATE if the key came with another request
   */
  public Guarantee amend(
      Optional<String> idempotencyKey,
      RequestFingerprint request,
      GuaranteeId id,
      Amendment amendment,
      Cause cause) {
    Optional<Guarantee> earlier = answered(idempotencyKey, request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      return change(
          id,
          guarantee -> guarantee.amend(amendment),
          issuance(idempotencyKey, new IssuedGuarantee(id, request.value())),
          cause);
    } catch (Refused refused) {
      // The same request may have come twice at one moment, and this is the later one.
      return answered(idempotencyKey, request).orElseThrow(() -> refused);
    }
  }

  private Optional<Guarantee> answered(
      Optional<String> idempotencyKey, RequestFingerprint request) {
    return idempotencyKey.flatMap(ledger::issued).flatMap(issued -> again(issued, request));
  }

  private static List<Claim> issuance(Optional<String> idempotencyKey, IssuedGuarantee issued) {
    return idempotencyKey.<Claim>map(key -> new Claim.Issuance(key, issued)).stream().toList();
  }

  /** The guarantee with this id, with its slices as they stood together. */
  public Optional<Guarantee> find(GuaranteeId id) {
    return AT_REST
        .decide(
            () -> ledger.guarantee(id),
            Function.identity(),
            read -> read.filter(VersionedGuarantee::isCut).isEmpty())
        .map(VersionedGuarantee::guarantee);
  }

  /** The guarantee that Customs registered under this number. */
  public Optional<Guarantee> find(RegistrationNo number) {
    return ledger.registered(number).flatMap(this::find);
  }

  private Guarantee change(
      GuaranteeId id, UnaryOperator<Guarantee> command, List<Claim> claims, Cause cause) {
    LedgerChange written =
        precedence.commit(
            id,
            before ->
                LedgerChange.because(cause)
                    .guarantees(
                        List.of(
                            new GuaranteeChange(
                                Optional.of(before), command.apply(before.guarantee()))))
                    .claiming(claims)
                    .build());
    return written.guarantees().getFirst().after();
  }

  /** Empty while what was issued this moment is not to be seen yet. */
  private Optional<Guarantee> again(IssuedGuarantee issued, RequestFingerprint request) {
    if (!request.isOf(issued)) {
      throw new Refused(RefusalCode.DUPLICATE, "the Idempotency-Key was used for another request");
    }
    return find(issued.guaranteeId());
  }

  /** How the operator's events travel. */
  public OperatorProfile operator(Uscc operator) {
    return ledger.operator(operator).value();
  }
}
