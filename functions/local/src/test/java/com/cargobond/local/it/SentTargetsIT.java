package com.cargobond.local.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that no careful client sends: each means what it says, or is refused with a problem. */
@ExtendWith(SharedSystem.class)
class SentTargetsIT {

  private final URI api;

  SentTargetsIT(RunningSystem system) {
    this.api = system.baseUrl();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/deposits/a|b, 404, there is no such deposit",
    "/v1/deposits/100%, 404, there is no such deposit",
    "/v1/deposits/100%zz, 404, there is no such deposit",
    "/v1/deposits/银行, 404, there is no such deposit",
    "/v1/deposits/[x]^{}`<>\\, 404, there is no such deposit",
    "/v1/exceptions?colour=a|b, 400, colour is not a known query parameter",
    "/v1/exceptions?kind=%zz, 400, kind",
    "/v1/nothing|, 404, Not Found"
  })
  void an_unencoded_target_is_answered_with_its_problem(String target, int status, String detail)
      throws IOException {
    assertThat(exchange(target))
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("cache-control: no-store")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .contains(detail);
  }

  /** HTTP clients send no such target: they encode it, or refuse to. */
  private String exchange(String target) throws IOException {
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      String request =
          """
          GET %s HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Connection: close\r
          \r
          """
              .formatted(target, api.getAuthority(), Bearer.ops());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
