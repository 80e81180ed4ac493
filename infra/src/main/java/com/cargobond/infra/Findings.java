package com.cargobond.infra;

import software.amazon.awscdk.Stack;

/** What the AwsSolutions checks find, and why it stays. */
final class Findings {

  private Findings() {}

  static void explain(Stack... stacks) {}
}
