package com.cargobond.local.system;

import com.cargobond.api.frame.gateway.PercentEncoding;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Takes targets of requests as loosely written as API Gateway does: what a client did not encode is
 * encoded here, before anything is found by it.
 */
@Singleton
class SentTargets {

  /** The server would answer them with an empty 400 before any route. */
  static final String UNCHECKED = "vertx.disableURIValidation";

  void onRoutes(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(SentTargets::encode);
  }

  private static void encode(RoutingContext request) {
    String sent = request.request().uri();
    String encoded = sent.startsWith("/") ? PercentEncoding.ofTarget(sent) : sent;
    if (encoded.equals(sent)) {
      request.next();
    } else {
      request.reroute(encoded);
    }
  }
}
