package com.cargobond.local.post;

import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads CloudEvents as JSON, one or an array, so that they go on as they came. */
final class JsonEvents {

  /** Bounds what is held in memory; some hundred thousand events. */
  private static final long TOKENS_MAX = 5_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(TOKENS_MAX).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Pattern PLACE =
      Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");

  private JsonEvents() {}

  /**
   * Every event, in the file's order.
   *
   * @throws UnreadableFile if it is no such JSON, or a text in it is not whole
   */
  static List<ObjectNode> read(FileText text) throws UnreadableFile {
    Path file = text.file();
    JsonNode root = parse(text);
    List<ObjectNode> events = new ArrayList<>();
    for (JsonNode each : root.isArray() ? root : List.of(root)) {
      if (!(each instanceof ObjectNode event)) {
        throw new UnreadableFile(
            file, "must be one CloudEvent or an array of them; entry " + events.size() + " is not");
      }
      requireWhole(file, root.isArray() ? "entry " + events.size() + ": " : "", event);
      events.add(event);
    }
    return events;
  }

  private static JsonNode parse(FileText text) throws UnreadableFile {
    try (Reader characters = text.open()) {
      return JSON.readTree(characters);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new UnreadableFile(text.file(), line, "not JSON: " + spoken(e.getOriginalMessage()));
    } catch (NumberFormatException e) {
      throw new UnreadableFile(text.file(), "holds a number that is out of range");
    } catch (IOException e) {
      throw new UnreadableFile(text.file(), "cannot be read: " + e.getMessage());
    }
  }

  /** The parser names its source, which is no name that a user knows. */
  private static String spoken(String message) {
    return PLACE.matcher(message).replaceAll("line $1, column $2");
  }

  private static void requireWhole(Path file, String entry, JsonNode event) throws UnreadableFile {
    Optional<String> halved = halved(event);
    if (halved.isPresent()) {
      throw new UnreadableFile(
          file,
          entry
              + halved.get()
              + " holds half a character (an unpaired surrogate): it cannot go on");
    }
  }

  /**
   * Where the first text is that holds half a character. JSON can write one, as an escape; no
   * encoding can, so it would go on as something else.
   */
  private static Optional<String> halved(JsonNode node) {
    if (node.isTextual()) {
      return isWhole(node.textValue()) ? Optional.empty() : Optional.of("");
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      Optional<String> halved = halved(node.get(i));
      if (halved.isPresent()) {
        return Optional.of("[" + i + "]" + halved.get());
      }
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Optional<String> halved =
          isWhole(field.getKey()) ? halved(field.getValue()) : Optional.of("");
      if (halved.isPresent()) {
        boolean ends = halved.get().isEmpty() || halved.get().startsWith("[");
        return Optional.of(field.getKey() + (ends ? "" : ".") + halved.get());
      }
    }
    return Optional.empty();
  }

  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(
            character ->
                character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }
}
