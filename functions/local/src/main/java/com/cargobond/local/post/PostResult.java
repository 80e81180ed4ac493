package com.cargobond.local.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one event.
 *
 * @param id the event's id, or what stands for it
 * @param problem why it was not accepted, in the system's words; empty if it was
 */
public record PostResult(String id, Outcome outcome, String problem) {

  /** Whether the system has the event. */
  public enum Outcome {
    /** Taken, durably. */
    ACCEPTED,
    /** Not taken, and the same again will not be. */
    REFUSED,
    /** Not taken, or not known to be; the same again may be, and counts once. */
    AGAIN
  }

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  static PostResult accepted(String id) {
    return new PostResult(id, Outcome.ACCEPTED, "");
  }

  static PostResult refused(String id, String why) {
    return new PostResult(id, Outcome.REFUSED, why);
  }

  static PostResult again(String id, String why) {
    return new PostResult(id, Outcome.AGAIN, why);
  }

  /** Not accepted, with a status and an answer that says why. */
  static PostResult notAccepted(String id, int status, JsonNode answer) {
    return new PostResult(
        id, isTemporary(status) ? Outcome.AGAIN : Outcome.REFUSED, words(status, answer));
  }

  /** Whether the status says nothing of what was sent, only of the moment. */
  private static boolean isTemporary(int status) {
    return switch (status) {
      case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY_REQUESTS -> true;
      default -> status >= SERVER_ERROR;
    };
  }

  /** The title and detail of a problem, or what a gateway says instead. */
  private static String words(int status, JsonNode answer) {
    List<String> words = new ArrayList<>();
    for (String part : List.of("title", "detail", "message")) {
      String text = answer.path(part).asText("");
      if (!text.isEmpty() && !words.contains(text)) {
        words.add(text);
      }
    }
    return words.isEmpty() ? "HTTP " + status : String.join("; ", words);
  }
}
