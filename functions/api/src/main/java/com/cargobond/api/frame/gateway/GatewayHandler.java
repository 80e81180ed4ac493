package com.cargobond.api.frame.gateway;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.cargobond.api.frame.answer.AnswerHeaders;
import com.cargobond.api.frame.answer.Problem;
import com.cargobond.domain.input.BrokenRule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.http.LambdaHttpHandler;
import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands before the framework's handler of API Gateway's payloads: makes of a payload the request
 * that the client sent, and sees to it that every error is a {@link Problem}.
 */
@Singleton
@Alternative
@Priority(1)
@Typed(LambdaHttpHandler.class)
@Unremovable
public class GatewayHandler extends LambdaHttpHandler {

  private final ObjectMapper json;

  GatewayHandler(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent payload, Context context) {
    String prefix = GatewayPayload.prefixOfClient(payload);
    APIGatewayV2HTTPResponse answer;
    try {
      answer = super.handleRequest(GatewayPayload.asSent(payload), context);
    } catch (BrokenRule malformed) {
      answer = new APIGatewayV2HTTPResponse();
      answer.setStatusCode(Response.Status.BAD_REQUEST.getStatusCode());
    }
    Map<String, String> headers = headers(answer);
    if (isErrorWithoutProblem(answer.getStatusCode(), headers)) {
      writeProblem(answer, headers);
    }
    // A client follows a path from the root of where it asked.
    headers.computeIfPresent(HttpHeaders.LOCATION, (name, path) -> prefix + path);
    answer.setHeaders(headers);
    return answer;
  }

  private static Map<String, String> headers(APIGatewayV2HTTPResponse answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (answer.getHeaders() != null) {
      headers.putAll(answer.getHeaders());
    }
    return headers;
  }

  /**
   * What the framework refuses by itself, before any code of ours, has no body or one of its own.
   */
  private static boolean isErrorWithoutProblem(int status, Map<String, String> headers) {
    return status >= Response.Status.BAD_REQUEST.getStatusCode()
        && !headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "").startsWith(Problem.MEDIA_TYPE);
  }

  private void writeProblem(APIGatewayV2HTTPResponse answer, Map<String, String> headers) {
    Response.StatusType status = Response.status(answer.getStatusCode()).build().getStatusInfo();
    headers.remove(HttpHeaders.CONTENT_LENGTH);
    headers.put(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    headers.putAll(AnswerHeaders.OF_EVERY_ANSWER);
    headers.putAll(AnswerHeaders.OF_PRIVATE_ANSWERS);
    answer.setMultiValueHeaders(null);
    answer.setIsBase64Encoded(false);
    try {
      answer.setBody(json.writeValueAsString(Problem.of(status)));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
