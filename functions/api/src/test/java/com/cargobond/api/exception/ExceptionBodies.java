package com.cargobond.api.exception;

import com.cargobond.domain.input.FieldReader;
import java.util.Map;
import java.util.function.Function;

/** The bodies that calls on exceptions take. */
public final class ExceptionBodies {

  /** What reads each, by its name in the description. */
  public static final Map<String, Function<FieldReader, ?>> READ =
      Map.of("Closure", ExceptionsResource::note, "Resending", ExceptionQuery.Resending::read);

  private ExceptionBodies() {}
}
