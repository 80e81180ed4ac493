package com.cargobond.local.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one event.
 *
 * @param id the event's id, or what stands for it
 * @param problem why it was refused, with the fields; empty if it was accepted
 */
public record PostResult(String id, Optional<String> problem) {

  /** Taken, durably. */
  static PostResult accepted(String id) {
    return new PostResult(id, Optional.empty());
  }

  /** Not taken. */
  static PostResult refused(String id, String why) {
    return new PostResult(id, Optional.of(why));
  }

  /** Not taken, with an {@code application/problem+json} whose detail says why. */
  static PostResult refused(String id, int status, JsonNode problem) {
    String title = problem.path("title").asText("");
    String detail = problem.path("detail").asText("");
    List<String> parts = new ArrayList<>();
    parts.add(title.isEmpty() ? "HTTP " + status : title);
    if (!detail.isEmpty() && !detail.equals(title)) {
      parts.add(detail);
    }
    return refused(id, String.join("; ", parts));
  }

  /** Whether the event was taken. */
  public boolean isAccepted() {
    return problem.isEmpty();
  }
}
