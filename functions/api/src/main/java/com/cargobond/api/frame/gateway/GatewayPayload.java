package com.cargobond.api.frame.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.cargobond.domain.input.BrokenRule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A payload of API Gateway's format 2.0, and the request that it stands for. */
final class GatewayPayload {

  private static final String DEFAULT_STAGE = "$default";
  private static final String OWN_DOMAIN = ".execute-api.";
  private static final String CONTENT_LENGTH = "content-length";
  private static final String TRANSFER_ENCODING = "transfer-encoding";

  private GatewayPayload() {}

  /**
   * What stands before the API's own paths in the payload: {@code /STAGE} where the stage has a
   * name, else nothing.
   */
  private static String stagePrefix(APIGatewayV2HTTPEvent payload) {
    String stage =
        payload.getRequestContext() == null ? null : payload.getRequestContext().getStage();
    if (stage == null || stage.equals(DEFAULT_STAGE)) {
      return "";
    }
    String prefix = "/" + stage;
    return path(payload).startsWith(prefix + "/") ? prefix : "";
  }

  /**
   * What stands before the API's own paths where the client asked: a stage is part of the gateway's
   * own addresses only, not of those of a domain that is mapped to it.
   */
  static String prefixOfClient(APIGatewayV2HTTPEvent payload) {
    String prefix = stagePrefix(payload);
    if (prefix.isEmpty()) {
      return prefix;
    }
    String domain = payload.getRequestContext().getDomainName();
    return domain != null && domain.contains(OWN_DOMAIN) ? prefix : "";
  }

  /**
   * Changes the payload into one that says what the client sent: the gateway decodes paths, puts
   * the stage before them, and passes on how the body was framed on its way.
   *
   * @throws BrokenRule if the body is said to be in base64 and is not
   */
  static APIGatewayV2HTTPEvent asSent(APIGatewayV2HTTPEvent payload) {
    String path = path(payload).substring(stagePrefix(payload).length());
    payload.setRawPath(PercentEncoding.ofPath(path.startsWith("/") ? path : "/" + path));
    if (payload.getRawQueryString() != null) {
      payload.setRawQueryString(PercentEncoding.ofQuery(payload.getRawQueryString()));
    }
    payload.setHeaders(headers(payload));
    return payload;
  }

  private static String path(APIGatewayV2HTTPEvent payload) {
    return payload.getRawPath() == null ? "" : payload.getRawPath();
  }

  /** The length is that of the body at hand. */
  private static Map<String, String> headers(APIGatewayV2HTTPEvent payload) {
    Map<String, String> headers = new HashMap<>();
    if (payload.getHeaders() != null) {
      payload
          .getHeaders()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    headers.remove(TRANSFER_ENCODING);
    headers.remove(CONTENT_LENGTH);
    int length = length(payload);
    if (length > 0) {
      headers.put(CONTENT_LENGTH, Integer.toString(length));
    }
    return headers;
  }

  private static int length(APIGatewayV2HTTPEvent payload) {
    String body = payload.getBody();
    if (body == null) {
      return 0;
    }
    if (!payload.getIsBase64Encoded()) {
      return body.getBytes(StandardCharsets.UTF_8).length;
    }
    try {
      return Base64.getDecoder().decode(body).length;
    } catch (IllegalArgumentException malformed) {
      throw new BrokenRule("the body is not the base64 that the payload says it is");
    }
  }
}
