package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.store.EventFunction;
import com.cargobond.store.MessageQueue;
import com.cargobond.store.OutboxFeed;
import com.cargobond.store.dynamo.LedgerTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The templates can be deployed, and the executable finds what they make. */
@ExtendWith(NeedsNode.class)
class SimulatedAwsIT {

  /** The simulator knows no aliases, and so none of the stacks behind the functions. */
  private static final List<String> STACKS =
      List.of("cargobond-dev-key", "cargobond-dev-data", "cargobond-dev-messaging");

  private static final String EVENT =
      """
      {"Records": [{"messageId": "m-1", "eventSource": "aws:sqs",
        "attributes": {"MessageGroupId": "91310115MA1AB2C343-0", "ApproximateReceiveCount": "1",
          "SentTimestamp": "1772416800000"},
        "body": "{\\"specversion\\": \\"1.0\\", \\"id\\": \\"e-1\\", \\"source\\": \\"/carrier\\",\
       \\"type\\": \\"cargo.departed.v1\\", \\"time\\": \\"2026-03-02T10:00:00+08:00\\",\
       \\"subject\\": \\"91310115MA1AB2C343/SIMULATED-1\\", \\"data\\": {\\"location\\": \\"SEL\\"}}"
      }]}
      """;

  private static Simulator aws;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    Tool.MOTO_SERVER.orSkip();
    Tool.AWS.orSkip();
    aws = new Simulator();
    for (String stack : STACKS) {
      aws.deploy(stack, Synthesised.dev().template(stack));
    }
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(aws).ifPresent(Simulator::close);
  }

  @Test
  void the_deployed_tables_are_the_ledgers() throws Exception {
    assertThat(aws.aws("dynamodb", "list-tables").path("TableNames"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LedgerTable.values()).map(table -> table.name("dev-")).toList());
    for (LedgerTable table : LedgerTable.values()) {
      JsonNode deployed =
          aws.aws("dynamodb", "describe-table", "--table-name", table.name("dev-")).path("Table");
      assertThat(deployed.has("LatestStreamArn")).isEqualTo(table.streamed());
      assertThat(deployed.path("KeySchema")).hasSize(table.sortKey().isPresent() ? 2 : 1);
    }
  }

  @Test
  void the_deployed_queues_are_those_that_the_functions_know() throws Exception {
    List<String> names =
        aws.aws("sqs", "list-queues")
            .path("QueueUrls")
            .valueStream()
            .map(url -> url.asText().substring(url.asText().lastIndexOf('/') + 1))
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(MessageQueue.values())
                        .flatMap(
                            queue -> Stream.of(queue.name("dev-"), queue.deadLetterName("dev-"))),
                    Stream.of(OutboxFeed.failuresName("dev-")))
                .toList());
  }

  @Test
  void the_executable_applies_an_event_to_the_deployed_ledger() throws Exception {
    Path executable = executable();

    assertThat(OneCall.of(executable, environment(EventFunction.APPLY_EVENTS), EVENT))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(
            aws.aws("dynamodb", "scan", "--table-name", LedgerTable.SHIPMENTS.name("dev-"))
                .at("/Items/0/pk/S")
                .asText())
        .isEqualTo("91310115MA1AB2C343/SIMULATED-1");
  }

  /** What the template tells the function, and where AWS is. */
  private static Map<String, String> environment(EventFunction function) {
    Map<String, String> environment = new HashMap<>(aws.environment());
    Synthesised.dev()
        .resource(
            "cargobond-dev-functions",
            "AWS::Lambda::Function",
            "FunctionName",
            "dev-" + function.functionName())
        .at("/Properties/Environment/Variables")
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return environment;
  }

  private static Path executable() throws IOException {
    Path target = Path.of("../functions/events/target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      Optional<Path> runner = files.filter(file -> file.toString().endsWith("-runner")).findFirst();
      if (runner.isEmpty()) {
        String skipped = "infra: SKIPPED, no native executable in " + target + " to run on it";
        System.err.println(skipped);
        Assumptions.abort(skipped);
      }
      return runner.get().toAbsolutePath();
    }
  }
}
