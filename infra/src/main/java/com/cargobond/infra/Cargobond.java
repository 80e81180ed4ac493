package com.cargobond.infra;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;

/** What the CDK command line runs: describes the deployment that its context asks for. */
public final class Cargobond {

  private static final int REFUSED = 1;

  private Cargobond() {}

  /** Writes the templates where the CDK looks for them, or says in one line each what is wrong. */
  public static void main(String[] arguments) {
    App app = new App();
    try {
      Deployment.describe(app, Settings.read(context(app), usualRegion()));
    } catch (InvalidInput invalid) {
      invalid.violations().forEach(Cargobond::print);
      System.exit(REFUSED);
    }
    app.synth();
  }

  private static void print(Violation violation) {
    System.err.println("cargobond: setting " + violation.field() + " " + violation.rule());
  }

  private static Optional<String> usualRegion() {
    return Optional.ofNullable(System.getenv("CDK_DEFAULT_REGION"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> context(App app) {
    return (Map<String, Object>) app.getNode().getAllContext();
  }
}
