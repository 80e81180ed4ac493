package com.cargobond.local.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoding is found first; then every character is read, or the file is refused. */
class FileTextTest {

  private static final Path FILE = Path.of("a.xml");
  private static final String TEXT = "<a>\u9676\u74F7\u676F</a>";
  private static final String MARK = "\uFEFF";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void unicode_is_told_with_and_without_a_mark(Charset charset) throws Exception {
    assertThat(read(TEXT.getBytes(charset))).isEqualTo(TEXT);
    assertThat(read((MARK + TEXT).getBytes(charset))).isEqualTo(TEXT);
    assertThat(read(("{" + TEXT).getBytes(charset))).isEqualTo("{" + TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB2312", "GB18030", "Big5", "Shift_JIS"})
  void what_xml_declares_is_believed(String encoding) throws Exception {
    String text = "<?xml version=\"1.0\" encoding='" + encoding + "'?><a>\u9676</a>";
    assertThat(read(text.getBytes(Charset.forName(encoding)))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "no-such"})
  void bytes_that_are_wide_are_wide_whatever_is_declared(String encoding) throws Exception {
    String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + TEXT;
    assertThat(read(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(text);
    assertThat(read((MARK + text).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16, 'is declared to be UTF-16, but is not'",
    "IBM037, 'is declared to be IBM037, but is not'",
    "no-such, 'is declared to be no-such, which is not known'",
  })
  void a_declaration_that_cannot_be_right_is_refused(String encoding, String why) {
    byte[] content =
        ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a/>")
            .getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("a.xml:1: " + why);
  }

  @ParameterizedTest
  @CsvSource({
    // Half of a character, an overlong form, a surrogate, a byte of no character.
    "0a 0a e8 b4,                   3, UTF-8,    3",
    "0a c0 af,                      2, UTF-8,    2",
    "ed a1 82,                      1, UTF-8,    1",
    "61 ff,                         1, UTF-8,    2",
    "ff fe 0a 00 42 d8 41 00,       2, UTF-16LE, 5",
    "fe ff 00 61 00,                1, UTF-16BE, 5",
    "ff fe 00 00 00 00 11 00,       1, UTF-32LE, 5",
  })
  void bytes_that_are_of_no_character_are_refused_with_their_place(
      String bytes, int line, String encoding, int place) {
    byte[] content = HexFormat.ofDelimiter(" ").parseHex(bytes);
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("a.xml:%d: is %s, of which byte %d of the file is not", line, encoding, place);
  }

  @Test
  void a_bad_byte_far_into_the_file_is_found() {
    byte[] content = new byte[100_000];
    Arrays.fill(content, (byte) '\n');
    content[99_999] = (byte) 0x80;
    assertThatThrownBy(() -> read(content))
        .hasMessage("a.xml:100000: is UTF-8, of which byte 100000 of the file is not");
  }

  @Test
  void the_first_character_is_the_first_that_is_not_blank() throws Exception {
    assertThat(FileText.of(FILE, (MARK + " \n<").getBytes(StandardCharsets.UTF_16LE)))
        .extracting(FileText::firstCharacter)
        .isEqualTo((int) '<');
    assertThat(FileText.of(FILE, new byte[0]).firstCharacter()).isEqualTo(-1);
    assertThat(FileText.of(FILE, " \n".getBytes(StandardCharsets.UTF_8)).firstCharacter())
        .isEqualTo(-1);
  }

  private static String read(byte[] content) throws UnreadableFile, IOException {
    StringBuilder text = new StringBuilder();
    try (Reader characters = FileText.of(FILE, content).open()) {
      for (int c = characters.read(); c >= 0; c = characters.read()) {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
