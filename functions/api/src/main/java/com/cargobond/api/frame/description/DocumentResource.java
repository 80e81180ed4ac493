package com.cargobond.api.frame.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description of this API, as it was generated when the API was built. */
@Path("/openapi")
@PermitAll
public class DocumentResource {

  private static final String DOCUMENT = "/META-INF/openapi/openapi.";

  /** The description in JSON. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public byte[] json() {
    return read("json");
  }

  /** The description in YAML. */
  @GET
  @Produces("application/yaml")
  @Operation(hidden = true)
  public byte[] yaml() {
    return read("yaml");
  }

  private static byte[] read(String format) {
    try (InputStream document = DocumentResource.class.getResourceAsStream(DOCUMENT + format)) {
      return Objects.requireNonNull(document, "no description was generated").readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
