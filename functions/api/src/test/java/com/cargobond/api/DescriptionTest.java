package com.cargobond.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.api.frame.answer.Problem;
import com.cargobond.domain.guarantee.PositionFigures;
import com.cargobond.domain.input.Violation;
import com.cargobond.store.ledger.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a client is generated from, and people read: the description of the API as it is built. */
class DescriptionTest {

  private static final JsonNode DESCRIPTION = PublishedSchemas.description();

  @Test
  void it_says_who_answers_and_under_which_terms() {
    assertThat(DESCRIPTION.at("/info/description").asText()).isNotBlank();
    assertThat(DESCRIPTION.at("/info/contact/name").asText()).isNotBlank();
    assertThat(DESCRIPTION.at("/info/license/name").asText()).isNotBlank();
    assertThat(DESCRIPTION.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void every_call_has_a_name_of_its_own() {
    assertThat(calls().map(call -> call.path("operationId").asText()))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
  }

  @Test
  void every_call_is_described_with_the_roles_that_may_make_it() {
    assertThat(calls())
        .allSatisfy(
            call -> {
              assertThat(call.path("summary").asText()).isNotBlank();
              assertThat(call.path("description").asText())
                  .matches("[A-Z].+\\. Roles: [A-Z]+(, [A-Z]+)*\\.");
            });
  }

  @Test
  void every_call_has_one_tag_that_is_described() {
    List<String> described =
        elements(DESCRIPTION.path("tags"))
            .filter(tag -> !tag.path("description").asText().isBlank())
            .map(tag -> tag.path("name").asText())
            .toList();

    assertThat(calls().map(call -> call.path("tags")))
        .allSatisfy(tags -> assertThat(tags).hasSize(1))
        .allSatisfy(tags -> assertThat(described).contains(tags.path(0).asText()));
  }

  @Test
  void every_call_says_what_it_answers_and_every_error_is_a_problem() {
    assertThat(calls().map(call -> call.path("responses")))
        .allSatisfy(
            responses -> {
              assertThat(names(responses)).anyMatch(status -> status.startsWith("2"));
              assertThat(names(responses)).contains("400", "401", "403", "503", "default");
              assertThat(
                      names(responses)
                          .filter(status -> !status.startsWith("2"))
                          .map(status -> resolved(responses.path(status))))
                  .allMatch(error -> problem(error).equals("#/components/schemas/Problem"));
            });
  }

  @Test
  void a_call_on_one_thing_may_not_find_it_and_may_come_too_late() {
    assertThat(calls("get").filter(DescriptionTest::namesOne))
        .allMatch(call -> call.path("responses").has("404"));
    assertThat(calls("post").filter(DescriptionTest::namesOne))
        .allMatch(call -> call.path("responses").has("404"))
        .allMatch(call -> call.path("responses").has("409"));
  }

  @Test
  void what_is_in_the_path_comes_in_its_order() {
    DESCRIPTION
        .path("paths")
        .propertyStream()
        .flatMap(path -> elements(path.getValue()).map(call -> Map.entry(path.getKey(), call)))
        .forEach(
            call ->
                assertThat(
                        elements(call.getValue().path("parameters"))
                            .filter(parameter -> parameter.path("in").asText().equals("path"))
                            .map(parameter -> "{" + parameter.path("name").asText() + "}"))
                    .as(call.getKey())
                    .isEqualTo(
                        Pattern.compile("\\{\\w+}")
                            .matcher(call.getKey())
                            .results()
                            .map(MatchResult::group)
                            .toList()));
  }

  /** A name with a number changes when another class of the name is added. */
  @Test
  void every_shape_has_a_name_of_its_own() {
    assertThat(names(DESCRIPTION.at("/components/schemas")))
        .isNotEmpty()
        .noneMatch(name -> name.matches(".*\\d"));
  }

  @Test
  void a_default_is_of_its_type() {
    assertThat(parameters().map(parameter -> parameter.path("schema")))
        .filteredOn(schema -> schema.path("type").asText().equals("integer"))
        .isNotEmpty()
        .allSatisfy(
            schema -> {
              assertThat(schema.path("default").isInt()).isTrue();
              assertThat(schema.path("minimum").intValue()).isEqualTo(1);
              assertThat(schema.path("maximum").intValue()).isEqualTo(Ledger.PAGE_SIZE_MAX);
            });
  }

  @Test
  void what_other_modules_answer_is_described_field_by_field() {
    Map.of("Position", PositionFigures.class, "Violation", Violation.class)
        .forEach(
            (schema, answered) ->
                assertThat(names(DESCRIPTION.at("/components/schemas/" + schema + "/properties")))
                    .containsExactlyInAnyOrderElementsOf(fields(answered)));
  }

  /** Many readers of patterns take them without the Unicode mode, in UTF-16. */
  @Test
  void no_pattern_has_a_range_beyond_the_basic_plane() {
    Pattern range = Pattern.compile("[\\x{10000}-\\x{10ffff}]-[^\\]]");

    assertThat(List.of(DESCRIPTION, PublishedSchemas.event("common")))
        .allSatisfy(
            published ->
                assertThat(published.findValuesAsText("pattern"))
                    .isNotEmpty()
                    .noneMatch(pattern -> range.matcher(pattern).find()));
  }

  private static Stream<JsonNode> calls() {
    return Stream.concat(calls("get"), calls("post"));
  }

  private static Stream<JsonNode> calls(String method) {
    return elements(DESCRIPTION.path("paths"))
        .filter(path -> path.has(method))
        .map(path -> path.path(method));
  }

  private static Stream<JsonNode> parameters() {
    return calls().flatMap(call -> elements(call.path("parameters")));
  }

  private static boolean namesOne(JsonNode call) {
    return elements(call.path("parameters"))
        .anyMatch(parameter -> parameter.path("in").asText().equals("path"));
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DESCRIPTION.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static String problem(JsonNode error) {
    return error.path("content").path(Problem.MEDIA_TYPE).at("/schema/$ref").asText();
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  private static Stream<String> names(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey);
  }

  private static List<String> fields(Class<?> answered) {
    return Arrays.stream(answered.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
