package com.cargobond.infra;

import java.util.List;
import java.util.Map;
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
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The HTTP API in front of the API's function. */
final class ApiStack extends Stack {

  /** What the API's tokens are for: the function accepts no other. */
  private static final String AUDIENCE = "cargobond";

  private static final int REQUESTS_PER_SECOND_MAX = 500;
  private static final int BURST_MAX = 1_000;

  /** Events come in batches and from many: they leave the other calls room. */
  private static final String EVENTS = "/v1/events";

  private static final int EVENT_REQUESTS_PER_SECOND_MAX = 300;
  private static final int EVENT_BURST_MAX = 600;

  /** Nothing of what was sent, and of the caller no more than its token's subject. */
  private static final String ACCESS_LOG_LINE =
      """
      {"time":"$context.requestTime","requestId":"$context.requestId","method":"$context.httpMethod",\
      "route":"$context.routeKey","status":"$context.status","bytes":"$context.responseLength",\
      "milliseconds":"$context.responseLatency","caller":"$context.authorizer.claims.sub",\
      "error":"$context.error.message","integrationError":"$context.integrationErrorMessage"}\
      """;

  private final HttpApi api;
  private LogGroup log;

  ApiStack(Construct scope, Site site, IKey key, IFunction function) {
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
    HttpJwtAuthorizer callers =
        HttpJwtAuthorizer.Builder.create("Callers", settings.issuer().url())
            .jwtAudience(List.of(AUDIENCE))
            .build();
    List<HttpRoute> routes =
        Map.of("/v1/{proxy+}", HttpMethod.ANY, EVENTS, HttpMethod.POST).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                route ->
                    api
                        .addRoutes(
                            AddRoutesOptions.builder()
                                .path(route.getKey())
                                .methods(List.of(route.getValue()))
                                .integration(integration)
                                .authorizer(callers)
                                .build())
                        .stream())
            .toList();
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
    stage(site, key, routes);
  }

  private void stage(Site site, IKey key, List<HttpRoute> routes) {
    this.log =
        LogGroup.Builder.create(this, "AccessLog")
            .logGroupName(EncryptedLogs.GATEWAY + site.prefix() + "api-access")
            .encryptionKey(key)
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
    CfnStage settings = (CfnStage) stage.getNode().getDefaultChild();
    settings.setAccessLogSettings(
        AccessLogSettingsProperty.builder()
            .destinationArn(log.getLogGroupArn())
            .format(ACCESS_LOG_LINE)
            .build());
    settings.setRouteSettings(
        Map.of(
            "POST " + EVENTS,
            Map.of(
                "ThrottlingRateLimit", EVENT_REQUESTS_PER_SECOND_MAX,
                "ThrottlingBurstLimit", EVENT_BURST_MAX,
                "DetailedMetricsEnabled", true)));
    // A stage knows the routes that are there.
    routes.forEach(stage.getNode()::addDependency);
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

  LogGroup accessLog() {
    return log;
  }

  HttpApi api() {
    return api;
  }
}
