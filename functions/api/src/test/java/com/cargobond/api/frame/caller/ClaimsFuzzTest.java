package com.cargobond.api.frame.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Claims of any bytes, signed rightly, make a caller or a refusal, and nothing else; whoever it
 * makes can be written into the audit trail. {@code JAZZER_FUZZ=1} searches for claims that do
 * otherwise.
 */
class ClaimsFuzzTest {

  private final SignedTokens tokens = new SignedTokens();

  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "claims.dict")
  void the_claims_of_a_token(byte[] claims) {
    Optional<String> told = told(claims);
    assertThat(told(claims)).isEqualTo(told);
  }

  /** All that is asked of a caller; nothing if its token is refused. */
  private Optional<String> told(byte[] claims) {
    SecurityIdentity identity;
    try {
      identity = tokens.authenticate(claims);
    } catch (AuthenticationFailedException refused) {
      return Optional.empty();
    }
    Caller caller =
        new Caller(identity, (JsonWebToken) identity.getPrincipal(), SignedTokens.CLOCK);
    assertThat(caller.name()).matches("[!-~]{1,128}");
    return Optional.of(
        String.join(
            " ",
            List.of(
                caller.operator().toString(),
                caller.bank().toString(),
                caller.district().toString(),
                caller.decides("approve").actor())));
  }
}
