package com.cargobond.api.frame.answer;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.ledger.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An error as RFC 9457 describes it.
 *
 * @param errors the fields that break a rule, if it is about fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(targets = {Problem.class, Violation.class})
public record Problem(
    String type, String title, int status, String detail, List<Violation> errors) {

  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(String name, String title, int status, String detail) {
    return new Problem("urn:cargobond:problem:" + name, title, status, detail, List.of());
  }

  /** What is said of a status by itself. */
  public static Problem of(Response.StatusType status) {
    return of(
        "http-" + status.getStatusCode(),
        status.getReasonPhrase(),
        status.getStatusCode(),
        status.getReasonPhrase());
  }

  /** Fields that break rules. */
  public static Problem of(InvalidInput invalid) {
    return new Problem(
        "urn:cargobond:problem:invalid-input",
        "The request breaks a rule",
        400,
        invalid.violations().stream()
            .map(violation -> (violation.field() + " " + violation.rule()).strip())
            .collect(Collectors.joining("; ")),
        invalid.violations());
  }

  static Problem of(Refused refused) {
    if (refused.code() == RefusalCode.NOT_FOUND) {
      return of("not-found", "Not found", 404, refused.getMessage());
    }
    return of(
        refused.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        capitalised(refused.code().meaning()),
        409,
        refused.getMessage());
  }

  /** What is not the caller's to do. */
  public static Problem forbidden(String detail) {
    return of("forbidden", "Not allowed", 403, detail);
  }

  /** A body that is not of a kind that is read. */
  public static Problem unsupported(String detail) {
    return of("unsupported-media-type", "Unsupported media type", 415, detail);
  }

  /** A queue or table that is late may have taken it all the same. */
  public static Problem unavailable() {
    return of("try-again", "Busy", 503, "it may not have been accepted; send the same again later");
  }

  /** As an answer. */
  public Response response() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
  }

  private static String capitalised(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
