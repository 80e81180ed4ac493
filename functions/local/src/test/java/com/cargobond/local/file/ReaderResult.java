package com.cargobond.local.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/**
 * What a reader says of a file: all that it read, or why it read nothing.
 *
 * @param refusal empty if the file was read
 */
public record ReaderResult<T>(List<T> read, String refusal) {

  private static final Path FILE = Path.of("f");

  /** What reads files. */
  @FunctionalInterface
  public interface FileReader<T> {

    /** Reads, or refuses by the file's name. */
    List<T> read(Path file, byte[] content) throws UnreadableFile;
  }

  /**
   * The answer to some bytes. It names the file and is one line, if it is a refusal; and it is the
   * same when the bytes come again, and when their text comes in another encoding.
   */
  public static <T> ReaderResult<T> to(byte[] content, FileReader<T> reader) {
    ReaderResult<T> answer = once(content, reader);
    assertThat(once(content, reader)).isEqualTo(answer);
    try {
      assertThat(once(Utf16.of(FILE, content), reader)).isEqualTo(answer);
    } catch (UnreadableFile notOfItsEncoding) {
      assertThat(answer.read()).isEmpty();
      assertThat(answer.refusal()).isEqualTo(notOfItsEncoding.getMessage());
    }
    return answer;
  }

  private static <T> ReaderResult<T> once(byte[] content, FileReader<T> reader) {
    try {
      return new ReaderResult<>(reader.read(FILE, content), "");
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage())
          .matches("f:(\\d+:)? .+")
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      return new ReaderResult<>(List.of(), refused.getMessage());
    }
  }
}
