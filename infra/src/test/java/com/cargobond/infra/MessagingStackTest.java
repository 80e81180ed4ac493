package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.cargobond.store.deployment.EventFunction;
import com.cargobond.store.deployment.MessageQueue;
import com.cargobond.store.deployment.OutboxFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The deployed queues are those that the functions know, and nothing in them is lost. */
@ExtendWith(NeedsNode.class)
class MessagingStackTest {

  private static final String QUEUE = "AWS::SQS::Queue";
  private static final String STACK = "cargobond-dev-messaging";

  @Test
  void there_are_the_listed_queues_with_their_dead_letters_and_none_besides() {
    Stream<String> listed =
        Stream.of(MessageQueue.values())
            .flatMap(queue -> Stream.of(queue.name("dev-"), queue.deadLetterName("dev-")));

    assertThat(queues())
        .extracting(queue -> queue.at("/Properties/QueueName").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(listed, Stream.of(OutboxFeed.failuresName("dev-"))).toList());
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void every_queue_has_dead_letters_or_is_such_a_queue(Synthesised deployment, String stack) {
    Set<String> deadLetters =
        deployment.resources(stack, QUEUE).stream()
            .map(queue -> text(queue.at("/Properties/RedrivePolicy/deadLetterTargetArn")))
            .filter(target -> !target.isEmpty())
            .collect(Collectors.toSet());

    assertThat(deployment.template(stack).path("Resources").properties())
        .filteredOn(resource -> resource.getValue().path("Type").asText().equals(QUEUE))
        .allSatisfy(
            queue ->
                assertThat(
                        deadLetters.contains("<" + queue.getKey() + ".Arn>")
                            || queue.getValue().at("/Properties").has("RedrivePolicy")
                            || queue
                                .getValue()
                                .at("/Properties/QueueName")
                                .asText()
                                .endsWith(OutboxFeed.failuresName("-")))
                    .as(queue.getKey())
                    .isTrue());
    assertThat(deadLetters).hasSize(MessageQueue.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void a_message_is_given_up_after_as_many_deliveries_as_the_functions_count(MessageQueue queue) {
    assertThat(queue(queue).at("/Properties/RedrivePolicy/maxReceiveCount").asInt())
        .isEqualTo(MessageQueue.RECEIVES_MAX);
  }

  @ParameterizedTest
  @EnumSource
  void groups_do_not_share_one_throughput(MessageQueue queue) {
    JsonNode properties = queue(queue).path("Properties");

    assertThat(properties.path("FifoQueue").asBoolean()).isTrue();
    assertThat(properties.path("DeduplicationScope").asText()).isEqualTo("messageGroup");
    assertThat(properties.path("FifoThroughputLimit").asText()).isEqualTo("perMessageGroupId");
  }

  @Test
  void a_message_stays_hidden_until_its_function_has_timed_out_and_been_retried() {
    assertThat(MessageQueue.values())
        .filteredOn(queue -> EventFunction.fedBy(queue).isPresent())
        .hasSize(3)
        .allSatisfy(
            queue ->
                assertThat(queue(queue).at("/Properties/VisibilityTimeout").asLong())
                    .isEqualTo(6 * EventFunction.fedBy(queue).orElseThrow().timeout().toSeconds()));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void every_queue_is_encrypted_with_the_key_of_its_region(Synthesised deployment, String stack) {
    assertThat(deployment.resources(stack, QUEUE))
        .hasSameSizeAs(queues())
        .allSatisfy(
            queue ->
                assertThat(text(queue.at("/Properties/KmsMasterKeyId")))
                    .startsWith("<" + stack.replace("messaging", "key") + ":"));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void every_queue_refuses_what_is_not_sent_over_tls(Synthesised deployment, String stack) {
    assertThat(deployment.resources(stack, "AWS::SQS::QueuePolicy"))
        .hasSameSizeAs(queues())
        .allSatisfy(
            policy ->
                assertThat(policy.at("/Properties/PolicyDocument/Statement"))
                    .anySatisfy(
                        statement -> {
                          assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                          assertThat(statement.path("Action").asText()).isEqualTo("sqs:*");
                          assertThat(statement.at("/Principal/AWS").asText()).isEqualTo("*");
                          assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                              .isEqualTo("false");
                        }));
    assertThat(
            deployment.resources(stack, "AWS::SQS::QueuePolicy").stream()
                .map(policy -> text(policy.at("/Properties/Queues/0")))
                .distinct())
        .hasSameSizeAs(queues());
  }

  static Stream<Arguments> stacks() {
    return Stream.of(
        arguments(Synthesised.dev(), STACK),
        arguments(Synthesised.prod(), "cargobond-prod-messaging"),
        arguments(Synthesised.prod(), "cargobond-prod-standby-messaging"));
  }

  @Test
  void dead_letters_are_moved_back_to_their_own_queue_only() {
    JsonNode deadLetters =
        Synthesised.dev()
            .resource(STACK, QUEUE, "QueueName", MessageQueue.CARGO_EVENTS.deadLetterName("dev-"));

    assertThat(text(deadLetters.at("/Properties/RedriveAllowPolicy/sourceQueueArns/0")))
        .endsWith(":dev-cargo-events.fifo");
  }

  private static List<JsonNode> queues() {
    return Synthesised.dev().resources(STACK, QUEUE);
  }

  private static JsonNode queue(MessageQueue queue) {
    return Synthesised.dev().resource(STACK, QUEUE, "QueueName", queue.name("dev-"));
  }
}
