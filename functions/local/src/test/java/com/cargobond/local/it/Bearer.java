package com.cargobond.local.it;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.identity.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens for the systems under test: good ones, and every kind that must be refused. */
final class Bearer {

  private static final Tokens TOKENS = new Tokens(MachineKey.in(CommandLine.HOME));
  private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();
  private static final long HOUR_SECONDS = 3_600;

  private Bearer() {}

  static String carrier(String uscc) {
    return ISSUED.computeIfAbsent(
        uscc, operator -> TOKENS.sign(TokenHolder.carrier(new Uscc(operator))));
  }

  static String customs() {
    return of("CUSTOMS");
  }

  static String bank() {
    return of("BANK");
  }

  static String ops() {
    return of("OPS");
  }

  static String of(String role) {
    return ISSUED.computeIfAbsent(role, name -> TOKENS.sign(TokenHolder.of(TokenRole.of(name))));
  }

  /** Of one party of a role that has several. */
  static String of(String role, String party) {
    return ISSUED.computeIfAbsent(
        role + " " + party,
        name -> TOKENS.sign(TokenHolder.parse(role, Optional.of(party), Optional.empty())));
  }

  /** Signed by a key of another machine. */
  static String ofAnotherMachine(String role) {
    MachineKey foreign = MachineKey.in(CommandLine.HOME.resolve("another-machine"));
    return new Tokens(foreign).sign(TokenHolder.of(TokenRole.of(role)));
  }

  static String expired(String role) {
    return signed(claims(role, "https://cargobond.local", "cargobond", -HOUR_SECONDS));
  }

  static String ofAnotherIssuer(String role) {
    return signed(claims(role, "https://elsewhere.example", "cargobond", HOUR_SECONDS));
  }

  static String forAnotherAudience(String role) {
    return signed(claims(role, "https://cargobond.local", "elsewhere", HOUR_SECONDS));
  }

  static String unsigned(String role) {
    String claims = claims(role, "https://cargobond.local", "cargobond", HOUR_SECONDS);
    return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(claims) + ".";
  }

  /** Of a role, and of no party of it. */
  static String ofNoParty(String role) {
    return signed(claims(role, "https://cargobond.local", "cargobond", HOUR_SECONDS));
  }

  /** With these claims, whatever they are. */
  static String bearing(Map<String, Object> claims) {
    return signed(Fields.json(claims));
  }

  private static String claims(String role, String issuer, String audience, long validSeconds) {
    long now = Instant.now().getEpochSecond();
    return """
        {"iss":"%s","aud":"%s","sub":"%s","groups":["%s"],"iat":%d,"exp":%d,"jti":"%s"}"""
        .formatted(
            issuer, audience, role, role, now - 2 * HOUR_SECONDS, now + validSeconds, Ids.next());
  }

  private static String signed(String claims) {
    String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(machineKey());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encoded(signature.sign());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PrivateKey machineKey() throws GeneralSecurityException, IOException {
    Path file = CommandLine.HOME.resolve("machine-key.pem");
    String base64 = Files.readString(file).replaceAll("-----.*-----", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
