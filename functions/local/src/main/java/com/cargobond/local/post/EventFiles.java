package com.cargobond.local.post;

import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads events from files: CloudEvents JSON, one or an array, or XFZB XML, told by the content. */
public final class EventFiles {

  /** Bounds what is held in memory; some hundred thousand events. */
  static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final XfzbReader houseWaybills;

  /**
   * Reads with the options for house waybills.
   *
   * @param options what a house waybill does not say itself
   */
  public EventFiles(XfzbOptions options) {
    this.houseWaybills = new XfzbReader(options);
  }

  /**
   * Every event of a file, in its order.
   *
   * @throws UnreadableFile if it is missing, too large, empty or in neither form
   */
  public List<ObjectNode> read(Path file) throws UnreadableFile {
    byte[] content = FileContent.read(file, FILE_BYTES_MAX);
    int start = firstCharacter(content);
    if (start == content.length) {
      throw new UnreadableFile(file, "is empty");
    }
    return content[start] == '<'
        ? List.of(houseWaybills.read(file, content))
        : cloudEvents(file, content, start);
  }

  private static int firstCharacter(byte[] content) {
    int start = 0;
    if (content.length >= 3
        && content[0] == BYTE_ORDER_MARK[0]
        && content[1] == BYTE_ORDER_MARK[1]
        && content[2] == BYTE_ORDER_MARK[2]) {
      start = BYTE_ORDER_MARK.length;
    }
    while (start < content.length && Character.isWhitespace(content[start])) {
      start++;
    }
    return start;
  }

  private static List<ObjectNode> cloudEvents(Path file, byte[] content, int start)
      throws UnreadableFile {
    JsonNode root;
    try (var parser = JSON.createParser(content, start, content.length - start)) {
      root = JSON.readValue(parser, JsonNode.class);
    } catch (JsonProcessingException e) {
      int lineOfStart = lineOf(content, start);
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new UnreadableFile(file, lineOfStart + line, "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnreadableFile(file, "cannot be read: " + e.getMessage());
    }
    List<ObjectNode> events = new ArrayList<>();
    for (JsonNode each : root.isArray() ? root : List.of(root)) {
      if (!(each instanceof ObjectNode event)) {
        throw new UnreadableFile(
            file, "must be one CloudEvent or an array of them; entry " + events.size() + " is not");
      }
      events.add(event);
    }
    return events;
  }

  private static int lineOf(byte[] content, int position) {
    int line = 0;
    for (int i = 0; i < position; i++) {
      if (content[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
