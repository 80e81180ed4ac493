package com.cargobond.domain.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short digest of content in a canonical form: fields sorted by name, strings quoted. */
public final class Fingerprint {

  /** 128 bits: enough against accident; an id that is reused on purpose is not a secret. */
  private static final int BYTES = 16;

  private Fingerprint() {}

  /** The digest of the parts in their order. */
  public static String of(Object... parts) {
    byte[] digest = digest(parts);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }

  /** The whole digest of the parts in their order, in hexadecimal. */
  public static String sha256(Object... parts) {
    return HexFormat.of().formatHex(digest(parts));
  }

  private static byte[] digest(Object... parts) {
    StringBuilder canonical = new StringBuilder();
    write(canonical, Arrays.asList(parts));
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static void write(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('{');
        new TreeMap<>(map)
            .forEach(
                (name, item) -> {
                  write(out, name);
                  write(out, item);
                });
        out.append('}');
      }
      case Iterable<?> items -> {
        out.append('[');
        items.forEach(item -> write(out, item));
        out.append(']');
      }
      case String text -> out.append(text.length()).append(':').append(text);
      case null -> out.append('~');
      default -> out.append('#').append(value).append(';');
    }
  }
}
