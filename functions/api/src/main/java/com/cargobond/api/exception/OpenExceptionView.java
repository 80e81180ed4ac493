package com.cargobond.api.exception;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.store.ledger.OpenException;
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
        exception.kind(),
        exception.subject(),
        exception.code(),
        exception.reference(),
        exception.detail().orElse(null),
        exception.count(),
        exception.since().toString(),
        exception.last().toString(),
        exception.capability(Capabilities.ALL),
        exception.meaning(Capabilities.ALL),
        exception.remedy(Capabilities.ALL),
        exception.isSetAside(),
        content);
  }
}
