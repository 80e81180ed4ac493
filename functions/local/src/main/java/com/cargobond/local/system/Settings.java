package com.cargobond.local.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the API and the functions are told by their environment when they are deployed. */
final class Settings {

  private Settings() {}

  static void apply(int port, EmbeddedParts parts, String publicKeyPem, Path logFile) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.http.host", "localhost");
    settings.put("quarkus.log.file.path", logFile.toString());
    settings.put("mp.jwt.verify.publickey", publicKeyPem);
    addClient(settings, "quarkus.dynamodb", parts.dynamoDb());
    addClient(settings, "quarkus.sqs", parts.queues());
    settings.forEach(System::setProperty);
  }

  private static void addClient(Map<String, String> settings, String client, URI endpoint) {
    settings.put(client + ".endpoint-override", endpoint.toString());
    settings.put(client + ".aws.region", "us-east-1");
    settings.put(client + ".aws.credentials.type", "static");
    settings.put(client + ".aws.credentials.static-provider.access-key-id", "local");
    settings.put(client + ".aws.credentials.static-provider.secret-access-key", "local");
  }
}
