package com.cargobond.api.frame.caller;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How large and how deep a token is at most. The library goes down into claims as deep as they are
 * nested, each level on the stack, so this is asked before it reads them.
 */
final class TokenBounds {

  /** What is longer is no token of a party, and costs each call that bears it. */
  private static final int CHARACTERS_MAX = 8 * 1024;

  /** Far deeper than any issuer nests, and far from the end of a stack. */
  private static final int NESTING_MAX = 250;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
          .build();

  private TokenBounds() {}

  /**
   * Refuses what exceeds them.
   *
   * @throws ParseException also if the claims are not JSON
   */
  static void require(String token) throws ParseException {
    if (token.length() > CHARACTERS_MAX) {
      throw new ParseException("is longer than " + CHARACTERS_MAX + " characters");
    }
    String[] parts = token.split("\\.", -1);
    try (JsonParser claims = JSON.createParser(decoded(parts.length > 1 ? parts[1] : ""))) {
      while (claims.nextToken() != null) {
        // Each token of it is asked for; none is needed.
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ParseException(
          "the claims are no JSON, or nested deeper than " + NESTING_MAX, unreadable);
    }
  }

  /** As the library decodes them. */
  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
