package com.cargobond.api;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.store.ExceptionFilter;
import com.cargobond.store.Ledger;
import com.cargobond.store.OpenException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which exceptions a caller means. */
final class ExceptionQuery {

  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ExceptionQuery() {}

  /** Those of a list; a parameter that is not there asks for all. */
  static ExceptionFilter read(String kind, String code) {
    return new ExceptionFilter(
        Optional.ofNullable(kind).map(text -> parameter("kind", text, ExceptionQuery::kind)),
        Optional.ofNullable(code).map(text -> parameter("code", text, ExceptionQuery::code)));
  }

  /**
   * Those that shall be sent again.
   *
   * @param limit how many of them at most
   */
  record Resending(ExceptionFilter filter, int limit) {

    static Resending read(FieldReader in) {
      Kind kind = in.text("kind", ExceptionQuery::resendable);
      Optional<String> code = in.optionalText("code", ExceptionQuery::code);
      return new Resending(
          new ExceptionFilter(Optional.ofNullable(kind), code),
          in.integer("limit", 1, Ledger.PAGE_SIZE_MAX));
    }
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenRule("must be one of " + Arrays.toString(Kind.values())));
  }

  private static Kind resendable(String text) {
    return Arrays.stream(Kind.values())
        .filter(Kind::isSetAside)
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenRule("must be EVENT or MESSAGE: only these are sent again"));
  }

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new BrokenRule("must be 1 to 64 capital letters or underscores");
    }
    return text;
  }

  private static <T> T parameter(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (BrokenRule broken) {
      throw new InvalidInput(List.of(new Violation(name, broken.getMessage())));
    }
  }
}
