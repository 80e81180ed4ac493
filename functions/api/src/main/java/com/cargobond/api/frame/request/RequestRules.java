package com.cargobond.api.frame.request;

import com.cargobond.api.frame.answer.BodyTooLarge;
import com.cargobond.api.frame.answer.Problem;
import com.cargobond.api.frame.request.DeclaredCalls.Call;
import com.cargobond.domain.event.JsonMediaType;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import io.quarkus.arc.All;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** What a request must be before a resource sees it: nothing of it is ignored in silence. */
class RequestRules {

  private static final String OWN = "/v1/";
  private static final String NO_LENGTH = "0";

  private final DeclaredCalls declared;

  RequestRules(@All List<DeclaredCalls> capabilities) {
    this.declared = DeclaredCalls.of(capabilities);
  }

  @ServerRequestFilter
  Optional<Response> require(
      ContainerRequestContext request, UriInfo uri, SimpleResourceInfo resource) {
    if (!uri.getPath().startsWith(OWN)) {
      // The public descriptions are asked for in many ways, and answer one.
      return Optional.empty();
    }
    Call call = new Call(resource.getResourceClass(), resource.getMethodName());
    requireKnown(uri, declared.queryParametersOf(call));
    if (request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    return hasBody(request) ? refuseBody(request, call) : Optional.empty();
  }

  private static void requireKnown(UriInfo uri, Set<String> parameters) {
    List<Violation> violations = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!parameters.contains(name)) {
                violations.add(new Violation(name, "is not a known query parameter"));
              } else if (values.size() > 1) {
                violations.add(new Violation(name, "must be there once"));
              }
            });
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private static boolean hasBody(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.getHeaderString("Transfer-Encoding") != null
        : !length.equals(NO_LENGTH);
  }

  private Optional<Response> refuseBody(ContainerRequestContext request, Call call) {
    if (isLongerThanAnyBody(request.getHeaderString(HttpHeaders.CONTENT_LENGTH))) {
      throw new BodyTooLarge(JsonBodies.BYTES_MAX);
    }
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      return Optional.of(
          Response.fromResponse(Problem.unsupported("Content-Encoding must be identity").response())
              .header("Accept-Encoding", "identity")
              .build());
    }
    if (declared.takesNoBody(call)) {
      throw new InvalidInput(List.of(new Violation("", "this call takes no body")));
    }
    return mediaType(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
  }

  private static boolean isLongerThanAnyBody(String length) {
    return length != null
        && (length.length() > Integer.toString(JsonBodies.BYTES_MAX).length()
            || Integer.parseInt(length) > JsonBodies.BYTES_MAX);
  }

  private static Optional<Response> mediaType(String header) {
    if (header == null) {
      return Optional.of(Problem.unsupported("Content-Type must say what the body is").response());
    }
    try {
      MediaType type = MediaType.valueOf(header);
      if (type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json")) {
        JsonMediaType.require(header);
      }
      return Optional.empty();
    } catch (BrokenRule broken) {
      return Optional.of(Problem.unsupported("Content-Type " + broken.getMessage()).response());
    }
  }
}
