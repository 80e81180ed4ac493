package com.cargobond.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens say who calls, and verify with this machine's key only. */
class TokensTest {

  private static final Uscc OPERATOR = new Uscc("91310115MA1AB2C343");

  @TempDir Path directory;

  @Test
  void a_carriers_token_verifies_and_names_its_operator() throws Exception {
    MachineKey key = MachineKey.in(directory);
    JwtClaims claims =
        verifier(key).processToClaims(new Tokens(key).sign(TokenHolder.carrier(OPERATOR)));
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("CARRIER");
    assertThat(claims.getStringClaimValue("uscc")).isEqualTo(OPERATOR.value());
    assertThat(claims.getSubject()).isEqualTo(OPERATOR.value());
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isEqualTo(Tokens.VALID_FOR.toSeconds());
  }

  @ParameterizedTest
  @CsvSource({
    "BANK, , cnaps, 313651027012, bank",
    "BANK, 303791000177, cnaps, 303791000177, 303791000177",
    "CUSTOMS, , district, 0000, customs",
    "CUSTOMS, 2233, district, 2233, 2233",
  })
  void a_token_names_its_party(
      String role, String party, String claim, String named, String subject) throws Exception {
    MachineKey key = MachineKey.in(directory);
    TokenHolder caller = TokenHolder.parse(role, Optional.ofNullable(party), Optional.empty());
    JwtClaims claims = verifier(key).processToClaims(new Tokens(key).sign(caller));
    assertThat(claims.getStringListClaimValue("groups")).containsExactly(role);
    assertThat(claims.getStringClaimValue(claim)).isEqualTo(named);
    assertThat(claims.getSubject()).isEqualTo(subject);
    assertThat(claims.hasClaim("uscc")).isFalse();
  }

  @Test
  void a_token_names_who_acts() throws Exception {
    MachineKey key = MachineKey.in(directory);
    TokenHolder caller = TokenHolder.parse("BANK", Optional.empty(), Optional.of("officer-7"));
    assertThat(verifier(key).processToClaims(new Tokens(key).sign(caller)).getSubject())
        .isEqualTo("officer-7");
    assertThatThrownBy(() -> TokenHolder.parse("BANK", Optional.empty(), Optional.of("two words")))
        .isInstanceOf(BrokenRule.class);
  }

  @Test
  void another_machines_token_does_not_verify() {
    String token =
        new Tokens(MachineKey.in(directory.resolve("other"))).sign(TokenHolder.of(TokenRole.BANK));
    JwtConsumer here = verifier(MachineKey.in(directory.resolve("here")));
    assertThatThrownBy(() -> here.processToClaims(token)).isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void the_key_is_made_once_for_its_owners_eyes_only() throws Exception {
    MachineKey first = MachineKey.in(directory.resolve("new"));
    MachineKey second = MachineKey.in(directory.resolve("new"));
    assertThat(second.privateKey()).isEqualTo(first.privateKey());
    assertThat(first.publicKey().getModulus().bitLength()).isEqualTo(2048);
    assertThat(first.publicKeyPem()).startsWith("-----BEGIN PUBLIC KEY-----\n");
    assertThat(Files.list(directory.resolve("new")))
        .singleElement()
        .satisfies(
            file ->
                assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  @Test
  void a_file_that_is_no_key_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("machine-key.pem"), "nonsense");
    assertThatThrownBy(() -> MachineKey.in(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "carrier, , 'role must be CARRIER, CUSTOMS, BANK, OPS or NETWORK'",
    "CARRIER, , 'CARRIER needs the operator''s USCC, such as 91310115MA1AB2C343'",
    "CARRIER, 91310115MA1AB2C344, 'uscc 91310115MA1AB2C344: check character'",
    "BANK, 91310115MA1AB2C343, 'cnaps 91310115MA1AB2C343: must be 12 digits'",
    "CUSTOMS, 22, 'district 22: must be 4 digits'",
    "OPS, 2233, 'OPS is one party: leave 2233 out'",
  })
  void a_wrong_role_or_party_is_refused_with_its_reason(String role, String party, String reason) {
    assertThatThrownBy(() -> TokenHolder.parse(role, Optional.ofNullable(party), Optional.empty()))
        .isInstanceOf(BrokenRule.class)
        .hasMessageStartingWith(reason);
  }

  private static JwtConsumer verifier(MachineKey key) {
    return new JwtConsumerBuilder()
        .setVerificationKey(key.publicKey())
        .setExpectedIssuer(Tokens.ISSUER)
        .setExpectedAudience(Tokens.AUDIENCE)
        .setRequireExpirationTime()
        .setRequireSubject()
        .build();
  }
}
