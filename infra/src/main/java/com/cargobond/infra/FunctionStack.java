package com.cargobond.infra;

import com.cargobond.infra.DeployedFunction.Shared;
import com.cargobond.infra.DeployedFunction.Size;
import com.cargobond.store.deployment.ApiFunction;
import com.cargobond.store.deployment.Counterparty;
import com.cargobond.store.deployment.EventFunction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.SecretsManagerSecretOptions;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The functions and what feeds those that callers do not call. */
final class FunctionStack extends Stack {

  private final Map<EventFunction, DeployedFunction> functions = new EnumMap<>(EventFunction.class);
  private final DeployedFunction api;

  /**
   * Declares them.
   *
   * @param outboxStream the outbox table's; a standby that never was active knows none
   */
  FunctionStack(Construct scope, Site site, IKey key, Optional<String> outboxStream) {
    super(scope, site.stackName("functions"), site.stack("functions", "Cargobond: the functions"));
    LambdaApplication application =
        LambdaApplication.Builder.create(this, "Application")
            .applicationName("cargobond-" + site.stage().id())
            .build();
    Shared shared = new Shared(this, site, key, application);
    Rights rights = new Rights(this, site, key, outboxStream);
    Feeds feeds = new Feeds(site, outboxStream);
    for (EventFunction function : EventFunction.values()) {
      DeployedFunction deployed =
          new DeployedFunction(
              shared,
              function.functionName(),
              site.settings().events(),
              new Size(function.memoryMebibytes(), function.timeout()),
              environment(site, function),
              rights.of(function));
      feeds.feed(deployed, function.triggers());
      functions.put(function, deployed);
    }
    this.api =
        new DeployedFunction(
            shared,
            ApiFunction.NAME,
            site.settings().api(),
            new Size(ApiFunction.MEMORY_MEBIBYTES, ApiFunction.TIMEOUT),
            Map.of(
                "MP_JWT_VERIFY_ISSUER", site.settings().issuer().url(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", site.settings().issuer().keys(),
                "CARGOBOND_BANK_CNAPS", site.settings().bank().cnaps().value()),
            rights.ofApi());
  }

  private static Map<String, String> environment(Site site, EventFunction function) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_FUNQY_EXPORT", function.functionName());
    if (function.calls(Counterparty.BANK)) {
      Settings.Bank bank = site.settings().bank();
      environment.put("CARGOBOND_BANK_URL", bank.url());
      environment.put("CARGOBOND_BANK_TOKEN", bankToken(site, bank));
      bank.hours().ifPresent(hours -> environment.put("CARGOBOND_BANK_HOURS", hours));
    }
    return environment;
  }

  /** CloudFormation puts the token in the place of its reference; no template holds it. */
  private static String bankToken(Site site, Settings.Bank bank) {
    SecretsManagerSecretOptions.Builder version = SecretsManagerSecretOptions.builder();
    bank.tokenVersion().ifPresent(version::versionId);
    return SecretValue.secretsManager(DataStack.bankTokenName(site.stage()), version.build())
        .unsafeUnwrap();
  }

  DeployedFunction function(EventFunction function) {
    return functions.get(function);
  }

  DeployedFunction api() {
    return api;
  }
}
