package com.cargobond.api.frame.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client or a gateway left unencoded becomes what RFC 3986 allows. */
class PercentEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/deposits/a b, /v1/deposits/a%20b",
    "/v1/deposits/a|b, /v1/deposits/a%7Cb",
    "/v1/deposits/100%, /v1/deposits/100%25",
    "/v1/deposits/100%zz, /v1/deposits/100%25zz",
    "/v1/deposits/%4, /v1/deposits/%254",
    "/v1/deposits/a#b, /v1/deposits/a%23b",
    "/v1/deposits/银, /v1/deposits/%E9%93%B6",
    "/v1/deposits/💰, /v1/deposits/%F0%9F%92%B0",
    "/v1/exceptions?kind=a|b&after=c d, /v1/exceptions?kind=a%7Cb&after=c%20d",
    "/v1/exceptions?after=a?b%, /v1/exceptions?after=a?b%25"
  })
  void what_may_not_stand_in_a_target_is_encoded(String sent, String encoded) {
    assertThat(PercentEncoding.ofTarget(sent)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/deposits/a%20b%2Fc%7c",
    "/v1/shipments/91310115MA1AB2C343/H-1;a=b",
    "/v1/exceptions?kind=MESSAGE&after=a%2Bb+c",
    "/openapi?"
  })
  void what_is_encoded_stays_as_it_is(String sent) {
    assertThat(PercentEncoding.ofTarget(sent)).isEqualTo(sent);
  }

  @Property
  void whatever_is_sent_becomes_a_target_and_only_once(@ForAll String sent) {
    String encoded = PercentEncoding.ofTarget("/" + sent);

    assertThat(URI.create("http://host" + encoded).getRawSchemeSpecificPart())
        .isEqualTo("//host" + encoded);
    assertThat(PercentEncoding.ofTarget(encoded)).isEqualTo(encoded);
  }
}
