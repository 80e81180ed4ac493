package com.cargobond.api.frame.request;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what a caller tells a request that it repeats from another. */
public final class IdempotencyKey {

  /** The header that carries it. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

  private IdempotencyKey() {}

  /**
   * The key of a request as the caller's own. From the headers themselves: to the framework, an
   * empty one is none.
   */
  public static Optional<String> of(HttpHeaders headers, Caller caller) {
    List<String> keys = headers.getRequestHeader(HEADER);
    if (keys == null || keys.isEmpty()) {
      return Optional.empty();
    }
    String key = Headers.whole(keys);
    if (!FORM.matcher(key).matches()) {
      throw new InvalidInput(
          List.of(new Violation(HEADER, "must be 1 to 128 printable characters")));
    }
    return Optional.of(caller.name() + "#" + key);
  }
}
