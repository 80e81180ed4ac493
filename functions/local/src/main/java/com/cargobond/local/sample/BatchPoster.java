package com.cargobond.local.sample;

import com.cargobond.local.client.ApiCalls.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Posts batches of events, several at once. */
public final class BatchPoster {

  private static final int BUSY = 503;

  /** A system that is too busy for so many rounds is not only busy. */
  private static final int ROUNDS_MAX = 10;

  private static final long ROUND_MILLIS = 400;

  private final SampleClient client;
  private final PrintStream out;

  public BatchPoster(SampleClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  private record Refused(SampleEvent event, JsonNode result) {

    boolean isForNow() {
      return result.path("problem").path("status").asInt() == BUSY;
    }

    @Override
    public String toString() {
      return "event %s was not accepted: %s".formatted(event.id(), result);
    }
  }

  /** What was not accepted, one line each. */
  public List<String> post(String task, List<SampleBatch> batches) {
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

  /** What the system is too busy for is sent again, as its answer asks. */
  public List<String> post(SampleBatch batch) {
    List<Refused> refused = postOnce(batch);
    for (int round = 1;
        round < ROUNDS_MAX && refused.stream().anyMatch(Refused::isForNow);
        round++) {
      BoundedWait.millis(ROUND_MILLIS * round);
      List<SampleEvent> again =
          refused.stream().filter(Refused::isForNow).map(Refused::event).toList();
      List<Refused> left = new ArrayList<>(refused);
      left.removeIf(Refused::isForNow);
      left.addAll(postOnce(new SampleBatch(batch.role(), again)));
      refused = left;
    }
    return refused.stream().map(Refused::toString).toList();
  }

  private List<Refused> postOnce(SampleBatch batch) {
    Answer answer = client.post(batch.role(), "/v1/events", SampleClient.BATCH_TYPE, batch.json());
    JsonNode results = answer.body().path("results");
    if (answer.status() != 202 || results.size() != batch.events().size()) {
      return batch.events().stream().map(event -> new Refused(event, answer.body())).toList();
    }
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (!results.get(i).path("accepted").asBoolean()) {
        refused.add(new Refused(batch.events().get(i), results.get(i)));
      }
    }
    return refused;
  }
}
