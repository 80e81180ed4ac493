package com.cargobond.local.system;

/** What AWS' clients look for in their environment, by both of its names. */
enum AwsSetting {
  REGION("AWS_REGION", "aws.region"),
  ACCESS_KEY_ID("AWS_ACCESS_KEY_ID", "aws.accessKeyId"),
  SECRET_ACCESS_KEY("AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey"),
  DYNAMODB_ENDPOINT("AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb"),
  SQS_ENDPOINT("AWS_ENDPOINT_URL_SQS", "aws.endpointUrlSqs");

  private final String variable;
  private final String property;

  AwsSetting(String variable, String property) {
    this.variable = variable;
    this.property = property;
  }

  /** In the environment of a process. */
  String variable() {
    return variable;
  }

  /** Among the system properties of this one. */
  String property() {
    return property;
  }
}
