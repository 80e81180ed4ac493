package com.cargobond.local.post;

import com.cargobond.local.file.FileContent;
import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** Reads events from files: CloudEvents JSON, one or an array, or XFZB XML, told by the content. */
public final class EventFiles {

  /** Bounds what is held in memory. */
  static final long FILE_BYTES_MAX = 64L * 1024 * 1024;

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
    return read(file, FileContent.read(file, FILE_BYTES_MAX));
  }

  /**
   * Every event of a file that was read, in its order.
   *
   * @param file where it is from, for errors
   * @throws UnreadableFile if it is empty or in neither form
   */
  public List<ObjectNode> read(Path file, byte[] content) throws UnreadableFile {
    FileText text = FileText.of(file, content);
    return switch (text.firstCharacter()) {
      case -1 -> throw new UnreadableFile(file, "is empty");
      case '<' -> houseWaybills.read(file, content);
      default -> JsonEvents.read(text);
    };
  }
}
