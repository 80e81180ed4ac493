package com.cargobond.local.it;

import static com.cargobond.local.it.AccessDecision.Party.BANK;
import static com.cargobond.local.it.AccessDecision.Party.CARRIER;
import static com.cargobond.local.it.AccessDecision.Party.CUSTOMS;
import static com.cargobond.local.it.AccessDecision.Party.OPS;
import static com.cargobond.local.it.AccessDecision.Reach.LISTED;
import static com.cargobond.local.it.AccessDecision.Reach.ONE;
import static com.cargobond.local.it.AccessDecision.Reach.SAID;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Who may make a call, and how far it reaches.
 *
 * @param needs what must be there before the call has anything to reach
 * @param payload what is sent; none where the call takes no body
 * @param listedBy what in a list tells that it is there
 */
record AccessDecision(
    Set<Party> parties,
    Reach reach,
    Set<Need> needs,
    Optional<BiFunction<AccessWorld, Party, Object>> payload,
    Optional<Function<AccessWorld, String>> listedBy,
    String query,
    String contentType) {

  /** Who calls. */
  enum Party {
    CARRIER,
    CUSTOMS,
    BANK,
    OPS,
    NETWORK;

    /** Whether there are several of the role, each with things of its own. */
    boolean hasOthers() {
      return this == CARRIER || this == CUSTOMS || this == BANK;
    }
  }

  /** What a call is about. */
  enum Reach {
    /** One thing by its identifier. */
    ONE,
    /** All that are the caller's own. */
    LISTED,
    /** What the caller says in its own name. */
    SAID
  }

  /** What is there. */
  enum Need {
    GUARANTEE,
    PROPOSAL,
    DEMAND,
    REFUND,
    EXCEPTION
  }

  static final Map<String, AccessDecision> ALL = new LinkedHashMap<>();

  static {
    String guarantee = "/v1/guarantees/{id}";
    decide("POST /v1/guarantees", said(BANK).sending(AccessWorld::application));
    decide(
        "GET /v1/guarantees",
        listed(AccessWorld::guaranteeId, CARRIER, CUSTOMS, BANK, OPS)
            .after(Need.GUARANTEE)
            .with("?status=SUBMITTED&limit=100"));
    decide("GET " + guarantee, one(CARRIER, CUSTOMS, BANK, OPS).after(Need.GUARANTEE));
    decide(
        "GET " + guarantee + "/shipments", one(CARRIER, CUSTOMS, BANK, OPS).after(Need.GUARANTEE));
    decide("GET " + guarantee + "/demands", one(BANK).after(Need.GUARANTEE));
    decide(
        "POST " + guarantee + "/registration",
        one(CUSTOMS)
            .after(Need.GUARANTEE)
            .sending(world -> Fields.of("registrationNo", "REG-" + Ids.next())));
    decide("POST " + guarantee + "/refusal", one(CUSTOMS).after(Need.GUARANTEE).giving("reason"));
    decide(
        "POST " + guarantee + "/amendments",
        one(BANK)
            .after(Need.GUARANTEE)
            .sending(world -> Fields.of("limit", Fields.money("20000.00"))));
    decide(
        "POST " + guarantee + "/amendments/{version}/acceptance",
        one(CUSTOMS).after(Need.PROPOSAL));
    decide(
        "POST " + guarantee + "/amendments/{version}/rejection",
        one(CUSTOMS).after(Need.PROPOSAL).giving("reason"));
    for (String step : new String[] {"suspension", "resumption", "release"}) {
      decide("POST " + guarantee + "/" + step, one(CUSTOMS).after(Need.GUARANTEE));
    }
    decide("POST " + guarantee + "/cancellation", one(BANK).after(Need.GUARANTEE));
    decide(
        "POST /v1/demands/{demandId}/decision",
        one(BANK).after(Need.DEMAND).sending(world -> Fields.of("decision", "COMPLY")));
    decide(
        "POST /v1/demands/{demandId}/payment",
        one(BANK).after(Need.DEMAND).sending(world -> Fields.of("paymentRef", "PAID-1")));
    decide("POST /v1/demands/{demandId}/reimbursement", one(BANK).after(Need.DEMAND));
    decide(
        "GET /v1/shipments/{uscc}/{houseWaybill}",
        one(CARRIER, CUSTOMS, BANK, OPS).after(Need.DEMAND));
    decide("GET /v1/deposits/{depositId}", one(CUSTOMS, BANK, OPS).after(Need.REFUND));
    decide("GET /v1/refunds/{refundId}", one(CUSTOMS, BANK, OPS).after(Need.REFUND));
    decide(
        "POST /v1/refunds/{refundId}/outcome",
        one(BANK).after(Need.REFUND).sending(AccessWorld::outcome));
    decide(
        "POST /v1/refunds/{refundId}/repair",
        one(OPS).after(Need.REFUND).sending(world -> Fields.of("approvalNo", "NO-SUCH")));
    decide(
        "GET /v1/refunds",
        listed(AccessWorld::refundId, BANK, OPS)
            .after(Need.REFUND)
            .with("?from=2026-01-01&to=2030-12-31"));
    decide(
        "GET /v1/approvals",
        listed(AccessWorld::depositId, CUSTOMS, BANK, OPS)
            .after(Need.REFUND)
            .with("?from=2026-01-01&to=2026-12-31"));
    decide(
        "POST /v1/events",
        said(CARRIER, CUSTOMS).saying(AccessWorld::event).as("application/cloudevents+json"));
    String exception = "/v1/exceptions/{id}";
    decide(
        "GET /v1/exceptions", listed(AccessWorld::exceptionId, OPS).after(Need.EXCEPTION).with(""));
    decide("GET " + exception, one(OPS).after(Need.EXCEPTION));
    decide("GET " + exception + "/contents", one(OPS).after(Need.EXCEPTION));
    decide("POST " + exception + "/resend", one(OPS).after(Need.EXCEPTION));
    decide("POST " + exception + "/closure", one(OPS).after(Need.EXCEPTION).giving("note"));
    decide(
        "POST /v1/exceptions/resend",
        said(OPS).sending(world -> Fields.of("kind", "MESSAGE", "code", "NONE", "limit", 1)));
  }

  private static void decide(String call, AccessDecision decision) {
    ALL.put(call, decision);
  }

  private static AccessDecision one(Party first, Party... more) {
    return of(ONE, Optional.empty(), EnumSet.of(first, more));
  }

  private static AccessDecision said(Party first, Party... more) {
    return of(SAID, Optional.empty(), EnumSet.of(first, more));
  }

  private static AccessDecision listed(
      Function<AccessWorld, String> marker, Party first, Party... more) {
    return of(LISTED, Optional.of(marker), EnumSet.of(first, more));
  }

  private static AccessDecision of(
      Reach reach, Optional<Function<AccessWorld, String>> marker, Set<Party> parties) {
    return new AccessDecision(
        parties, reach, Set.of(), Optional.empty(), marker, "", "application/json");
  }

  private AccessDecision after(Need need) {
    return new AccessDecision(parties, reach, Set.of(need), payload, listedBy, query, contentType);
  }

  private AccessDecision sending(Function<AccessWorld, Object> body) {
    return saying((world, party) -> body.apply(world));
  }

  private AccessDecision saying(BiFunction<AccessWorld, Party, Object> body) {
    return new AccessDecision(
        parties, reach, needs, Optional.of(body), listedBy, query, contentType);
  }

  private AccessDecision giving(String field) {
    return sending(world -> Fields.of(field, "as it should be"));
  }

  private AccessDecision with(String parameters) {
    return new AccessDecision(parties, reach, needs, payload, listedBy, parameters, contentType);
  }

  private AccessDecision as(String mediaType) {
    return new AccessDecision(parties, reach, needs, payload, listedBy, query, mediaType);
  }

  Optional<Object> body(AccessWorld world, Party speaker) {
    return payload.map(made -> made.apply(world, speaker));
  }

  String marker(AccessWorld world) {
    return listedBy.orElseThrow().apply(world);
  }

  /** To a carrier and a bank, what is another's is not there; nobody speaks in another's name. */
  int refusal(Party party) {
    return reach == SAID || party == CUSTOMS ? 403 : 404;
  }
}
