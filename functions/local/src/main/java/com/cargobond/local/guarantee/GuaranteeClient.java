package com.cargobond.local.guarantee;

import com.cargobond.local.client.ApiCalls;
import com.cargobond.local.client.ApiCalls.Answer;
import com.cargobond.local.client.UnexpectedAnswer;
import com.cargobond.local.identity.TokenRole;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** One guarantee in the running system: issued, registered, and looked at by its bank. */
public final class GuaranteeClient {

  private static final String BANK = TokenRole.BANK.name();

  private final ApiCalls api;
  private final Application application;
  private final String path;

  private GuaranteeClient(ApiCalls api, Application application, String guaranteeId) {
    this.api = api;
    this.application = application;
    this.path = "/v1/guarantees/" + guaranteeId;
  }

  /**
   * What is applied for.
   *
   * @param name what failures call it
   * @param idempotencyKey under which it is issued, once
   * @param json the body with which the bank issues it
   * @param registrationNo the number under which Customs registers it
   */
  public record Application(
      String name, String idempotencyKey, String json, String registrationNo) {}

  /**
   * Issues and registers a guarantee; where that was done before, finds it.
   *
   * @throws UnexpectedAnswer if it does not come into force
   */
  public static GuaranteeClient open(ApiCalls api, Application application) {
    Answer issued =
        api.postOnce(BANK, "/v1/guarantees", application.idempotencyKey(), application.json());
    String id = issued.body().path("guaranteeId").asText();
    if (!issued.isSuccess() || id.isEmpty()) {
      throw new UnexpectedAnswer(application.name() + " could not be issued: " + issued);
    }
    GuaranteeClient guarantee = new GuaranteeClient(api, application, id);
    guarantee.register();
    return guarantee;
  }

  /** Where the API has it. */
  public String path() {
    return path;
  }

  /**
   * Its {@code position} as the API shows it.
   *
   * @throws UnexpectedAnswer if it shows none
   */
  public JsonNode position() {
    return terms().path("position");
  }

  private void register() {
    if (isActive()) {
      return;
    }
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("registrationNo", application.registrationNo())
            .toString();
    Answer registered = api.post(TokenRole.CUSTOMS.name(), path + "/registration", body);
    if (!isActive()) {
      throw new UnexpectedAnswer(application.name() + " could not be registered: " + registered);
    }
  }

  private boolean isActive() {
    return terms().path("status").asText().equals("ACTIVE");
  }

  private JsonNode terms() {
    Answer answer = api.get(BANK, path);
    if (!answer.isSuccess()) {
      throw new UnexpectedAnswer(application.name() + " could not be read: " + answer);
    }
    return answer.body();
  }
}
