package com.cargobond.api.frame.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.AuthenticationFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token is refused, and never makes a call fail, where it is larger, deeper or later than any.
 */
class TokenBoundsTest {

  private static final long NOW = SignedTokens.CLOCK.instant().getEpochSecond();
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private final SignedTokens tokens = new SignedTokens();

  @Test
  void claims_may_be_nested_as_deep_as_any_issuer_nests() {
    accepts(other(nested(249)));
    refuses(other(nested(250)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 3_000, 5_000, 7_000})
  void claims_that_would_not_fit_on_a_stack_are_refused(int depth) {
    refuses(other(nested(depth)));
  }

  @Test
  void a_token_has_8_KiB_at_most() {
    accepts(other('"' + "x".repeat(5_900) + '"'));
    refuses(other('"' + "x".repeat(6_100) + '"'));
  }

  @Test
  void a_token_lives_for_a_day_at_most() {
    accepts(claims(NOW, NOW + DAY, "0"));
    refuses(claims(NOW, NOW + DAY + 1, "0"));
  }

  @Test
  void seconds_that_are_no_time_are_refused() {
    refuses(claims(NOW, Long.MAX_VALUE, "0"));
    refuses(claims(Long.MAX_VALUE - 1, Long.MAX_VALUE, "0"));
    refuses(claims(Long.MIN_VALUE, NOW, "0"));
  }

  private void accepts(String claims) {
    assertThat(tokens.authenticate(utf8(claims)).hasRole(Role.OPS)).isTrue();
  }

  private void refuses(String claims) {
    assertThatExceptionOfType(AuthenticationFailedException.class)
        .isThrownBy(() -> tokens.authenticate(utf8(claims)));
  }

  private static String other(String json) {
    return claims(NOW, NOW + DAY, json);
  }

  private static String claims(long issued, long expires, String other) {
    return """
        {"iss": "https://cargobond.local", "aud": "cargobond", "sub": "a", "groups": ["OPS"],
         "iat": %d, "exp": %d, "other": %s}"""
        .formatted(issued, expires, other);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
