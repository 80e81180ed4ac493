package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Refusals.isRefused;
import static com.cargobond.local.it.Requests.as;
import static com.cargobond.local.it.Requests.guarantee;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may make the calls about guarantees. */
@ExtendWith(SharedSystem.class)
class GuaranteeAccessIT {

  private IssuedGuarantee guarantee;

  @BeforeEach
  void issue() {
    guarantee = aGuarantee().submitted();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, '', CARRIER CUSTOMS OPS",
    "POST, /registration, CARRIER BANK OPS",
    "POST, /refusal, CARRIER BANK OPS",
    "POST, /amendments, CARRIER CUSTOMS OPS",
    "POST, /suspension, CARRIER BANK OPS",
    "POST, /resumption, CARRIER BANK OPS",
    "POST, /cancellation, CARRIER CUSTOMS OPS",
    "POST, /release, CARRIER BANK OPS",
    "GET, /demands, CARRIER CUSTOMS OPS"
  })
  void a_call_of_another_role_is_forbidden(String method, String call, String roles) {
    for (String role : roles.split(" ")) {
      // Even the guarantee's own principal may not do what is the bank's or Customs'.
      String bearer =
          role.equals("CARRIER") ? Bearer.carrier(guarantee.operator()) : Bearer.of(role);
      isRefused(send(as(bearer), method, call), 403);
    }
    assertThat(guarantee(guarantee).getString("status")).isEqualTo("SUBMITTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/shipments"})
  void the_bank_customs_operations_and_the_principal_may_look(String call) {
    send(as(Bearer.bank()), "GET", call).then().statusCode(200);
    send(as(Bearer.customs()), "GET", call).then().statusCode(200);
    send(as(Bearer.ops()), "GET", call).then().statusCode(200);
    send(as(Bearer.carrier(guarantee.operator())), "GET", call).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/shipments"})
  void a_carrier_may_not_look_at_the_guarantee_of_another(String call) {
    isRefused(send(as(Bearer.carrier(Ids.operator())), "GET", call), 404);
    isRefused(send(as(Bearer.ofNoParty("CARRIER")), "GET", call), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, ''",
    "POST, /registration",
    "POST, /refusal",
    "POST, /amendments",
    "POST, /suspension",
    "POST, /resumption",
    "POST, /cancellation",
    "POST, /release",
    "GET, ''",
    "GET, /shipments",
    "GET, /demands"
  })
  void a_call_without_a_valid_token_is_not_authenticated(String method, String call) {
    String role = call.matches("|/amendments|/cancellation|/demands") ? "BANK" : "CUSTOMS";
    for (RequestSpecification request : Unauthenticated.requests(role)) {
      Unauthenticated.isRefused(send(request, method, call));
    }
    assertThat(guarantee(guarantee).getString("status")).isEqualTo("SUBMITTED");
  }

  private Response send(RequestSpecification request, String method, String call) {
    boolean issuing = method.equals("POST") && call.isEmpty();
    String path = issuing ? "/v1/guarantees" : guarantee.path() + call;
    if (method.equals("GET")) {
      return request.get(path);
    }
    Optional<Object> body =
        switch (call) {
          case "" -> Optional.of(aGuarantee().fields());
          case "/registration" ->
              Optional.of(Fields.of("registrationNo", guarantee.registrationNo()));
          case "/refusal" -> Optional.of(Fields.of("reason", "no seal"));
          case "/amendments" -> Optional.of(Fields.of("limit", Fields.money("2.00")));
          default -> Optional.empty();
        };
    return body.map(fields -> Requests.json(request, fields)).orElse(request).post(path);
  }
}
