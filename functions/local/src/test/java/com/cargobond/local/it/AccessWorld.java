package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.post;
import static com.cargobond.local.it.Requests.step;
import static com.cargobond.local.it.Requests.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cargobond.local.it.AccessDecision.Need;
import com.cargobond.local.it.AccessDecision.Party;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things of one carrier, one bank and one office of Customs, and others who look at them. */
final class AccessWorld {

  /** Where nothing is there. */
  static final AccessWorld EMPTY = new AccessWorld();

  private static final String OFFICE = "2233";
  private static final String OTHER_OFFICE = "5100";
  private static final String BANK = "313651027012";
  private static final String OTHER_BANK = "402873300213";
  private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

  private final Application application = aGuarantee().with("beneficiaries", List.of("2200"));
  private final String other = Ids.operator();
  private Optional<Undertaking> guarantee = Optional.empty();
  private Optional<Consignment> parcel = Optional.empty();
  private Optional<CashDeposit> deposit = Optional.empty();
  private Optional<String> refund = Optional.empty();
  private Optional<String> exception = Optional.empty();

  private AccessWorld() {}

  static AccessWorld with(AccessDecision decision) {
    AccessWorld world = new AccessWorld();
    decision.needs().forEach(world::make);
    return world;
  }

  private void make(Need need) {
    switch (need) {
      case GUARANTEE -> guarantee = Optional.of(application.submitted());
      case PROPOSAL -> {
        make(Need.GUARANTEE);
        step(Bearer.bank(), guarantee.orElseThrow(), "amendments", "limit", Fields.money("1.00"))
            .then()
            .statusCode(202);
      }
      case DEMAND -> {
        guarantee = Optional.of(application.active());
        Consignment demanded = Consignment.on(guarantee.orElseThrow());
        tell(demanded.declared("10.00"), demanded.released(), demanded.demanded("5.00"));
        parcel = Optional.of(demanded);
      }
      case REFUND -> {
        CashDeposit taken = new CashDeposit();
        post(taken.taken("10.00")).then().statusCode(202);
        post(taken.refundApproved("A-1", "10.00")).then().statusCode(202);
        await()
            .atMost(KNOWN_WITHIN)
            .untilAsserted(
                () ->
                    assertThat(taken.get(Bearer.ops()).<Object>path("status"))
                        .isEqualTo("REFUNDED"));
        deposit = Optional.of(taken);
        refund = Optional.of(taken.get(Bearer.ops()).path("refunds[0].refundId"));
      }
      case EXCEPTION -> {
        Consignment parcelOfNobody = Consignment.of(Ids.operator(), "REG-NONE");
        Event first = parcelOfNobody.departed();
        tell(first);
        post(first.with("data.location", "CAN")).then().statusCode(202);
        exception = Optional.of((String) Exceptions.awaitAbout(parcelOfNobody.subject()).get("id"));
      }
    }
  }

  /** The token of the party whose all this is. */
  String own(Party party) {
    return switch (party) {
      case CARRIER -> Bearer.carrier(application.operator());
      case CUSTOMS -> Bearer.of("CUSTOMS", OFFICE);
      case BANK -> Bearer.of("BANK", BANK);
      case OPS -> Bearer.ops();
      case NETWORK -> Bearer.of("NETWORK");
    };
  }

  /** The token of another party of the role. */
  String anothers(Party party) {
    return switch (party) {
      case CARRIER -> Bearer.carrier(other);
      case CUSTOMS -> Bearer.of("CUSTOMS", OTHER_OFFICE);
      case BANK -> Bearer.of("BANK", OTHER_BANK);
      case OPS -> Bearer.ops();
      case NETWORK -> Bearer.of("NETWORK");
    };
  }

  Map<String, Object> application() {
    return application.with("number", "LG-" + Ids.next()).fields();
  }

  String guaranteeId() {
    return guarantee.orElseThrow().id();
  }

  String refundId() {
    return refund.orElseThrow();
  }

  String depositId() {
    return deposit.orElseThrow().id();
  }

  String exceptionId() {
    return exception.orElseThrow();
  }

  Map<String, Object> outcome() {
    return Fields.of("uetr", "b94458f8-1f27-40e9-bf74-b07cbb339439", "outcome", "SETTLED");
  }

  /** What a party may say of its own; of another role, what none of that role may say. */
  Map<String, Object> event(Party speaker) {
    Consignment own = Consignment.of(application.operator(), "REG-NONE");
    return (speaker == Party.CUSTOMS ? own.declared("1.00") : own.departed()).fields();
  }

  /** A path with the identifiers of what is there. */
  String fill(String path) {
    String thing =
        path.startsWith("/v1/exceptions")
            ? exception.orElse("nothing")
            : guarantee.map(Undertaking::id).orElse("nothing");
    return path.replace("{id}", thing)
        .replace("{version}", guarantee.isPresent() ? "2" : "7")
        .replace("{demandId}", parcel.map(Consignment::demandId).orElse("nothing"))
        .replace("{depositId}", deposit.map(CashDeposit::id).orElse("nothing"))
        .replace("{refundId}", refund.orElse("RF-nothing"))
        .replace("{uscc}", parcel.map(Consignment::operator).orElse(application.operator()))
        .replace("{houseWaybill}", parcel.map(Consignment::houseWaybill).orElse("NOTHING"));
  }
}
