package com.cargobond.infra;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function with its role, its log and its alias {@code live}, which is what callers call: a new
 * version gets their traffic bit by bit, and loses it again if it fails.
 */
final class DeployedFunction extends Construct {

  static final String ALIAS = "live";

  private static final Duration ALARM_PERIOD = Duration.minutes(1);

  private final LogGroup log;
  private final Role role;
  private final Policy policy;
  private final Function function;
  private final Alias live;
  private final FunctionFailures failures;

  /** What all functions of a stack have in common. */
  record Shared(Stack stack, Site site, IKey key, LambdaApplication application) {}

  /**
   * What a call has.
   *
   * @param timeout how long it may take
   */
  record Size(int memoryMebibytes, java.time.Duration timeout) {}

  /**
   * Declares it.
   *
   * @param name without the stage
   * @param rights beside writing its log and its traces
   */
  DeployedFunction(
      Shared shared,
      String name,
      Path zip,
      Size size,
      Map<String, String> environment,
      List<PolicyStatement> rights) {
    super(shared.stack(), name);
    Site site = shared.site();
    String fullName = site.prefix() + name;
    this.log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName(EncryptedLogs.FUNCTIONS + fullName)
            .encryptionKey(shared.key())
            .retention(site.stage().logsKept())
            .removalPolicy(site.stage().removal())
            .build();
    this.role =
        Role.Builder.create(this, "Role")
            .description("What " + fullName + " may do")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    this.policy = Policy.Builder.create(this, "Rights").roles(List.of(role)).build();
    may(rights);
    may(
        List.of(
            Rights.allow(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(log.getLogGroupArn()))));
    this.function =
        Function.Builder.create(this, "Function")
            .functionName(fullName)
            .runtime(Runtime.PROVIDED_AL2023)
            .architecture(site.settings().processor().architecture())
            .handler("bootstrap")
            .code(Code.fromAsset(zip.toString()))
            .memorySize(size.memoryMebibytes())
            .timeout(Duration.seconds(size.timeout().toSeconds()))
            .reservedConcurrentExecutions(Concurrency.reserved(site, name).orElse(null))
            // Otherwise nothing is left to go back to.
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
            .environment(withCommon(site, environment))
            .environmentEncryption(shared.key())
            .role(role)
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON)
            .tracing(Tracing.ACTIVE)
            .build();
    function.getNode().addDependency(policy);
    this.live =
        Alias.Builder.create(this, "Live")
            .aliasName(ALIAS)
            .version(function.getCurrentVersion())
            .build();
    this.failures = new FunctionFailures(this, site, name, log);
    LambdaDeploymentGroup deployment =
        LambdaDeploymentGroup.Builder.create(this, "Deployment")
            .application(shared.application())
            .alias(live)
            .deploymentConfig(site.stage().trafficShift())
            .alarms(List.of(failing(fullName)))
            .build();
    Findings.accept(
        role,
        "AwsSolutions-IAM5",
        "^Resource::\\*$",
        "traces belong to no resource: X-Ray has none");
    Findings.accept(
        deployment, "AwsSolutions-IAM4", "CodeDeploy's own policy, the least of those for Lambda");
  }

  /** Any error while traffic shifts is the new version's: what it is not costs a redeployment. */
  private Alarm failing(String fullName) {
    return Alarm.Builder.create(this, "Failing")
        .alarmName(fullName + "-rollback")
        .alarmDescription("While a new version is deployed, goes back to the one before")
        .metric(failures.of(live, ALARM_PERIOD))
        .threshold(1)
        .evaluationPeriods(1)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  private static Map<String, String> withCommon(Site site, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("CARGOBOND_TABLE_PREFIX", site.tablePrefix());
    all.put("CARGOBOND_QUEUE_PREFIX", site.prefix());
    // Lambda stops the executable itself; GraalVM's handlers are in its way.
    all.put("DISABLE_SIGNAL_HANDLERS", "true");
    return all;
  }

  private void may(List<PolicyStatement> statements) {
    statements.forEach(policy::addStatements);
  }

  /** What must be there before Lambda polls on the function's behalf. */
  Policy policy() {
    return policy;
  }

  LogGroup log() {
    return log;
  }

  /** How often it failed in each period, whichever version. */
  IMetric failures(Duration period) {
    return failures.of(function, period);
  }

  Function function() {
    return function;
  }

  Alias live() {
    return live;
  }
}
