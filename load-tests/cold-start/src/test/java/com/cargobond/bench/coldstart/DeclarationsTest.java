package com.cargobond.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.event.ShipmentEvent;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every declaration is a valid event of its own, and their sum is what the ledger must hold. */
class DeclarationsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATOR = BenchGuarantee.PRINCIPAL.value();

  private final Declarations declarations = new Declarations("GB-1", OPERATOR);

  @Test
  void each_is_one_message_with_a_valid_event() throws IOException {
    ShipmentEvent event = read(message());
    assertThat(event.type().wireName()).isEqualTo("customs.declaration-accepted.v1");
    assertThat(event.shipment().operator().value()).isEqualTo(OPERATOR);
  }

  @Test
  void each_is_of_another_shipment() throws IOException {
    assertThat(read(message()).shipment()).isNotEqualTo(read(message()).shipment());
  }

  @Test
  void a_message_says_what_a_fifo_queue_says() throws IOException {
    JsonNode attributes = message().path("attributes");
    assertThat(attributes.path("MessageGroupId").asText()).startsWith(OPERATOR);
    assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(attributes.path("SentTimestamp").asLong()).isPositive();
  }

  @Test
  void together_they_reserve_their_duties() throws IOException {
    assertThat(declarations.reserved()).isEqualByComparingTo(BigDecimal.ZERO);
    message();
    message();
    assertThat(declarations.reserved()).isEqualByComparingTo("1384.60");
  }

  @Test
  void a_batch_without_failures_is_applied_and_any_other_is_not() {
    Declarations.requireApplied(bytes("{\"batchItemFailures\": []}"));
    assertThatThrownBy(
            () ->
                Declarations.requireApplied(
                    bytes("{\"batchItemFailures\": [{\"itemIdentifier\": \"m1\"}]}")))
        .isInstanceOf(BenchFailure.class)
        .hasMessageContaining("m1");
    assertThatThrownBy(() -> Declarations.requireApplied(bytes("{}")))
        .isInstanceOf(BenchFailure.class);
  }

  private JsonNode message() throws IOException {
    JsonNode records = JSON.readTree(declarations.next()).path("Records");
    assertThat(records).hasSize(1);
    return records.path(0);
  }

  private static ShipmentEvent read(JsonNode message) throws IOException {
    TypeReference<Map<String, Object>> object = new TypeReference<>() {};
    return Capabilities.ALL.events().read(JSON.readValue(message.path("body").asText(), object));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
