package com.cargobond.local.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's bytes are characters: its byte order mark says so, or the zeros in its first
 * character, or what XML declares (XML 1.0, appendix F), and else it is UTF-8.
 *
 * @param markLength how many bytes its byte order mark has
 */
record TextEncoding(Charset charset, int markLength) {

  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final String XML = "<?xml";
  private static final int DECLARATION_BYTES_MAX = 1024;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._:-]*)[\"']");
  private static final int WIDE = 4;

  static TextEncoding of(Path file, byte[] content) throws UnreadableFile {
    byte[] begin = Arrays.copyOf(content, Math.min(content.length, WIDE));
    if (begins(begin, 0xFF, 0xFE, 0, 0) || begins(begin, 0, 0, 0xFE, 0xFF)) {
      return new TextEncoding(begin[0] == 0 ? UTF_32BE : UTF_32LE, 4);
    }
    if (begins(begin, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(begin, 0xFE, 0xFF) || begins(begin, 0xFF, 0xFE)) {
      return new TextEncoding(
          begin[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2);
    }
    return new TextEncoding(unmarked(file, content, begin), 0);
  }

  /** XML and JSON begin with an ASCII character: the zeros beside it tell its width and order. */
  private static Charset unmarked(Path file, byte[] content, byte[] begin) throws UnreadableFile {
    if (begin.length == WIDE && begin[1] == 0 && begin[2] == 0 && begin[0] != begin[3]) {
      return begin[0] == 0 ? UTF_32BE : UTF_32LE;
    }
    if (begin.length >= 2 && (begin[0] == 0) != (begin[1] == 0)) {
      return begin[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    return declared(file, content);
  }

  private static Charset declared(Path file, byte[] content) throws UnreadableFile {
    int length = Math.min(content.length, DECLARATION_BYTES_MAX);
    Matcher declaration =
        DECLARED.matcher(new String(content, 0, length, StandardCharsets.ISO_8859_1));
    if (!declaration.lookingAt()) {
      return StandardCharsets.UTF_8;
    }
    String name = declaration.group(1);
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableFile(file, 1, "is declared to be " + name + ", which is not known");
    }
    if (!new String(content, 0, XML.length(), charset).equals(XML)) {
      throw new UnreadableFile(file, 1, "is declared to be " + name + ", but is not");
    }
    return charset;
  }

  private static boolean begins(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (content[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
