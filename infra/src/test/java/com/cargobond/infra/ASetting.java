package com.cargobond.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What operations give on the command line, and stand-ins for what the native build makes. */
final class ASetting {

  /** Where the command line's credentials point. */
  static final String USUAL = "eu-central-1";

  static final String HOME = "cn-north-1";
  static final String STANDBY = "cn-northwest-1";

  static final String RESTORED_OUTBOX_STREAM =
      "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/restored-prod-outbox/stream/2026-03-02T00:00:00.000";

  static final String RESTORED_AUDIT_STREAM =
      "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/restored-prod-audit/stream/2026-03-02T00:00:00.000";

  private ASetting() {}

  /** All that a development stage needs, and no more. */
  static Map<String, Object> dev() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("stage", "dev");
    settings.put("jwtIssuer", "https://issuer.example");
    settings.put("bankUrl", "https://bank.example");
    settings.put("bankCnaps", "313651027012");
    settings.put("eventsZip", zip(Processor.ARM64).toString());
    settings.put("apiZip", zip(Processor.ARM64).toString());
    return settings;
  }

  /** All that there is, in the two Chinese regions. */
  static Map<String, Object> prod() {
    Map<String, Object> settings = dev();
    settings.put("stage", "prod");
    settings.put("region", HOME);
    settings.put("standbyRegion", STANDBY);
    settings.put("domainName", "api.example.com");
    settings.put("certificateArn", "arn:aws-cn:acm:cn-north-1:123456789012:certificate/1");
    settings.put(
        "standbyCertificateArn", "arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/2");
    settings.put("reservedCalls", "100");
    settings.put("alarmEmail", "ops@example.com");
    settings.put("bankTokenVersion", "2f7d2f3e-0f0a-4b0e-9f2e-0d6c5f6a7b8c");
    return settings;
  }

  /** The same after the home region failed. */
  static Map<String, Object> failedOver() {
    Map<String, Object> settings = prod();
    settings.put("activeRegion", STANDBY);
    settings.put(
        "standbyOutboxStream",
        "arn:aws-cn:dynamodb:cn-northwest-1:123456789012:table/prod-outbox/stream/2026-01-01T00:00:00.000");
    return settings;
  }

  /** While the tables are restored: neither region works. */
  static Map<String, Object> atRest() {
    return with(prod(), "activeRegion", "none");
  }

  /** The same on tables that were restored. */
  static Map<String, Object> restored() {
    Map<String, Object> settings = prod();
    settings.put("tablePrefix", "restored-prod-");
    settings.put("outboxStream", RESTORED_OUTBOX_STREAM);
    settings.put("auditStream", RESTORED_AUDIT_STREAM);
    return settings;
  }

  static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(settings);
    changed.put(name, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> settings, String name) {
    Map<String, Object> changed = new HashMap<>(settings);
    changed.remove(name);
    return changed;
  }

  /** A zip with no more of an executable than its header. */
  static Path zip(Processor processor) {
    byte[] header = new byte[64];
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, header, 0, 4);
    header[18] = (byte) processor.elfMachine();
    return zip("bootstrap", header);
  }

  static Path zip(String entry, byte[] content) {
    try {
      Path file = Files.createTempFile("function", ".zip");
      file.toFile().deleteOnExit();
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        ZipEntry only = new ZipEntry(entry);
        only.setTime(0);
        zip.putNextEntry(only);
        zip.write(content);
      }
      return file;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
