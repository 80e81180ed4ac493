package com.cargobond.infra;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What operations decide about a deployment.
 *
 * @param restored the tables that the functions use instead of the stage's own
 * @param reservedCalls how many calls of the API at once are kept free for it
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
    Optional<Restored> restored,
    Optional<Integer> reservedCalls,
    Optional<String> alarmEmail,
    Path events,
    Path api) {

  private static final Set<String> WRITTEN_BY_THE_CDK =
      Set.of("cli-telemetry", "acknowledged-issue-numbers");

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
   * @param cnaps its code, by which the API knows it when it tells what became of a payment
   * @param hours {@code always} for a bank that takes payments at any time
   */
  record Bank(String url, CnapsCode cnaps, Optional<String> tokenVersion, Optional<String> hours) {}

  /**
   * The API's own name.
   *
   * @param certificate its certificate's ARN in the home region
   * @param standbyCertificate the same in the standby region
   */
  record Domain(String name, String certificate, Optional<String> standbyCertificate) {}

  /**
   * Tables that were restored from the stage's own.
   *
   * @param tablePrefix before their names
   * @param outboxStream the stream of the outbox among them, in the home region
   * @param auditStream the stream of the audit trail among them, there too
   */
  record Restored(String tablePrefix, String outboxStream, String auditStream) {}

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
          if (!isOfTheCdk(name) && !(value instanceof Map)) {
            fields.put(name, value);
          }
        });
    return fields;
  }

  /** Its flags and what it looked up have a colon; the rest its command line writes. */
  private static boolean isOfTheCdk(String name) {
    return name.contains(":") || WRITTEN_BY_THE_CDK.contains(name);
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
            in.text("bankCnaps", CnapsCode::new),
            in.optionalText("bankTokenVersion", text -> text),
            in.optionalText("bankHours", Settings::always)),
        domain(in),
        restored(in),
        in.optionalText("reservedCalls", Settings::calls),
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

  private static Optional<Restored> restored(FieldReader in) {
    Optional<String> prefix = in.optionalText("tablePrefix", Settings::prefix);
    Optional<String> stream = in.optionalText("outboxStream", Regions::stream);
    Optional<String> audit = in.optionalText("auditStream", Regions::stream);
    if (prefix.isPresent() != stream.isPresent()) {
      in.violation("outboxStream", "and tablePrefix go together");
    }
    if (prefix.isPresent() != audit.isPresent()) {
      in.violation("auditStream", "and tablePrefix go together");
    }
    return prefix.map(text -> new Restored(text, stream.orElse(""), audit.orElse("")));
  }

  private static String prefix(String text) {
    if (!text.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new BrokenRule("must be 1 to 64 letters, digits, dots, hyphens or underscores");
    }
    return text;
  }

  private static int calls(String text) {
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new BrokenRule("must be a number from 1 to 9999");
    }
    return Integer.parseInt(text);
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
