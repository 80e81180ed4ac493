package com.cargobond.api.frame.request;

import com.cargobond.api.frame.answer.Problem;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses headers that say nothing, or two things where there can be one: the framework would take
 * them for an error of ours, or choose.
 */
class MalformedHeaders {

  @ServerRequestFilter(preMatching = true)
  Optional<Response> refuse(ContainerRequestContext request) {
    if (request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of()).size() > 1) {
      throw new UnauthorizedException();
    }
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isMediaType(type)) {
      return problem(Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accepted != null
        && !Arrays.stream(accepted.split(",")).allMatch(MalformedHeaders::isMediaType)) {
      return problem(Response.Status.NOT_ACCEPTABLE);
    }
    return Optional.empty();
  }

  private static Optional<Response> problem(Response.Status status) {
    return Optional.of(Problem.of(status).response());
  }

  private static boolean isMediaType(String text) {
    try {
      MediaType.valueOf(text.strip());
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
