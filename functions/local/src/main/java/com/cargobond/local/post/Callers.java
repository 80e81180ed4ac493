package com.cargobond.local.post;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.fasterxml.jackson.databind.JsonNode;

/** Who may post an event. */
final class Callers {

  private Callers() {}

  /**
   * The carrier that the subject names for {@code cargo.*}, Customs for {@code customs.*}.
   *
   * @throws BrokenRule if the type or the subject does not say
   */
  static TokenHolder of(JsonNode event) {
    String type = event.path("type").asText();
    if (type.startsWith("customs.")) {
      return TokenHolder.of(TokenRole.CUSTOMS);
    }
    if (!type.startsWith("cargo.")) {
      throw new BrokenRule("type must be one of cargo.* or customs.*");
    }
    String subject = event.path("subject").asText();
    int slash = subject.indexOf('/');
    if (slash < 0) {
      throw new BrokenRule("subject must be <operator USCC>/<house waybill>");
    }
    try {
      return TokenHolder.carrier(new Uscc(subject.substring(0, slash)));
    } catch (BrokenRule e) {
      throw new BrokenRule("subject: USCC " + e.getMessage());
    }
  }
}
