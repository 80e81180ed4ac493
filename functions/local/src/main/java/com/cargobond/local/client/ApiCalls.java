package com.cargobond.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Calls the API as one role. Each method throws an unchecked exception of its own kind where there
 * is no answer.
 */
public interface ApiCalls {

  /** A status with the JSON that came with it, if any. */
  record Answer(int status, JsonNode body) {

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    @Override
    public String toString() {
      return status + " " + body;
    }
  }

  /** Reads a resource. */
  Answer get(String role, String path);

  /** Posts JSON. */
  Answer post(String role, String path, String json);

  /** Posts JSON under an idempotency key: what was done under it before is answered again. */
  Answer postOnce(String role, String path, String idempotencyKey, String json);
}
