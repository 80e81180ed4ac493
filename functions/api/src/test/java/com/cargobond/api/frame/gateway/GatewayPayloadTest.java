package com.cargobond.api.frame.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.cargobond.domain.input.BrokenRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A payload is made into the request that the client sent. */
class GatewayPayloadTest {

  @ParameterizedTest
  @CsvSource({
    "$default, /v1/exceptions, /v1/exceptions",
    "prod, /prod/v1/exceptions, /v1/exceptions",
    "prod, /v1/exceptions, /v1/exceptions",
    "prod, /production/v1/exceptions, /production/v1/exceptions",
    "prod, /prod, /prod",
    "v1, /v1/v1/exceptions, /v1/exceptions",
    "$default, '', /",
    "$default, v1/exceptions, /v1/exceptions",
    "prod, /prod/v1/deposits/a b, /v1/deposits/a%20b"
  })
  void the_stage_is_taken_off_the_path(String stage, String sent, String path) {
    assertThat(GatewayPayload.asSent(payload(stage, sent)).getRawPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "$default, /v1/exceptions, a1b2c3.execute-api.cn-north-1.amazonaws.com.cn, ''",
    "prod, /prod/v1/exceptions, a1b2c3.execute-api.cn-north-1.amazonaws.com.cn, /prod",
    "prod, /prod/v1/exceptions, api.example.com, ''",
    "prod, /prod/v1/exceptions, , ''"
  })
  void the_client_wrote_the_stage_at_an_address_of_the_gateway(
      String stage, String sent, String domain, String prefix) {
    APIGatewayV2HTTPEvent payload = payload(stage, sent);
    payload.getRequestContext().setDomainName(domain);

    assertThat(GatewayPayload.prefixOfClient(payload)).isEqualTo(prefix);
  }

  @Test
  void a_payload_that_says_nothing_is_of_the_root() {
    assertThat(GatewayPayload.asSent(new APIGatewayV2HTTPEvent()).getRawPath()).isEqualTo("/");
  }

  @Test
  void the_length_is_that_of_the_body_at_hand() {
    APIGatewayV2HTTPEvent payload = payload("$default", "/v1/events");
    payload.setHeaders(
        Map.of("Content-Length", "999", "Transfer-Encoding", "chunked", "Accept", "*/*"));
    payload.setBody("银");

    assertThat(GatewayPayload.asSent(payload).getHeaders())
        .containsExactlyInAnyOrderEntriesOf(Map.of("content-length", "3", "accept", "*/*"));
  }

  @Test
  void the_length_of_a_body_in_base64_is_that_of_its_bytes() {
    APIGatewayV2HTTPEvent payload = payload("$default", "/v1/events");
    payload.setBody("e30=");
    payload.setIsBase64Encoded(true);

    assertThat(GatewayPayload.asSent(payload).getHeaders()).containsEntry("content-length", "2");
  }

  @Test
  void a_request_without_a_body_has_no_length() {
    APIGatewayV2HTTPEvent payload = payload("$default", "/v1/exceptions");
    payload.setHeaders(Map.of("content-length", "0"));

    assertThat(GatewayPayload.asSent(payload).getHeaders()).isEmpty();
  }

  @Test
  void a_body_that_is_not_the_base64_it_is_said_to_be_is_refused() {
    APIGatewayV2HTTPEvent payload = payload("$default", "/v1/events");
    payload.setBody("{}");
    payload.setIsBase64Encoded(true);

    assertThatThrownBy(() -> GatewayPayload.asSent(payload)).isInstanceOf(BrokenRule.class);
  }

  private static APIGatewayV2HTTPEvent payload(String stage, String path) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withRequestContext(RequestContext.builder().withStage(stage).build())
        .build();
  }
}
