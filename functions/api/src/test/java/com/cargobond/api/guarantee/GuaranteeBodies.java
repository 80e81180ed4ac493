package com.cargobond.api.guarantee;

import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.input.FieldReader;
import java.util.Map;
import java.util.function.Function;

/** The bodies that calls on guarantees take. */
public final class GuaranteeBodies {

  /** What reads each, by its name in the description. */
  public static final Map<String, Function<FieldReader, ?>> READ =
      Map.of(
          "GuaranteeApplication",
          GuaranteeApplication::read,
          "Registration",
          GuaranteesResource.RegistrationBody::read,
          "Amendment",
          Amendment::read);

  private GuaranteeBodies() {}
}
