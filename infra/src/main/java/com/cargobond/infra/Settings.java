package com.cargobond.infra;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What operations decide about a deployment.
 *
 * @param alarmEmail who is told of alarms
 * @param events the executable of the event functions, packed
 * @param api the API's executable, packed
 */
record Settings(
    Stage stage,
    Processor processor,
    Regions regions,
    Issuer issuer,
    Bank bank,
    Optional<Domain> domain,
    Optional<String> alarmEmail,
    Path events,
    Path api) {

  /**
   * Who signs callers' tokens.
   *
   * @param url the tokens' {@code iss}
   * @param keys where its public keys are: a JWKS
   */
  record Issuer(String url, String keys) {}

  /**
   * Whose payment API refunds go through.
   *
   * @param tokenVersion the version of the secret that holds its token; the current one by default
   * @param hours {@code always} for a bank that takes payments at any time
   */
  record Bank(String url, Optional<String> tokenVersion, Optional<String> hours) {}

  /**
   * The API's own name.
   *
   * @param certificate its certificate's ARN in the home region
   * @param standbyCertificate the same in the standby region
   */
  record Domain(String name, String certificate, Optional<String> standbyCertificate) {}

  /**
   * Reads the context of the CDK command line: what {@code -c} says, and for the rest the object of
   * the stage's name in cdk.json.
   *
   * @param usualRegion where the command line's credentials point
   * @throws InvalidInput with all that is missing or wrong
   */
  static Settings read(Map<String, Object> context, Optional<String> usualRegion) {
    return FieldReader.read(fields(context), in -> read(in, usualRegion));
  }

  private static Map<String, Object> fields(Map<String, Object> context) {
    Map<String, Object> fields = new HashMap<>();
    if (context.get(String.valueOf(context.get("stage"))) instanceof Map<?, ?> ofStage) {
      ofStage.forEach((name, value) -> fields.put(name.toString(), value));
    }
    context.forEach(
        (name, value) -> {
          // The CDK's own flags have a colon.
          if (!name.contains(":") && !(value instanceof Map)) {
            fields.put(name, value);
          }
        });
    return fields;
  }

  private static Settings read(FieldReader in, Optional<String> usualRegion) {
    Stage stage = in.text("stage", Choices.of(Stage.class, Stage::id));
    Processor processor =
        in.optionalText("architecture", Choices.of(Processor.class, Processor::id))
            .orElse(Processor.ARM64);
    return new Settings(
        stage,
        processor,
        Regions.read(in, stage, usualRegion),
        issuer(in),
        new Bank(
            in.text("bankUrl", Settings::https),
            in.optionalText("bankTokenVersion", text -> text),
            in.optionalText("bankHours", Settings::always)),
        domain(in),
        in.optionalText("alarmEmail", text -> text),
        zip(in, "eventsZip", "../functions/events/target/function.zip", processor),
        zip(in, "apiZip", "../functions/api/target/function.zip", processor));
  }

  private static Issuer issuer(FieldReader in) {
    String url = in.text("jwtIssuer", Settings::https);
    String base = String.valueOf(url).replaceAll("/+$", "");
    return new Issuer(
        url, in.optionalText("jwtKeys", Settings::https).orElse(base + "/.well-known/jwks.json"));
  }

  private static Optional<Domain> domain(FieldReader in) {
    Optional<String> name = in.optionalText("domainName", text -> text);
    Optional<String> certificate = in.optionalText("certificateArn", text -> text);
    Optional<String> standby = in.optionalText("standbyCertificateArn", text -> text);
    if (name.isPresent() != certificate.isPresent()) {
      in.violation("certificateArn", "and domainName go together");
    }
    if (name.isPresent() && in.has("standbyRegion") && standby.isEmpty()) {
      in.violation("standbyCertificateArn", "is required for a domain in two regions");
    }
    return name.map(domain -> new Domain(domain, certificate.orElse(""), standby));
  }

  private static Path zip(FieldReader in, String name, String usual, Processor processor) {
    Path zip = Path.of(in.optionalText(name, text -> text).orElse(usual));
    try {
      FunctionZip.check(zip, processor);
    } catch (BrokenRule unusable) {
      in.violation(name, unusable.getMessage());
    }
    return zip;
  }

  private static String https(String text) {
    try {
      URI url = URI.create(text);
      if ("https".equals(url.getScheme()) && url.getHost() != null) {
        return text;
      }
    } catch (IllegalArgumentException malformed) {
      // Falls through to the rule.
    }
    throw new BrokenRule("must be an https URL");
  }

  private static String always(String text) {
    if (!text.equals("always")) {
      throw new BrokenRule("must be always, or not be there");
    }
    return text;
  }
}
