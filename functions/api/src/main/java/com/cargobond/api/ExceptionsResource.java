package com.cargobond.api;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.ExceptionDesk;
import com.cargobond.store.OpenException;
import com.cargobond.store.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that needs a person, and what operations do about it. */
@Path("/v1/exceptions")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPS)
public class ExceptionsResource {

  private static final int NOTE_LENGTH_MAX = 512;

  private final ExceptionDesk desk;
  private final EventQueue queue;
  private final Caller caller;
  private final JsonBodies bodies;
  private final Clock clock;

  ExceptionsResource(
      ExceptionDesk desk, EventQueue queue, Caller caller, JsonBodies bodies, Clock clock) {
    this.desk = desk;
    this.queue = queue;
    this.caller = caller;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** A page of open exceptions. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenExceptions(List<OpenExceptionView> exceptions, String after) {}

  /** How many were sent again, and whether there may be more like them. */
  public record Resent(int resent, boolean more) {}

  @GET
  @Operation(summary = "What needs a person: what happened and what can be done, a page at a time")
  public OpenExceptions list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("limit")
          @DefaultValue("50")
          String limit,
      @QueryParam("after") String after,
      @QueryParam("kind") String kind,
      @QueryParam("code") String code) {
    Page<OpenException> page =
        desk.list(
            ExceptionQuery.read(kind, code),
            PageSize.read(limit),
            PageToken.read(after, ExceptionQuery::isId));
    return new OpenExceptions(
        page.items().stream().map(OpenExceptionView::of).toList(), page.after().orElse(null));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One of them, with what was set aside")
  public OpenExceptionView get(@PathParam("id") String id) {
    OpenException exception = desk.find(id);
    String content =
        exception
            .content()
            .map(
                aside ->
                    switch (aside) {
                      case OpenException.Content.Event event -> queue.message(event).body();
                      case OpenException.Content.Message message -> message.body();
                    })
            .orElse(null);
    return OpenExceptionView.of(exception, content);
  }

  @POST
  @Path("/{id}/resend")
  @Operation(summary = "Send again what was set aside; it leaves the list")
  public Response resend(@PathParam("id") String id) {
    desk.resend(id, caller.name(), queue::message, clock.instant());
    return Response.accepted().build();
  }

  @POST
  @Path("/resend")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Send again many of a kind that were set aside; says how many, and if more")
  public Resent resendAll(
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Resending")))
          byte[] body) {
    ExceptionQuery.Resending wanted = bodies.read(body, ExceptionQuery.Resending::read);
    ExceptionDesk.Resent resent =
        desk.resendAll(
            wanted.filter(), wanted.limit(), caller.name(), queue::message, clock.instant());
    return new Resent(resent.resent(), resent.more());
  }

  @POST
  @Path("/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take a matter off the list that was seen to; moves nothing")
  public Response close(
      @PathParam("id") String id,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Closure")))
          byte[] body) {
    String note = bodies.read(body, ExceptionsResource::note);
    desk.close(id, caller.name(), note, clock.instant());
    return Response.noContent().build();
  }

  static String note(FieldReader in) {
    return in.freeText("note", NOTE_LENGTH_MAX);
  }
}
