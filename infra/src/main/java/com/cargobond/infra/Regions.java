package com.cargobond.infra;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a deployment is.
 *
 * @param home where the tables are declared
 * @param standby where a copy of all waits to take over
 * @param active which of them works; neither while the tables are at rest
 * @param standbyOutboxStream the stream of the standby's outbox table, which exists only once the
 *     table does
 */
record Regions(
    String home,
    Optional<String> standby,
    Optional<String> active,
    Optional<String> standbyOutboxStream) {

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-\\d");
  private static final Pattern STREAM =
      Pattern.compile("arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\\d{12}:table/[^/]+/stream/\\S+");
  private static final String CHINA = "cn-";
  private static final String NEITHER = "none";

  /** Whether the standby has taken over. */
  boolean failedOver() {
    return active.isPresent() && active.equals(standby);
  }

  static Regions read(FieldReader in, Stage stage, Optional<String> usual) {
    Optional<String> given = in.optionalText("region", Regions::region);
    // Production does not go where somebody's profile happens to point.
    Optional<String> home = stage == Stage.PROD ? given : given.or(() -> usual);
    Optional<String> standby = in.optionalText("standbyRegion", Regions::region);
    Optional<String> asked = in.optionalText("activeRegion", Regions::regionOrNone);
    Optional<String> active =
        asked.isEmpty() ? home : asked.filter(region -> !region.equals(NEITHER));
    Optional<String> stream = in.optionalText("standbyOutboxStream", Regions::stream);
    if (home.isEmpty()) {
      in.violation("region", "is required");
    }
    if (stage == Stage.PROD && standby.isEmpty()) {
      in.violation("standbyRegion", "is required in prod: a region is not enough");
    }
    if (standby.isPresent() && home.equals(standby)) {
      in.violation("standbyRegion", "must be another than region");
    }
    if (standby.isPresent() && home.isPresent() && isChina(standby) != isChina(home)) {
      in.violation("standbyRegion", "must be in the same partition as region");
    }
    if (active.isPresent() && !active.equals(home) && !active.equals(standby)) {
      in.violation("activeRegion", "must be region, standbyRegion or none");
    }
    Regions regions = new Regions(home.orElse(""), standby, active, stream);
    if (asked.isPresent() && regions.failedOver() && stream.isEmpty()) {
      in.violation(
          "standbyOutboxStream",
          "is required while the standby is active: infra/README.md says how to find it");
    }
    return regions;
  }

  private static boolean isChina(Optional<String> region) {
    return region.filter(name -> name.startsWith(CHINA)).isPresent();
  }

  private static String regionOrNone(String text) {
    return text.equals(NEITHER) ? text : region(text);
  }

  /** The ARN of a table's stream. */
  static String stream(String text) {
    return matching(STREAM, text, "a stream's ARN");
  }

  private static String region(String text) {
    return matching(REGION, text, "a region such as cn-north-1");
  }

  private static String matching(Pattern pattern, String text, String what) {
    if (!pattern.matcher(text).matches()) {
      throw new BrokenRule("must be " + what);
    }
    return text;
  }
}
