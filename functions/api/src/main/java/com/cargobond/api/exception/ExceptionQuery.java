package com.cargobond.api.exception;

import com.cargobond.api.frame.request.QueryParameters;
import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.ledger.ExceptionFilter;
import com.cargobond.store.ledger.ExceptionPlace;
import com.cargobond.store.ledger.Ledger;
import com.cargobond.store.ledger.OpenException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which exceptions a caller means. */
final class ExceptionQuery {

  private static final Pattern CODE = Pattern.compile("[A-Z_]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private ExceptionQuery() {}

  /** Those of a list; a parameter that is not there asks for all. */
  static ExceptionFilter read(String kind, String code, String capability) {
    return new ExceptionFilter(
        QueryParameters.parse("kind", kind, ExceptionQuery::kind),
        QueryParameters.parse("code", code, ExceptionQuery::code),
        QueryParameters.parse("capability", capability, ExceptionQuery::capability));
  }

  /** Where a page of them begins. */
  static Optional<ExceptionPlace> after(String after) {
    return QueryParameters.parse("after", after, ExceptionPlace::parse);
  }

  /**
   * Those that shall be sent again.
   *
   * @param limit how many of them at most
   * @param before until when they were set aside; empty for now
   */
  record Resending(ExceptionFilter filter, int limit, Optional<Instant> before) {

    static Resending read(FieldReader in) {
      String kind = in.text("kind", ExceptionQuery::resendable);
      Optional<String> code = in.optionalText("code", ExceptionQuery::code);
      return new Resending(
          new ExceptionFilter(Optional.ofNullable(kind), code, Optional.empty()),
          in.integer("limit", 1, Ledger.PAGE_SIZE_MAX),
          in.optionalTime("before"));
    }
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String kind(String text) {
    return oneOf(OpenException.kinds(Capabilities.ALL), text);
  }

  private static String resendable(String text) {
    if (!text.equals(OpenException.EVENT) && !text.equals(OpenException.MESSAGE)) {
      throw new BrokenRule("must be EVENT or MESSAGE: only these are sent again");
    }
    return text;
  }

  private static String capability(String text) {
    return oneOf(OpenException.capabilities(Capabilities.ALL), text);
  }

  private static String oneOf(List<String> known, String text) {
    if (!known.contains(text)) {
      throw new BrokenRule("must be one of " + known);
    }
    return text;
  }

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new BrokenRule("must be 1 to 64 capital letters or underscores");
    }
    return text;
  }
}
