package com.cargobond.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what is no media type at all: the framework would take it for an error of ours. */
class MalformedMediaTypes {

  @ServerRequestFilter(preMatching = true)
  Optional<Response> refuse(ContainerRequestContext request) {
    if (isMalformed(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
      return problem(Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
    if (isMalformed(request.getHeaderString(HttpHeaders.ACCEPT))) {
      return problem(Response.Status.NOT_ACCEPTABLE);
    }
    return Optional.empty();
  }

  private static Optional<Response> problem(Response.Status status) {
    return Optional.of(Problem.of(status).response());
  }

  private static boolean isMalformed(String header) {
    if (header == null) {
      return false;
    }
    try {
      for (String type : header.split(",")) {
        MediaType.valueOf(type.strip());
      }
      return false;
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }
}
