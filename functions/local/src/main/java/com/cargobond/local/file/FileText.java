package com.cargobond.local.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

/**
 * A file's text, in whatever encoding it came. Bytes that are not of the encoding are refused with
 * their place: nothing is read as a replacement character.
 */
public final class FileText {

  private static final int CHARACTERS_AT_ONCE = 8192;

  private final Path file;
  private final byte[] content;
  private final TextEncoding encoding;

  private FileText(Path file, byte[] content, TextEncoding encoding) {
    this.file = file;
    this.content = content;
    this.encoding = encoding;
  }

  /**
   * The text of a file.
   *
   * @param file where it is from, for errors
   * @throws UnreadableFile if its encoding is not known, or its bytes are not of it
   */
  public static FileText of(Path file, byte[] content) throws UnreadableFile {
    FileText text = new FileText(file, content, TextEncoding.of(file, content));
    text.requireDecodable();
    return text;
  }

  /** Where the text is from. */
  public Path file() {
    return file;
  }

  /** The characters, without a byte order mark. */
  public Reader open() {
    int start = encoding.markLength();
    return new InputStreamReader(
        new ByteArrayInputStream(content, start, content.length - start),
        strictDecoder(encoding.charset()));
  }

  /** The first character that is not blank, or -1 if there is none. */
  public int firstCharacter() {
    try (Reader characters = open()) {
      int character = characters.read();
      while (Character.isWhitespace(character)) {
        character = characters.read();
      }
      return character;
    } catch (IOException impossible) {
      throw new UncheckedIOException("the text was decoded before", impossible);
    }
  }

  private void requireDecodable() throws UnreadableFile {
    CharsetDecoder decoder = strictDecoder(encoding.charset());
    int start = encoding.markLength();
    ByteBuffer in = ByteBuffer.wrap(content, start, content.length - start);
    CharBuffer out = CharBuffer.allocate(CHARACTERS_AT_ONCE);
    int line = 1;
    CoderResult result;
    do {
      result = decoder.decode(in, out, true);
      out.flip();
      line += (int) out.chars().filter(character -> character == '\n').count();
      out.clear();
    } while (result.isOverflow());
    if (result.isError()) {
      throw new UnreadableFile(
          file,
          line,
          "is %s, of which byte %d of the file is not"
              .formatted(encoding.charset(), in.position() + 1));
    }
  }

  private static CharsetDecoder strictDecoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
