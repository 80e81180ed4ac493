package com.cargobond.local.it;

import static com.cargobond.local.it.Application.aGuarantee;
import static com.cargobond.local.it.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are signed rightly and say odd things: an issuer is configured by people. */
@ExtendWith(SharedSystem.class)
class TokensOfAnyShapeIT {

  private static final long HOUR_SECONDS = 3_600;
  private static IssuedGuarantee guarantee;

  @BeforeAll
  static void issue() {
    guarantee = aGuarantee().active();
  }

  static Stream<Arguments> odd() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        Arguments.of("groups", List.of("BANK"), 200),
        Arguments.of("groups", "BANK", 200),
        Arguments.of("groups", List.of("BANK", "OPS"), 200),
        Arguments.of("groups", "OPS BANK", 403),
        Arguments.of("groups", "bank", 403),
        Arguments.of("groups", 7, 401),
        Arguments.of("groups", Map.of("BANK", true), 401),
        Arguments.of("groups", List.of(List.of("BANK")), 403),
        Arguments.of("groups", List.of(), 403),
        Arguments.of("cnaps", 313651027012L, 404),
        Arguments.of("cnaps", List.of("313651027012"), 404),
        Arguments.of("cnaps", Map.of(), 404),
        Arguments.of("cnaps", "", 404),
        Arguments.of("cnaps", " 313651027012", 404),
        Arguments.of("cnaps", "x".repeat(2_000), 404),
        Arguments.of("cnaps", nested(200), 404),
        Arguments.of("other", nested(200), 200),
        Arguments.of("other", nested(300), 401),
        Arguments.of("other", new BigDecimal("1e400"), 401),
        Arguments.of("other", "x".repeat(8 * 1024), 401),
        Arguments.of("sub", "", 401),
        Arguments.of("sub", " ", 401),
        Arguments.of("sub", "x".repeat(129), 401),
        Arguments.of("exp", now + 9 * 24 * HOUR_SECONDS, 401),
        Arguments.of("exp", 253_402_300_799L, 401),
        Arguments.of("exp", Long.MAX_VALUE, 401),
        Arguments.of("iat", now + HOUR_SECONDS, 401));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("odd")
  void a_claim_of_any_shape_is_taken_or_refused(String claim, Object value, int status) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "https://cargobond.local");
    claims.put("aud", "cargobond");
    claims.put("sub", "bank");
    claims.put("groups", List.of("BANK"));
    claims.put("cnaps", "313651027012");
    claims.put("iat", now);
    claims.put("exp", now + HOUR_SECONDS);
    claims.put(claim, value);

    assertThat(as(Bearer.bearing(claims)).get(guarantee.path()).statusCode()).isEqualTo(status);
  }

  private static Object nested(int depth) {
    return depth == 0 ? "end" : List.of(nested(depth - 1));
  }
}
