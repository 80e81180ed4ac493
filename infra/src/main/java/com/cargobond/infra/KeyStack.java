package com.cargobond.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The key that everything at rest in a region is encrypted with. */
final class KeyStack extends Stack {

  private static final int DELETED_AFTER_DAYS = 30;

  private final Key key;

  KeyStack(Construct scope, Site site) {
    super(scope, site.stackName("key"), site.stack("key", "Cargobond: the key"));
    this.key =
        Key.Builder.create(this, "Key")
            .alias(alias(site.stage()))
            .description("Cargobond's ledger, queues, secrets and logs")
            .enableKeyRotation(true)
            .pendingWindow(Duration.days(DELETED_AFTER_DAYS))
            .removalPolicy(site.stage().removal())
            .build();
    // Alarms are published to an encrypted topic by CloudWatch itself.
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            .resources(List.of("*"))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
            .build());
    key.addToResourcePolicy(EncryptedLogs.allowed(this, site));
  }

  Key key() {
    return key;
  }

  /** The key of another region, under the name that it has everywhere. */
  static String arnIn(Stack stack, String region, Stage stage) {
    return stack.formatArn(
        ArnComponents.builder().service("kms").region(region).resource(alias(stage)).build());
  }

  private static String alias(Stage stage) {
    return "alias/cargobond-" + stage.id();
  }
}
