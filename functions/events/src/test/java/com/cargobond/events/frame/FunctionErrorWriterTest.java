package com.cargobond.events.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.events.guarantee.PositionQuestion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller of a function reads when it fails. */
class FunctionErrorWriterTest {

  @Test
  void a_bad_question_is_answered_with_its_rule() throws JsonProcessingException {
    RuntimeException broken = new RuntimeException(new BrokenRule("give one of the two"));

    assertThat(written(broken))
        .isEqualTo(Map.of("errorType", "InvalidInput", "errorMessage", "give one of the two"));
  }

  @Test
  void what_went_wrong_inside_stays_inside() throws JsonProcessingException {
    RuntimeException inside = new RuntimeException(new IllegalStateException("table T-1 is gone"));

    assertThat(written(inside))
        .containsEntry("errorType", "InternalError")
        .doesNotContainValue("table T-1 is gone");
  }

  @Test
  void an_error_without_a_message_has_one() throws JsonProcessingException {
    assertThat(written(new RuntimeException((String) null)).get("errorMessage")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "[]", "{\"guaranteeId\": {}}"})
  void what_cannot_be_read_is_told_from_what_went_wrong(String payload)
      throws JsonProcessingException {
    Exception unreadable =
        catchException(() -> new ObjectMapper().readValue(payload, PositionQuestion.class));

    assertThat(written(unreadable))
        .isEqualTo(
            Map.of(
                "errorType",
                "InvalidInput",
                "errorMessage",
                "the payload is not the JSON that this function reads"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> written(Exception failure) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    new FunctionErrorWriter().customize(json);
    FunctionError error = new FunctionError(failure.getClass().getName(), failure.getMessage());
    return json.readValue(json.writeValueAsString(error), Map.class);
  }
}
