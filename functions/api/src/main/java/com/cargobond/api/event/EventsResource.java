package com.cargobond.api.event;

import com.cargobond.api.frame.answer.Problem;
import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.caller.Role;
import com.cargobond.api.frame.request.JsonBodies;
import com.cargobond.domain.event.JsonMediaType;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Takes in carriers' and Customs' events. */
@Path("/v1/events")
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.CARRIER, Role.CUSTOMS})
@SecurityRequirement(
    name = "SecurityScheme",
    scopes = {Role.CARRIER, Role.CUSTOMS})
public class EventsResource {

  /** Bounds one request's work. */
  static final int EVENTS_PER_BATCH_MAX = 100;

  /** A sender that waits longer has given up; the same events again do no harm. */
  private static final Duration QUEUED_WITHIN = Duration.ofSeconds(20);

  private static final Logger LOG = Logger.getLogger(EventsResource.class);
  private static final String CLOUD_EVENT = "application/cloudevents+json";
  private static final String CLOUD_EVENT_BATCH = "application/cloudevents-batch+json";

  private final EventAdmission admission;
  private final EventQueue queue;
  private final JsonBodies bodies;
  private final Caller caller;

  EventsResource(EventAdmission admission, EventQueue queue, JsonBodies bodies, Caller caller) {
    this.admission = admission;
    this.queue = queue;
    this.bodies = bodies;
    this.caller = caller;
  }

  /** A result for each event, in the order in which they came. */
  @RegisterForReflection
  public record EventResults(List<EventResult> results) {}

  @POST
  @Consumes(CLOUD_EVENT)
  @Operation(
      operationId = "postEvents",
      summary = "Post one CloudEvent, or a batch of up to 100",
      description =
          "A bad event in a batch does not stop the good ones: each has its result. One event may"
              + " also come in the binary content mode, with its attributes as headers ce-… and"
              + " its data as the body, of any media type of JSON.")
  @APIResponse(
      responseCode = "202",
      description = "A result for each event; what is accepted is durably queued",
      content = @Content(schema = @Schema(implementation = EventResults.class)))
  public Response postOne(
      @RequestBody(
              required = true,
              content = @Content(mediaType = CLOUD_EVENT, schema = @Schema(ref = "CloudEvent")))
          byte[] body) {
    return answer(admit(bodies.object(body)));
  }

  @POST
  @Consumes(CLOUD_EVENT_BATCH)
  @APIResponse(
      responseCode = "202",
      description = "A result for each event; what is accepted is durably queued",
      content = @Content(schema = @Schema(implementation = EventResults.class)))
  public Response postBatch(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = CLOUD_EVENT_BATCH,
                      schema = @Schema(ref = "CloudEventBatch")))
          byte[] body) {
    List<Object> events = bodies.list(body);
    if (events.isEmpty() || events.size() > EVENTS_PER_BATCH_MAX) {
      throw new InvalidInput(
          List.of(new Violation("", "must hold 1 to " + EVENTS_PER_BATCH_MAX + " events")));
    }
    List<Admission> admissions = events.stream().map(this::admitItem).toList();
    Iterator<Boolean> sent =
        queue.send(admissions.stream().flatMap(one -> one.event().stream()).toList()).iterator();
    List<EventResult> results =
        admissions.stream()
            .map(one -> one.event().isPresent() ? result(one.id(), sent.next()) : one.refusal())
            .toList();
    return Response.accepted(new EventResults(results)).build();
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(hidden = true)
  public Response postBinary(@Context HttpHeaders headers, byte[] body) {
    String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (!BinaryCloudEvent.isIn(headers.getRequestHeaders()) || !JsonMediaType.is(contentType)) {
      return Problem.unsupported(
              "Content-Type must be one of CloudEvents, or of JSON beside headers ce-…")
          .response();
    }
    Map<String, Object> event =
        BinaryCloudEvent.read(headers.getRequestHeaders(), contentType, bodies.object(body));
    return answer(admit(event));
  }

  /**
   * What becomes of an event before it is sent.
   *
   * @param id of the event, if it has one
   * @param event if it is sent
   * @param refusal if it is not
   */
  private record Admission(String id, Optional<ShipmentEvent> event, EventResult refusal) {

    static Admission refused(String id, Problem problem) {
      return new Admission(id, Optional.empty(), EventResult.refused(id, problem));
    }
  }

  private Response answer(Admission admission) {
    EventResult result =
        admission.event().map(event -> send(event, admission.id())).orElseGet(admission::refusal);
    return result.accepted()
        ? Response.accepted(new EventResults(List.of(result))).build()
        : result.problem().response();
  }

  @SuppressWarnings("unchecked")
  private Admission admitItem(Object item) {
    return item instanceof Map<?, ?> cloudEvent
        ? admit((Map<String, Object>) cloudEvent)
        : Admission.refused(
            null,
            Problem.of(new InvalidInput(List.of(new Violation("", "must be a JSON object")))));
  }

  private Admission admit(Map<String, Object> cloudEvent) {
    String id = cloudEvent.get("id") instanceof String text ? text : null;
    try {
      return new Admission(id, Optional.of(admission.admit(cloudEvent, caller)), null);
    } catch (InvalidInput invalid) {
      return Admission.refused(id, refuse(cloudEvent, invalid));
    } catch (ForbiddenException forbidden) {
      return Admission.refused(id, Problem.forbidden(forbidden.getMessage()));
    }
  }

  private EventResult send(ShipmentEvent event, String id) {
    Uni<Void> sending = queue.send(event);
    try {
      sending.await().atMost(QUEUED_WITHIN);
      return result(id, true);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "could not queue event %s", event.key());
      return result(id, false);
    }
  }

  private static EventResult result(String id, boolean sent) {
    return sent ? EventResult.accepted(id) : EventResult.refused(id, Problem.unavailable());
  }

  private Problem refuse(Map<String, Object> cloudEvent, InvalidInput invalid) {
    try {
      admission.refused(cloudEvent, invalid, caller);
      return Problem.of(invalid);
    } catch (RuntimeException unkept) {
      LOG.errorf(unkept, "could not keep what was refused for a person");
      return Problem.unavailable();
    }
  }
}
