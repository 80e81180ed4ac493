package com.cargobond.events.frame;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/** What the outbox table's stream hands over: new items in Lambda's form. */
@RegisterForReflection
public record OutboxBatch(@JsonProperty("Records") List<Item> records) {

  /** One change of the table. {@code eventName} is INSERT for a new item. */
  @RegisterForReflection
  public record Item(String eventName, Change dynamodb) {}

  /** The item's position in the stream and its attributes, each as {@code {"S": "…"}}. */
  @RegisterForReflection
  public record Change(
      @JsonProperty("SequenceNumber") String sequenceNumber,
      @JsonProperty("NewImage") Map<String, Map<String, Object>> newImage) {}
}
