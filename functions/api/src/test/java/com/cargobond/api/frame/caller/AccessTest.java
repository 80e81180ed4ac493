package com.cargobond.api.frame.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** Every party reaches its own: the one rule that every capability hands its owners to. */
class AccessTest {

  private static final Owners OWNERS =
      new Owners(
          Set.of(new Uscc("91310115MA1AB2C343")),
          Set.of(new CnapsCode("313651027012")),
          Owners.offices(List.of(new DeclarationNo("223320261000000123"))));

  private static final long NOW = SignedTokens.CLOCK.instant().getEpochSecond();

  private final SignedTokens tokens = new SignedTokens();

  @Test
  void a_carrier_reaches_what_is_about_it_and_else_nothing_is_there() {
    reaches("CARRIER", "\"uscc\":\"91310115MA1AB2C343\"");
    isNotThere("CARRIER", "\"uscc\":\"9131000010000595XD\"");
  }

  @Test
  void a_bank_reaches_what_it_is_a_party_to_and_else_nothing_is_there() {
    reaches("BANK", "\"cnaps\":\"313651027012\"");
    isNotThere("BANK", "\"cnaps\":\"402873300213\"");
  }

  @Test
  void customs_reaches_what_its_district_or_all_of_it_is_in_charge_of_and_else_is_told_so() {
    reaches("CUSTOMS", "\"district\":\"2233\"");
    reaches("CUSTOMS", "\"district\":\"2200\"");
    reaches("CUSTOMS", "\"district\":\"0000\"");

    Access another = access("CUSTOMS", "\"district\":\"5100\"");
    assertThat(another.reaches(OWNERS)).isFalse();
    assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> own(another));
  }

  @Test
  void operations_reach_everything() {
    reaches("OPS", "\"other\":\"claim\"");
  }

  @Test
  void who_does_not_say_which_party_it_is_owns_nothing() {
    isNotThere("CARRIER", "\"cnaps\":\"313651027012\"");
    isNotThere("BANK", "\"cnaps\":\"no code\"");
  }

  @Test
  void a_caller_of_several_roles_is_bound_by_each() {
    reaches("BANK\",\"CUSTOMS", "\"cnaps\":\"313651027012\",\"district\":\"2233\"");
    isNotThere("BANK\",\"CUSTOMS", "\"cnaps\":\"402873300213\",\"district\":\"2233\"");
    isNotThere("OPS\",\"BANK", "\"cnaps\":\"402873300213\"");
  }

  @Test
  void what_names_no_office_yet_is_a_matter_of_all_of_customs() {
    Owners undeclared = new Owners(Set.of(), Set.of(), Owners.offices(Set.of()));

    assertThat(access("CUSTOMS", "\"district\":\"5100\"").reaches(undeclared)).isTrue();
  }

  @Test
  void what_there_is_not_is_answered_as_what_is_another_s() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () ->
                access("OPS", "\"other\":\"claim\"").own(Optional.empty(), any -> OWNERS, "parcel"))
        .withMessage("there is no such parcel");
  }

  private void reaches(String roles, String party) {
    Access access = access(roles, party);
    assertThat(access.reaches(OWNERS)).isTrue();
    assertThat(own(access)).isEqualTo("thing");
  }

  private void isNotThere(String roles, String party) {
    Access access = access(roles, party);
    assertThat(access.reaches(OWNERS)).isFalse();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> own(access))
        .withMessage("there is no such parcel")
        .extracting(Refused::code)
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  private static String own(Access access) {
    return access.own(Optional.of("thing"), thing -> OWNERS, "parcel");
  }

  private Access access(String roles, String party) {
    String claims =
        """
        {"iss":"https://cargobond.local","aud":"cargobond","sub":"somebody","groups":["%s"],\
        "iat":%d,"exp":%d,%s}"""
            .formatted(roles, NOW, NOW + 60, party);
    SecurityIdentity identity = tokens.authenticate(claims.getBytes(StandardCharsets.UTF_8));
    return new Access(
        new Caller(identity, (JsonWebToken) identity.getPrincipal(), SignedTokens.CLOCK));
  }
}
