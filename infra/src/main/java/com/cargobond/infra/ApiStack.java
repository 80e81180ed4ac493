package com.cargobond.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CfnStage.AccessLogSettingsProperty;
import software.amazon.awscdk.services.apigatewayv2.DomainMappingOptions;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API in front of the API's function. */
final class ApiStack extends Stack {

  /** What the API's tokens are for: the function accepts no other. */
  private static final String AUDIENCE = "cargobond";

  private static final int REQUESTS_PER_SECOND_MAX = 500;
  private static final int BURST_MAX = 1_000;

  /** Nothing of what was sent, and of the caller no more than its token's subject. */
  private static final String ACCESS_LOG_LINE =
      """
      {"time":"$context.requestTime","requestId":"$context.requestId","method":"$context.httpMethod",\
      "route":"$context.routeKey","status":"$context.status","bytes":"$context.responseLength",\
      "milliseconds":"$context.responseLatency","caller":"$context.authorizer.claims.sub",\
      "error":"$context.error.message","integrationError":"$context.integrationErrorMessage"}\
      """;

  private final HttpApi api;

  ApiStack(Construct scope, Site site, IFunction function) {
    super(scope, site.stackName("api"), site.stack("api", "Cargobond: the HTTP API"));
    Settings settings = site.settings();
    this.api =
        HttpApi.Builder.create(this, "Api")
            .apiName("cargobond-" + site.stage().id())
            .createDefaultStage(false)
            .disableExecuteApiEndpoint(settings.domain().isPresent())
            .build();
    HttpLambdaIntegration integration =
        HttpLambdaIntegration.Builder.create("Function", function).build();
    api.addRoutes(
        AddRoutesOptions.builder()
            .path("/v1/{proxy+}")
            .methods(List.of(HttpMethod.ANY))
            .integration(integration)
            .authorizer(
                HttpJwtAuthorizer.Builder.create("Callers", settings.issuer().url())
                    .jwtAudience(List.of(AUDIENCE))
                    .build())
            .build());
    for (String open : List.of("/openapi", "/schemas/{proxy+}")) {
      api.addRoutes(
              AddRoutesOptions.builder()
                  .path(open)
                  .methods(List.of(HttpMethod.GET))
                  .integration(integration)
                  .build())
          .forEach(
              route ->
                  Findings.accept(
                      route,
                      "AwsSolutions-APIG4",
                      "the interface's description is for everybody, and no one's data"));
    }
    stage(site);
  }

  private void stage(Site site) {
    LogGroup log =
        LogGroup.Builder.create(this, "AccessLog")
            .logGroupName("/aws/vendedlogs/" + site.prefix() + "api-access")
            .retention(site.stage().logsKept())
            .removalPolicy(site.stage().removal())
            .build();
    HttpStage stage =
        HttpStage.Builder.create(this, "Stage")
            .httpApi(api)
            .stageName("$default")
            .autoDeploy(true)
            .throttle(
                ThrottleSettings.builder()
                    .rateLimit(REQUESTS_PER_SECOND_MAX)
                    .burstLimit(BURST_MAX)
                    .build())
            .detailedMetricsEnabled(true)
            .domainMapping(domain(site).orElse(null))
            .build();
    ((CfnStage) stage.getNode().getDefaultChild())
        .setAccessLogSettings(
            AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(ACCESS_LOG_LINE)
                .build());
    CfnOutput.Builder.create(this, "Url")
        .value(
            site.settings()
                .domain()
                .map(domain -> "https://" + domain.name())
                .orElseGet(api::getApiEndpoint))
        .build();
  }

  private Optional<DomainMappingOptions> domain(Site site) {
    return site.settings()
        .domain()
        .map(
            domain -> {
              String certificate =
                  site.isStandby()
                      ? domain.standbyCertificate().orElseThrow()
                      : domain.certificate();
              DomainName name =
                  DomainName.Builder.create(this, "Domain")
                      .domainName(domain.name())
                      .certificate(Certificate.fromCertificateArn(this, "Certificate", certificate))
                      .securityPolicy(SecurityPolicy.TLS_1_2)
                      .build();
              CfnOutput.Builder.create(this, "DnsTarget")
                  .value(name.getRegionalDomainName())
                  .build();
              return DomainMappingOptions.builder().domainName(name).build();
            });
  }

  HttpApi api() {
    return api;
  }
}
