package com.cargobond.api.frame.description;

import static java.util.Comparator.comparing;

import com.cargobond.api.frame.request.PageSize;
import com.cargobond.store.ledger.Ledger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Says in the description of the API what is the same for many calls: which errors they answer,
 * which follows from what they are, and who may make them. Only the build runs it.
 */
public final class DescribedCalls implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI description) {
    description.getPaths().getPathItems().forEach(DescribedCalls::describe);
  }

  private static void describe(String path, PathItem item) {
    for (Operation call : item.getOperations().values()) {
      parameters(call).filter(DescribedCalls::isPageSize).forEach(DescribedCalls::describePageSize);
      describeErrors(call);
      describeRoles(call);
      orderAsIn(path, call);
    }
    Optional.ofNullable(item.getPOST())
        .filter(call -> takes(call, In.PATH) || takes(call, In.HEADER))
        .ifPresent(call -> answers(call, "409", "Conflict"));
  }

  private static boolean isPageSize(Parameter parameter) {
    return parameter.getIn() == In.QUERY && parameter.getName().equals("limit");
  }

  /** A text to the framework, so that {@link PageSize} says what is wrong with another. */
  private static void describePageSize(Parameter limit) {
    Schema size = limit.getSchema();
    size.setType(List.of(SchemaType.INTEGER));
    size.setMinimum(BigDecimal.ONE);
    size.setMaximum(BigDecimal.valueOf(Ledger.PAGE_SIZE_MAX));
    size.setDefaultValue(new BigDecimal(size.getDefaultValue().toString()));
  }

  private static void describeErrors(Operation call) {
    answers(call, "400", "InvalidInput");
    answers(call, "401", "Unauthenticated");
    answers(call, "403", "Forbidden");
    if (takes(call, In.PATH)) {
      answers(call, "404", "NotFound");
    }
    if (call.getRequestBody() != null) {
      answers(call, "413", "BodyTooLarge");
      answers(call, "415", "UnsupportedMediaType");
    }
    answers(call, "503", "Busy");
    answers(call, "default", "Failure");
  }

  /**
   * In words: checkers of such descriptions refuse roles with a scheme of bearer tokens, though
   * OpenAPI allows them. What is required of every call stands once for all.
   */
  private static void describeRoles(Operation call) {
    String roles =
        Stream.ofNullable(call.getSecurity())
            .flatMap(List::stream)
            .flatMap(required -> required.getSchemes().values().stream())
            .flatMap(List::stream)
            .sorted()
            .collect(Collectors.joining(", "));
    call.setDescription(call.getDescription() + " Roles: " + roles + ".");
    call.setSecurity(null);
  }

  /** Clients that are generated have a method with the parameters in this order. */
  private static void orderAsIn(String path, Operation call) {
    Optional.ofNullable(call.getParameters())
        .map(
            parameters ->
                parameters.stream().sorted(comparing(parameter -> place(path, parameter))).toList())
        .ifPresent(call::setParameters);
  }

  /** What does not stand in the path comes after what does. */
  private static int place(String path, Parameter parameter) {
    int place = path.indexOf("{" + parameter.getName() + "}");
    return place < 0 ? path.length() : place;
  }

  /** A call on one thing names it in its path; one that creates a thing may name its key. */
  private static boolean takes(Operation call, In place) {
    return parameters(call).anyMatch(parameter -> parameter.getIn() == place);
  }

  private static Stream<Parameter> parameters(Operation call) {
    return Stream.ofNullable(call.getParameters()).flatMap(List::stream);
  }

  private static void answers(Operation call, String status, String problem) {
    call.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref(problem));
  }
}
