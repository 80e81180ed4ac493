package com.cargobond.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** Where the logs of a region are, and that CloudWatch may keep them under its key. */
final class EncryptedLogs {

  static final String FUNCTIONS = "/aws/lambda/";
  static final String GATEWAY = "/aws/vendedlogs/";
  static final String DELIVERIES = "/aws/kinesisfirehose/";

  private EncryptedLogs() {}

  /** Lets CloudWatch use a key for the stage's logs, and for no others. */
  static PolicyStatement allowed(Stack stack, Site site) {
    return PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal("logs.amazonaws.com")))
        .actions(
            List.of(
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:DescribeKey"))
        .resources(List.of("*"))
        .conditions(
            Map.of(
                "ArnLike",
                Map.of(
                    "kms:EncryptionContext:aws:logs:arn",
                    Stream.of(FUNCTIONS, GATEWAY, DELIVERIES)
                        .map(folder -> arn(stack, folder + site.prefix() + "*"))
                        .toList())))
        .build();
  }

  private static String arn(Stack stack, String name) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("logs")
            .resource("log-group")
            .resourceName(name)
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }
}
