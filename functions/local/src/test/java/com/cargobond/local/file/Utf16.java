package com.cargobond.local.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files as another machine would have written them: in UTF-16, with its byte order mark. */
public final class Utf16 {

  private Utf16() {}

  /**
   * The text of a file in UTF-16.
   *
   * @throws UnreadableFile if it is not of its encoding
   */
  public static byte[] of(Path file, byte[] content) throws UnreadableFile {
    StringWriter text = new StringWriter();
    try (Reader characters = FileText.of(file, content).open()) {
      characters.transferTo(text);
    } catch (IOException impossible) {
      throw new UncheckedIOException("the text was decoded before", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_16);
  }
}
