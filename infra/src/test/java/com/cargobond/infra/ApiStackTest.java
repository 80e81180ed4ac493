package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets through to the API. */
@ExtendWith(NeedsNode.class)
class ApiStackTest {

  private static final String DEV = "cargobond-dev-api";

  @Test
  void nobody_does_business_without_a_token_of_the_issuer_for_cargobond() {
    JsonNode authorizer =
        Synthesised.dev().resource(DEV, "AWS::ApiGatewayV2::Authorizer", "AuthorizerType", "JWT");

    assertThat(authorizer.at("/Properties/JwtConfiguration/Issuer").asText())
        .isEqualTo("https://issuer.example");
    assertThat(authorizer.at("/Properties/JwtConfiguration/Audience"))
        .extracting(JsonNode::asText)
        .containsExactly("cargobond");
    assertThat(Synthesised.dev().resources(DEV, "AWS::ApiGatewayV2::Route"))
        .extracting(
            route ->
                route.at("/Properties/RouteKey").asText()
                    + " "
                    + route.at("/Properties/AuthorizationType").asText())
        .containsExactlyInAnyOrder(
            "ANY /v1/{proxy+} JWT",
            "POST /v1/events JWT",
            "GET /openapi NONE",
            "GET /schemas/{proxy+} NONE");
  }

  @Test
  void every_call_goes_to_the_version_that_is_live() {
    assertThat(Synthesised.dev().resources(DEV, "AWS::ApiGatewayV2::Integration"))
        .hasSize(1)
        .allSatisfy(
            integration -> {
              assertThat(text(integration.at("/Properties/IntegrationUri"))).contains("apiLive");
              assertThat(integration.at("/Properties/PayloadFormatVersion").asText())
                  .isEqualTo("2.0");
            });
  }

  @Test
  void calls_are_throttled_and_logged_without_what_was_sent() {
    JsonNode stage =
        Synthesised.dev()
            .resource(DEV, "AWS::ApiGatewayV2::Stage", "StageName", "$default")
            .path("Properties");

    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isPositive();
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt()).isPositive();
    assertThat(stage.at("/AccessLogSettings").has("DestinationArn")).isTrue();
    assertThat(stage.at("/AccessLogSettings/Format").asText())
        .startsWith("{\"time\":\"$context.requestTime\"")
        .endsWith("}")
        .doesNotContain("\n", "sourceIp");
  }

  @Test
  void events_leave_the_other_calls_room() {
    JsonNode stage =
        Synthesised.dev().resource(DEV, "AWS::ApiGatewayV2::Stage", "StageName", "$default");
    JsonNode usual = stage.at("/Properties/DefaultRouteSettings");
    JsonNode events = stage.at("/Properties/RouteSettings").path("POST /v1/events");

    for (String limit : List.of("ThrottlingRateLimit", "ThrottlingBurstLimit")) {
      assertThat(events.path(limit).asInt()).isPositive().isLessThan(usual.path(limit).asInt());
    }
    // CloudFormation refuses settings of a route that is not there yet.
    assertThat(stage.path("DependsOn"))
        .extracting(JsonNode::asText)
        .anyMatch(resource -> resource.contains("POSTv1events"));
  }

  @Test
  void with_a_domain_there_is_no_other_way_in() {
    for (String stack : List.of("cargobond-prod-api", "cargobond-prod-standby-api")) {
      JsonNode domain =
          Synthesised.prod()
              .resource(stack, "AWS::ApiGatewayV2::DomainName", "DomainName", "api.example.com");

      assertThat(domain.at("/Properties/DomainNameConfigurations/0/SecurityPolicy").asText())
          .isEqualTo("TLS_1_2");
      assertThat(domain.at("/Properties/DomainNameConfigurations/0/CertificateArn").asText())
          .contains(stack.contains("standby") ? ASetting.STANDBY : ASetting.HOME);
      assertThat(Synthesised.prod().resources(stack, "AWS::ApiGatewayV2::ApiMapping")).hasSize(1);
      assertThat(Synthesised.prod().resources(stack, "AWS::ApiGatewayV2::Api"))
          .allSatisfy(
              api ->
                  assertThat(api.at("/Properties/DisableExecuteApiEndpoint").asBoolean()).isTrue());
    }
    assertThat(Synthesised.dev().resources(DEV, "AWS::ApiGatewayV2::DomainName")).isEmpty();
  }
}
