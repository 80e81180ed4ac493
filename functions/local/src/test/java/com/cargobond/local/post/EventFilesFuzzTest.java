package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.local.file.ReaderResult;
import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Files of any bytes are read into events that can be sent, or refused by their name, and nothing
 * else. {@code JAZZER_FUZZ=1} searches for bytes that do otherwise.
 */
class EventFilesFuzzTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final XfzbReader houseWaybills = new XfzbReader(HouseWaybills.OPTIONS);
  private final EventFiles files = new EventFiles(HouseWaybills.OPTIONS);

  /** The API takes every event that is made of one. */
  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "xfzb.dict")
  void a_house_waybill(byte[] content) throws IOException {
    for (ObjectNode event : ReaderResult.to(content, houseWaybills::read).read()) {
      Map<String, Object> sent = JSON.readValue(JSON.writeValueAsBytes(event), FIELDS);
      assertThat(Capabilities.ALL.events().read(sent).toCloudEvent()).isNotEmpty();
    }
  }

  /** What is sent of a file would be sent the same if it came in one. */
  @FuzzTest(maxDuration = "5m")
  @DictionaryFile(resourcePath = "events.dict")
  void a_file(byte[] content) {
    for (Batches.Batch batch : batches(ReaderResult.to(content, files::read))) {
      assertThat(batches(ReaderResult.to(batch.body(), files::read)))
          .singleElement()
          .extracting(Batches.Batch::body)
          .isEqualTo(batch.body());
    }
  }

  private static List<Batches.Batch> batches(ReaderResult<ObjectNode> answer) {
    Batches batches = new Batches();
    answer.read().forEach(event -> batches.add("token", event));
    return batches.all();
  }
}
