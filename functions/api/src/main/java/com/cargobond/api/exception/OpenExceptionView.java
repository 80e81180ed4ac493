package com.cargobond.api.exception;

import com.cargobond.store.OpenException;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that needs a person.
 *
 * @param count how many matters of this code the subject has; reference and detail are the first's
 * @param since when the first came up, and last the last
 * @param content the first that was set aside, as it came; only where one exception is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenExceptionView(
    String id,
    String kind,
    String subject,
    String code,
    String reference,
    String detail,
    int count,
    String since,
    String last,
    String capability,
    String meaning,
    String remedy,
    boolean resendable,
    String content) {

  static OpenExceptionView of(OpenException exception) {
    return of(exception, null);
  }

  static OpenExceptionView of(OpenException exception, String content) {
    return new OpenExceptionView(
        exception.id(),
        exception.kind().name(),
        exception.subject(),
        exception.code(),
        exception.reference(),
        exception.detail().orElse(null),
        exception.count(),
        exception.since().toString(),
        exception.last().toString(),
        exception.capability(),
        exception.meaning(),
        exception.remedy(),
        exception.kind().isSetAside(),
        content);
  }
}
