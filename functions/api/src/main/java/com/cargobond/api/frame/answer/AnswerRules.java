package com.cargobond.api.frame.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every answer but the public descriptions tells of money or parties: nobody keeps it. */
class AnswerRules {

  private static final String OWN = "/v1/";

  @ServerResponseFilter
  void protect(ContainerRequestContext request, ContainerResponseContext response) {
    AnswerHeaders.OF_EVERY_ANSWER.forEach(response.getHeaders()::putSingle);
    if (request.getUriInfo().getRequestUri().getPath().startsWith(OWN)) {
      AnswerHeaders.OF_PRIVATE_ANSWERS.forEach(response.getHeaders()::putSingle);
    }
  }
}
