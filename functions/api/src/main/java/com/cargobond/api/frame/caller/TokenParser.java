package com.cargobond.api.frame.caller;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Takes a token whose claims are not of the types that the library relies on for one that is not
 * valid, and not for an error of ours.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenParser extends JWTCallerPrincipalFactory {

  private final DefaultJWTCallerPrincipalFactory factory = new DefaultJWTCallerPrincipalFactory();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    TokenBounds.require(token);
    try {
      return factory.parse(token, rules);
    } catch (RuntimeException oddlyTyped) {
      throw new ParseException("a claim has another type than its name stands for", oddlyTyped);
    }
  }
}
