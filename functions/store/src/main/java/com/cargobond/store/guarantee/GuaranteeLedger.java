package com.cargobond.store.guarantee;

import com.cargobond.domain.audit.Cause;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.RegistrationNo;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Attempts;
import com.cargobond.store.ledger.Backoff;
import com.cargobond.store.ledger.Claim;
import com.cargobond.store.ledger.CommitResult;
import com.cargobond.store.ledger.CommitResult.Committed;
import com.cargobond.store.ledger.CommitResult.Taken;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.LedgerChange;
import com.cargobond.store.ledger.OneMoment;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.Range;
import com.cargobond.store.ledger.Stored;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The bank's and Customs' commands on guarantees, each one transaction on the ledger. */
public final class GuaranteeLedger {

  private static final String ISSUANCE = "ISSUANCE";

  private static final OneMoment<Optional<Stored<Guarantee>>> AT_REST =
      new OneMoment<>(read -> read.map(Stored::versions));

  private final Ledger ledger;
  private final Attempts attempts;
  private final Precedence precedence;

  /** Commands on the given ledger. */
  public GuaranteeLedger(Ledger ledger) {
    this(ledger, new Backoff(), InstantSource.system());
  }

  /** With a clock and pauses of the caller's. */
  public GuaranteeLedger(Ledger ledger, Backoff backoff, InstantSource clock) {
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
    claims.add(
        Claim.once(
            Alias.of("NUMBER", terms.guarantor().cnaps() + "#" + terms.number()), id.value()));
    claims.addAll(issuance(idempotencyKey, new IssuedGuarantee(id, request.value())));
    return attempts.until(
        () -> {
          Optional<IssuedGuarantee> issued = idempotencyKey.flatMap(this::issued);
          if (issued.isPresent()) {
            return again(issued.get(), request);
          }
          Stored<OperatorProfile> operator =
              ledger.read(OperatorProfile.KIND, terms.principal().uscc().value());
          LedgerChange change =
              LedgerChange.because(cause)
                  .making(ledger.codec(Guarantee.KIND), guarantee)
                  .changing(
                      ledger.codec(OperatorProfile.KIND),
                      operator,
                      operator.value().with(guarantee))
                  .claiming(claims)
                  .build();
          CommitResult result = ledger.commit(change);
          if (result instanceof Taken taken
              && !taken.claims().stream().allMatch(claim -> claim.isOf(ISSUANCE))) {
            requireIssuedUnder(idempotencyKey, terms);
          }
          return result instanceof Committed ? Optional.of(guarantee) : Optional.empty();
        });
  }

  /** The number is taken: by the same request, which is answered again, or by another. */
  private void requireIssuedUnder(Optional<String> idempotencyKey, GuaranteeTerms terms) {
    if (idempotencyKey.flatMap(this::issued).isEmpty()) {
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
        List.of(Claim.once(number.alias(), id.value())),
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
    return idempotencyKey.flatMap(this::issued).flatMap(issued -> again(issued, request));
  }

  private static List<Claim> issuance(Optional<String> idempotencyKey, IssuedGuarantee issued) {
    return idempotencyKey
        .map(
            key ->
                Claim.once(
                    issuance(key),
                    issued.guaranteeId().value(),
                    Optional.of(issued.requestFingerprint())))
        .stream()
        .toList();
  }

  /** The guarantee with this id, with its slices as they stood together. */
  public Optional<Guarantee> find(GuaranteeId id) {
    return AT_REST
        .decide(
            () -> ledger.find(Guarantee.KIND, id.value()),
            Function.identity(),
            read -> read.filter(guarantee -> guarantee.value().slices().size() > 1).isEmpty())
        .map(Stored::value);
  }

  /** The guarantee that Customs registered under this number. */
  public Optional<Guarantee> find(RegistrationNo number) {
    return ledger.target(number.alias()).map(GuaranteeId::new).flatMap(this::find);
  }

  private Guarantee change(
      GuaranteeId id, UnaryOperator<Guarantee> command, List<Claim> claims, Cause cause) {
    LedgerChange written =
        precedence.commit(
            id,
            before ->
                LedgerChange.because(cause)
                    .changing(ledger.codec(Guarantee.KIND), before, command.apply(before.value()))
                    .claiming(claims)
                    .build());
    return (Guarantee) written.subjects().getFirst().after();
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
    return ledger.read(OperatorProfile.KIND, operator.value()).value();
  }

  /** What was issued under a key. */
  private Optional<IssuedGuarantee> issued(String idempotencyKey) {
    return ledger
        .takenBy(issuance(idempotencyKey))
        .map(taken -> new IssuedGuarantee(new GuaranteeId(taken.target()), taken.fingerprint()));
  }

  private static Alias issuance(String idempotencyKey) {
    return Alias.of(ISSUANCE, idempotencyKey);
  }

  /**
   * All guarantees, in a stable order.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   * @param after from the page before, or any guarantee's id
   */
  public Page<ListedGuarantee> list(int limit, Optional<String> after) {
    Range range = Range.of(LedgerTable.GUARANTEES, ListedGuarantee.PARTITION).behind(after);
    return ledger
        .listed(List.of(range), limit, item -> item.text(LedgerTable.SORT_KEY))
        .map(ListedGuarantee::of);
  }

  /**
   * The guarantees whose refused shipments must be asked again, by their numbers.
   *
   * @param limit 1 to {@link Ledger#PAGE_SIZE_MAX}
   */
  public List<Recheck> rechecks(int limit) {
    Range range = Range.of(LedgerTable.GUARANTEES, Recheck.PARTITION).by(limit);
    return ledger.items().range(range).limit(limit).map(Recheck::of).toList();
  }
}
