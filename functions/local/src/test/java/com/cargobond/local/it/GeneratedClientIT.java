package com.cargobond.local.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.cargobond.client.ApiClient;
import com.cargobond.client.ApiException;
import com.cargobond.client.api.EventsApi;
import com.cargobond.client.api.GuaranteesApi;
import com.cargobond.client.api.OperationsApi;
import com.cargobond.client.api.ShipmentsApi;
import com.cargobond.client.model.CloudEvent;
import com.cargobond.client.model.EventResult;
import com.cargobond.client.model.GuaranteeApplication;
import com.cargobond.client.model.GuaranteeApplicationGuarantor;
import com.cargobond.client.model.GuaranteeApplicationPrincipal;
import com.cargobond.client.model.GuaranteeView;
import com.cargobond.client.model.Money;
import com.cargobond.client.model.OpenExceptionView;
import com.cargobond.client.model.OpenExceptions;
import com.cargobond.client.model.Problem;
import com.cargobond.client.model.Purpose;
import com.cargobond.client.model.Registration;
import com.cargobond.client.model.ShipmentView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that was generated from the description of the API says and hears what it needs. */
@ExtendWith(SharedSystem.class)
class GeneratedClientIT {

  private static final Duration APPLIED_WITHIN = Duration.ofSeconds(30);

  private final String operator = Ids.operator();
  private final String registrationNo = "GB-" + Ids.next();
  private final Consignment parcel = Consignment.of(operator, registrationNo);
  private URI system;

  @BeforeEach
  void find(RunningSystem running) {
    system = running.baseUrl();
  }

  @Test
  void a_shipment_is_covered_by_a_guarantee_that_it_registered() throws ApiException {
    String guarantee = registered();

    assertThat(told(Bearer.customs(), declared("declared-" + parcel.subject(), "692.30"))).isTrue();
    assertThat(told(Bearer.carrier(operator), departed())).isTrue();

    ShipmentView shipment = awaitShipment();
    assertThat(shipment.getCover().getState()).isEqualTo("COVERED");
    assertThat(shipment.getCover().getGuaranteeId()).isEqualTo(guarantee);
    assertThat(shipment.getCover().getHeld().getAmount()).isEqualTo("692.30");
    assertThat(new GuaranteesApi(as(Bearer.bank())).getGuarantee(guarantee).getPosition())
        .satisfies(position -> assertThat(position.getReserved()).isEqualTo("692.30"))
        .satisfies(position -> assertThat(position.getAvailable()).isEqualTo("307.70"))
        .satisfies(position -> assertThat(position.getOverCommitted()).isFalse());
  }

  @Test
  void what_needs_a_person_is_listed() throws ApiException {
    registered();
    String id = "declared-" + parcel.subject();
    told(Bearer.customs(), declared(id, "100.00"));
    told(Bearer.customs(), declared(id, "200.00"));

    OpenExceptionView listed =
        await().atMost(APPLIED_WITHIN).until(this::aboutTheShipment, Optional::isPresent).get();

    assertThat(listed.getKind()).isEqualTo("EVENT");
    assertThat(listed.getCount()).isEqualTo(1);
    assertThat(listed.getResendable()).isTrue();
    assertThat(new OperationsApi(as(Bearer.ops())).getException(listed.getId()).getContent())
        .contains(parcel.declarationNo());
  }

  @Test
  void an_error_is_a_problem_that_names_the_field() throws JsonProcessingException {
    ApiClient bank = as(Bearer.bank());

    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () -> new GuaranteesApi(bank).issueGuarantee(application().slices(65), null));

    assertThat(refused.getCode()).isEqualTo(400);
    Problem problem = bank.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    assertThat(problem.getStatus()).isEqualTo(400);
    assertThat(problem.getErrors())
        .singleElement()
        .satisfies(error -> assertThat(error.getField()).isEqualTo("slices"))
        .satisfies(error -> assertThat(error.getRule()).isNotBlank());
  }

  private String registered() throws ApiException {
    GuaranteesApi bank = new GuaranteesApi(as(Bearer.bank()));
    GuaranteeApplication application = application();
    String key = "key-" + Ids.next();
    GuaranteeView issued = bank.issueGuarantee(application, key);
    assertThat(issued.getStatus()).isEqualTo("SUBMITTED");
    assertThat(bank.issueGuarantee(application, key)).isEqualTo(issued);

    GuaranteeView active =
        new GuaranteesApi(as(Bearer.customs()))
            .registerGuarantee(
                issued.getGuaranteeId(), new Registration().registrationNo(registrationNo));

    assertThat(active.getStatus()).isEqualTo("ACTIVE");
    return issued.getGuaranteeId();
  }

  private GuaranteeApplication application() {
    return new GuaranteeApplication()
        .number("LG-" + Ids.next())
        .type(GuaranteeApplication.TypeEnum.GENERAL)
        .purposes(List.of(Purpose.PAYMENT_TERM))
        .principal(
            new GuaranteeApplicationPrincipal()
                .uscc(operator)
                .customsRegistrationNo("3122260001")
                .name("Pudong Express"))
        .guarantor(
            new GuaranteeApplicationGuarantor()
                .bic("COMMCNSH")
                .cnaps("313651027012")
                .name("Bank of Communications"))
        .beneficiaries(List.of("*"))
        .limit(yuan("1000.00"))
        .revolving(true)
        .coverFrom(LocalDate.parse("2026-01-01"))
        .coverTo(LocalDate.parse("2027-06-30"))
        .suretyshipTo(LocalDate.parse("2027-12-31"));
  }

  private CloudEvent declared(String id, String estimatedDuty) {
    return event(id, "/customs/2233", "customs.declaration-accepted.v1")
        .data(
            Map.of(
                "declarationNo",
                parcel.declarationNo(),
                "declarationVersion",
                1,
                "registrationNo",
                registrationNo,
                "purpose",
                Purpose.PAYMENT_TERM,
                "district",
                "2233",
                "shipmentClass",
                "C",
                "estimatedDuty",
                yuan(estimatedDuty),
                "completedAt",
                OffsetDateTime.parse("2026-03-02T10:00:00+08:00")));
  }

  private CloudEvent departed() {
    return event("departed-" + parcel.subject(), "/carrier/" + operator, "cargo.departed.v1")
        .putAdditionalProperty("traceid", "t1")
        .data(Map.of("location", "HKG"));
  }

  private CloudEvent event(String id, String source, String type) {
    return new CloudEvent()
        .specversion(CloudEvent.SpecversionEnum._1_0)
        .id(id)
        .source(source)
        .type(type)
        .time(OffsetDateTime.parse("2026-03-02T10:00:00+08:00"))
        .subject(parcel.subject());
  }

  private boolean told(String bearer, CloudEvent event) throws ApiException {
    EventResult result = new EventsApi(as(bearer)).postEvents(event).getResults().getFirst();
    assertThat(result.getId()).isEqualTo(event.getId());
    return result.getAccepted();
  }

  private ShipmentView awaitShipment() {
    ShipmentsApi carrier = new ShipmentsApi(as(Bearer.carrier(operator)));
    return await()
        .atMost(APPLIED_WITHIN)
        .ignoreExceptionsMatching(
            missing -> missing instanceof ApiException refused && refused.getCode() == 404)
        .until(
            () -> carrier.getShipment(operator, parcel.houseWaybill()),
            shipment -> shipment.getHistory().size() == 2);
  }

  private Optional<OpenExceptionView> aboutTheShipment() throws ApiException {
    OperationsApi operations = new OperationsApi(as(Bearer.ops()));
    String after = null;
    do {
      OpenExceptions page = operations.listExceptions(after, null, "ID_REUSED", "EVENT", 100);
      Optional<OpenExceptionView> found =
          page.getExceptions().stream()
              .filter(exception -> exception.getSubject().equals(parcel.subject()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      after = page.getAfter();
    } while (after != null);
    return Optional.empty();
  }

  /** Refuses what the description does not tell of, which a client would lose. */
  private ApiClient as(String bearer) {
    return new ApiClient()
        .setObjectMapper(
            ApiClient.createDefaultObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
        .setScheme(system.getScheme())
        .setHost(system.getHost())
        .setPort(system.getPort())
        .setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + bearer));
  }

  private static Money yuan(String amount) {
    return new Money().amount(amount).currency("CNY");
  }
}
