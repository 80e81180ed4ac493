package com.cargobond.api.event;

import com.cargobond.api.frame.answer.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Whether one event is durably queued, and if not, why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record EventResult(String id, boolean accepted, Problem problem) {

  static EventResult accepted(String id) {
    return new EventResult(id, true, null);
  }

  static EventResult refused(String id, Problem problem) {
    return new EventResult(id, false, problem);
  }
}
