package com.cargobond.api.exception;

import com.cargobond.api.event.EventQueue;
import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.api.frame.request.PageSize;
import com.cargobond.api.frame.request.PageToken;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.store.ledger.ExceptionLedger;
import com.cargobond.store.ledger.OpenException;
import com.cargobond.store.ledger.Page;
import com.cargobond.store.ledger.SetAside;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that needs a person, and what operations do about it. */
@Path("/v1/exceptions")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPS)
@SecurityRequirement(name = "SecurityScheme", scopes = Role.OPS)
public class ExceptionsResource {

  private static final int NOTE_LENGTH_MAX = 512;

  /** A message has up to 256 KB, and an answer of Lambda 6 MB. */
  private static final int CONTENTS_PER_PAGE = 10;

  private final ExceptionLedger exceptions;
  private final EventQueue queue;
  private final Caller caller;
  private final JsonBodies bodies;
  private final Clock clock;

  ExceptionsResource(
      ExceptionLedger exceptions, EventQueue queue, Caller caller, JsonBodies bodies, Clock clock) {
    this.exceptions = exceptions;
    this.queue = queue;
    this.caller = caller;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** A page of open exceptions. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenExceptions(List<OpenExceptionView> exceptions, String after) {}

  /** One thing that was set aside, as it came. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SetAsideContent(String reference, String detail, String since, String content) {}

  /** A page of what was set aside. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SetAsideContents(List<SetAsideContent> contents, String after) {}

  /** How many were sent again, and whether there may be more like them. */
  @RegisterForReflection
  public record Resent(int resent, boolean more) {}

  @GET
  @Operation(
      operationId = "listExceptions",
      summary = "What needs a person",
      description =
          "What happened and what can be done about it, the oldest first, a page at a time.")
  public OpenExceptions list(
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("after") String after,
      @QueryParam("kind") String kind,
      @QueryParam("code") String code,
      @QueryParam("capability") String capability) {
    Page<OpenException> page =
        exceptions.list(
            ExceptionQuery.read(kind, code, capability),
            PageSize.read(limit),
            ExceptionQuery.after(after));
    return new OpenExceptions(
        page.items().stream().map(OpenExceptionView::of).toList(), page.after().orElse(null));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getException",
      summary = "One matter that needs a person",
      description = "With the first that was set aside for it, as it came.")
  public OpenExceptionView get(@PathParam("id") String id) {
    OpenException exception = exceptions.find(id);
    return OpenExceptionView.of(
        exception, exceptions.firstSetAside(exception).map(this::content).orElse(null));
  }

  @GET
  @Path("/{id}/contents")
  @Operation(
      operationId = "listExceptionContents",
      summary = "What was set aside for one matter",
      description = "All of it as it came, the oldest first, a page at a time.")
  public SetAsideContents contents(@PathParam("id") String id, @QueryParam("after") String after) {
    Page<SetAside> page =
        exceptions.setAside(
            exceptions.find(id), CONTENTS_PER_PAGE, PageToken.read(after, ExceptionQuery::isId));
    return new SetAsideContents(
        page.items().stream()
            .map(
                aside ->
                    new SetAsideContent(
                        aside.reference(),
                        aside.detail().orElse(null),
                        aside.since().toString(),
                        content(aside)))
            .toList(),
        page.after().orElse(null));
  }

  private String content(SetAside aside) {
    return switch (aside.content()) {
      case OpenException.Content.Event event -> queue.message(event).body();
      case OpenException.Content.Message message -> message.body();
    };
  }

  @POST
  @Path("/{id}/resend")
  @Operation(
      operationId = "resendException",
      summary = "Send again what was set aside for one matter",
      description = "The oldest first; says how many were sent, and if there may be more.")
  @APIResponse(
      responseCode = "202",
      description = "How many are sent again",
      content = @Content(schema = @Schema(implementation = Resent.class)))
  public Response resend(@PathParam("id") String id) {
    ExceptionLedger.Resent resent =
        exceptions.resend(id, caller.name(), queue::message, clock.instant());
    return Response.accepted(new Resent(resent.resent(), resent.more())).build();
  }

  @POST
  @Path("/resend")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resendExceptions",
      summary = "Send again what was set aside for many matters",
      description =
          "Those of a kind and code, the oldest first; says how many were sent, and if there may"
              + " be more.")
  public Resent resendAll(
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Resending")))
          byte[] body) {
    ExceptionQuery.Resending wanted = bodies.read(body, ExceptionQuery.Resending::read);
    Instant now = clock.instant();
    ExceptionLedger.Resent resent =
        exceptions.resendAll(
            wanted.filter(),
            wanted.limit(),
            wanted.before().orElse(now),
            caller.name(),
            queue::message,
            now);
    return new Resent(resent.resent(), resent.more());
  }

  @POST
  @Path("/{id}/closure")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "closeException",
      summary = "Take a matter off the list",
      description = "It was seen to elsewhere: the note says how. Moves nothing.")
  @APIResponse(responseCode = "204", description = "It is off the list")
  public Response close(
      @PathParam("id") String id,
      @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Closure")))
          byte[] body) {
    String note = bodies.read(body, ExceptionsResource::note);
    exceptions.close(id, caller.name(), note, clock.instant());
    return Response.noContent().build();
  }

  static String note(FieldReader in) {
    return in.freeText("note", NOTE_LENGTH_MAX);
  }
}
