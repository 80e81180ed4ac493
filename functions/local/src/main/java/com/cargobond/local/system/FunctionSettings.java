package com.cargobond.local.system;

import com.cargobond.local.embedded.LocalClients;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.identity.Tokens;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the API and the functions are told by their environment when they are deployed. */
public final class FunctionSettings {

  private FunctionSettings() {}

  /** For the API and the functions in this process. */
  static void apply(SystemContext context) {
    common(context.key()).forEach(System::setProperty);
    aws(context.parts()).forEach((setting, value) -> System.setProperty(setting.property(), value));
    bank(context.bank()).forEach(System::setProperty);
    businessDate(context).forEach(System::setProperty);
    System.setProperty("quarkus.http.port", Integer.toString(context.options().port()));
    System.setProperty("quarkus.http.host", "localhost");
    System.setProperty(SentTargets.UNCHECKED, "true");
    System.setProperty("quarkus.log.file.path", context.log().toString());
  }

  /** For processes of their own. */
  static Map<String, String> asEnvironment(SystemContext context) {
    Map<String, String> environment = new HashMap<>(asEnvironment(context.key(), context.parts()));
    environment.putAll(asEnvironment(bank(context.bank())));
    environment.putAll(asEnvironment(businessDate(context)));
    return environment;
  }

  /** For processes of their own that need no bank. */
  public static Map<String, String> asEnvironment(MachineKey key, EmbeddedParts parts) {
    Map<String, String> environment = new HashMap<>(asEnvironment(common(key)));
    aws(parts).forEach((setting, value) -> environment.put(setting.variable(), value));
    return environment;
  }

  private static Map<AwsSetting, String> aws(EmbeddedParts parts) {
    return Map.of(
        AwsSetting.REGION,
        LocalClients.REGION.id(),
        AwsSetting.ACCESS_KEY_ID,
        LocalClients.KEY,
        AwsSetting.SECRET_ACCESS_KEY,
        LocalClients.KEY,
        AwsSetting.DYNAMODB_ENDPOINT,
        parts.dynamoDb().toString(),
        AwsSetting.SQS_ENDPOINT,
        parts.queues().toString());
  }

  private static Map<String, String> asEnvironment(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> setting.getKey().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }

  /** The bank that refunds are paid through: at any hour, and again at once what it rejected. */
  private static Map<String, String> bank(URI url) {
    return Map.of(
        "cargobond.bank.url",
        url.toString(),
        "cargobond.bank.cnaps",
        TokenRole.BANK.usual().orElseThrow(),
        "cargobond.bank.token",
        SystemContext.BANK_TOKEN,
        "cargobond.bank.hours",
        "always",
        "cargobond.bank.retries",
        "at-once");
  }

  private static Map<String, String> businessDate(SystemContext context) {
    String day = context.options().today().map(Object::toString).orElse("none");
    return Map.of("cargobond.business-date", day);
  }

  private static Map<String, String> common(MachineKey key) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("mp.jwt.verify.publickey", key.publicKeyPem());
    settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
    return settings;
  }
}
