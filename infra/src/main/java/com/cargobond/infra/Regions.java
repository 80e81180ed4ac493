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
 * @param failedOver whether it has taken over
 * @param standbyOutboxStream the stream of the standby's outbox table, which exists only once the
 *     table does
 */
record Regions(
    String home,
    Optional<String> standby,
    boolean failedOver,
    Optional<String> standbyOutboxStream) {

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-\\d");
  private static final Pattern STREAM =
      Pattern.compile("arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\\d{12}:table/[^/]+/stream/\\S+");
  private static final String CHINA = "cn-";

  static Regions read(FieldReader in, Stage stage, Optional<String> usual) {
    Optional<String> given = in.optionalText("region", Regions::region);
    // Production does not go where somebody's profile happens to point.
    Optional<String> home = stage == Stage.PROD ? given : given.or(() -> usual);
    Optional<String> standby = in.optionalText("standbyRegion", Regions::region);
    Optional<String> active = in.optionalText("activeRegion", Regions::region);
    Optional<String> stream =
        in.optionalText("standbyOutboxStream", text -> matching(STREAM, text, "a stream's ARN"));
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
      in.violation("activeRegion", "must be region or standbyRegion");
    }
    boolean failedOver = active.isPresent() && active.equals(standby);
    if (failedOver && stream.isEmpty()) {
      in.violation(
          "standbyOutboxStream",
          "is required while the standby is active: infra/README.md says how to find it");
    }
    return new Regions(home.orElse(""), standby, failedOver, stream);
  }

  private static boolean isChina(Optional<String> region) {
    return region.filter(name -> name.startsWith(CHINA)).isPresent();
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
