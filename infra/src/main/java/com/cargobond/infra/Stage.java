package com.cargobond.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.codedeploy.ILambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What a deployment is for. */
enum Stage {
  /** Holds nothing that anybody would miss. */
  DEV("dev"),
  /** Holds guarantees: in two regions, and kept even if its stacks are deleted. */
  PROD("prod");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /** As it is written on the command line. */
  String id() {
    return id;
  }

  /** Before each table's, queue's and function's name. */
  String prefix() {
    return id + "-";
  }

  boolean isKept() {
    return this == PROD;
  }

  RemovalPolicy removal() {
    return isKept() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }

  /** A year of logs answers what a customs year asks. */
  RetentionDays logsKept() {
    return isKept() ? RetentionDays.ONE_YEAR : RetentionDays.TWO_WEEKS;
  }

  /** A tenth of the traffic for five minutes; nobody waits for that in development. */
  ILambdaDeploymentConfig trafficShift() {
    return isKept()
        ? LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES
        : LambdaDeploymentConfig.ALL_AT_ONCE;
  }
}
