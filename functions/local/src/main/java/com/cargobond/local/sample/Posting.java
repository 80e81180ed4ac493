package com.cargobond.local.sample;

import com.cargobond.local.sample.SampleClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Posts batches of events, several at once. */
final class Posting {

  private final SampleClient client;
  private final PrintStream out;

  Posting(SampleClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** What was not accepted, one line each. */
  List<String> post(String task, List<SampleBatch> batches) {
    int total = batches.stream().mapToInt(batch -> batch.events().size()).sum();
    try (SampleProgress progress = SampleProgress.of(task, total, out)) {
      return Threads.map(
              batches,
              batch -> {
                List<String> violations = post(batch);
                progress.posted(batch.events().size());
                return violations;
              })
          .stream()
          .flatMap(List::stream)
          .toList();
    }
  }

  private List<String> post(SampleBatch batch) {
    Answer answer = client.post(batch.role(), "/v1/events", SampleClient.BATCH_TYPE, batch.json());
    if (answer.status() != 202) {
      return List.of("a batch of " + batch.events().size() + " events was answered " + answer);
    }
    List<String> violations = new ArrayList<>();
    JsonNode results = answer.body().path("results");
    if (results.size() != batch.events().size()) {
      violations.add(
          "%d events were answered with %d results"
              .formatted(batch.events().size(), results.size()));
    }
    for (JsonNode result : results) {
      if (!result.path("accepted").asBoolean()) {
        violations.add("event %s was not accepted: %s".formatted(result.path("id"), result));
      }
    }
    return violations;
  }
}
