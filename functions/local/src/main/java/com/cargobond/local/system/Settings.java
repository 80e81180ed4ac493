package com.cargobond.local.system;

import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the API and the functions are told by their environment when they are deployed. */
public final class Settings {

  private Settings() {}

  /** For the API and the functions in this process. */
  static void apply(Surroundings around) {
    common(around.key(), around.parts()).forEach(System::setProperty);
    bank(around.bank()).forEach(System::setProperty);
    businessDate(around).forEach(System::setProperty);
    System.setProperty("quarkus.http.port", Integer.toString(around.options().port()));
    System.setProperty("quarkus.http.host", "localhost");
    System.setProperty("quarkus.log.file.path", around.log().toString());
  }

  /** For processes of their own. */
  static Map<String, String> asEnvironment(Surroundings around) {
    Map<String, String> environment = new HashMap<>(asEnvironment(around.key(), around.parts()));
    environment.putAll(asEnvironment(bank(around.bank())));
    environment.putAll(asEnvironment(businessDate(around)));
    return environment;
  }

  /** For processes of their own that need no bank. */
  public static Map<String, String> asEnvironment(MachineKey key, EmbeddedParts parts) {
    return asEnvironment(common(key, parts));
  }

  private static Map<String, String> asEnvironment(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> setting.getKey().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }

  /** The bank that refunds are paid through; it takes payments at any hour. */
  private static Map<String, String> bank(URI url) {
    return Map.of(
        "cargobond.bank.url",
        url.toString(),
        "cargobond.bank.token",
        Surroundings.BANK_TOKEN,
        "cargobond.bank.hours",
        "always");
  }

  private static Map<String, String> businessDate(Surroundings around) {
    String day = around.options().today().map(Object::toString).orElse("none");
    return Map.of("cargobond.business-date", day);
  }

  private static Map<String, String> common(MachineKey key, EmbeddedParts parts) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("mp.jwt.verify.publickey", key.publicKeyPem());
    settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
    addClient(settings, "quarkus.dynamodb", parts.dynamoDb());
    addClient(settings, "quarkus.sqs", parts.queues());
    return settings;
  }

  private static void addClient(Map<String, String> settings, String client, URI endpoint) {
    settings.put(client + ".endpoint-override", endpoint.toString());
    settings.put(client + ".aws.region", "us-east-1");
    settings.put(client + ".aws.credentials.type", "static");
    settings.put(client + ".aws.credentials.static-provider.access-key-id", "local");
    settings.put(client + ".aws.credentials.static-provider.secret-access-key", "local");
  }
}
