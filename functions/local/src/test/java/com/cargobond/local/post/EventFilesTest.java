package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's content, not its name, says what it holds. */
class EventFilesTest {

  @TempDir Path directory;

  private final EventFiles files =
      new EventFiles(
          new XfzbOptions(new Uscc("91310115MA1AB2C343"), ShipmentClass.B, BareTimes.OF_CHINA));

  @Test
  void one_event_is_one_event() throws Exception {
    assertThat(files.read(file("\uFEFF \n{\"id\": \"a\"}"))).hasSize(1);
  }

  @Test
  void an_array_is_its_events_in_order() throws Exception {
    assertThat(files.read(file("[{\"id\": \"a\"}, {\"id\": \"b\"}]")))
        .extracting(event -> event.path("id").asText())
        .containsExactly("a", "b");
  }

  @Test
  void xml_is_a_house_waybill() throws Exception {
    Path file = Files.writeString(directory.resolve("waybill.json"), HouseWaybills.message());
    assertThat(files.read(file))
        .singleElement()
        .satisfies(event -> assertThat(event.at("/data/shipmentClass").asText()).isEqualTo("B"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void the_kind_is_told_in_any_encoding_with_and_without_a_mark(Charset charset) throws Exception {
    for (String mark : List.of("", "\uFEFF")) {
      Path json = file((mark + "{\"id\": \"\u9676\uD842\uDFB7\"}").getBytes(charset));
      assertThat(files.read(json))
          .extracting(event -> event.path("id").asText())
          .containsExactly("\u9676\uD842\uDFB7");
      String waybill = HouseWaybills.message().replace("Ceramic", "\u9676\uD842\uDFB7");
      assertThat(files.read(file((mark + waybill).getBytes(charset))))
          .extracting(event -> event.at("/data/description").asText())
          .containsExactly("\u9676\uD842\uDFB7 cups");
    }
  }

  @Test
  void numbers_stay_as_they_are_written() throws Exception {
    assertThat(files.read(file("{\"a\": [1.10, 100000000000000000001, 0.1]}")))
        .hasToString("[{\"a\":[1.10,100000000000000000001,0.1]}]");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'data': {'payer': {'name': 'QQ#ud842'}}}   | : data.payer.name holds half",
        "[{}, {'data': {'a': [1, ['#udfb7']]}}]      | : entry 1: data.a[1][0] holds half",
        "{'data': {'#ud842': 1}}                     | : data.\\ud842 holds half",
      })
  void half_a_character_is_refused_with_its_field(String content, String message) throws Exception {
    Path file = file(content.replace("'", "\"").replace('#', '\\'));
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(file + message.strip());
  }

  @Test
  void bytes_that_are_of_no_character_are_refused_with_their_place() throws Exception {
    Path file = file("{\"id\":\n \"\u9676\"}".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(file + ":2: is UTF-8, of which byte 10 of the file is not");
  }

  @Test
  void more_than_can_be_held_is_refused() throws Exception {
    Path file = file("[" + "{},".repeat(2_600_000) + "{}]");
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("5000000");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`\n\n{\"id\": }`         | :3: not JSON",
        "`{\"a\": 1, \"a\": 2}`   | :1: not JSON: Duplicate",
        "`{`                      | :1: not JSON: Unexpected end-of-input: expected close marker for"
            + " Object (start marker at line 1, column 1)",
        "`{} {}`                  | :1: not JSON: Trailing token",
        "`[{}, 1]`                | : must be one CloudEvent or an array of them; entry 1 is not",
        "`\"text\"`               | : must be one CloudEvent",
        "`{\"a\": 1e9999999999}`  | : holds a number that is out of range",
        "` `                      | : is empty",
      })
  void what_is_no_event_is_named(String content, String message) throws Exception {
    Path file = file(content);
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(file + message.strip());
  }

  @Test
  void a_missing_file_and_a_directory_are_named() {
    assertThatThrownBy(() -> files.read(directory.resolve("none")))
        .hasMessageEndingWith("none: is not there");
    assertThatThrownBy(() -> files.read(directory)).hasMessageEndingWith("is a directory");
  }

  private Path file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(directory.resolve("events.json"), content);
  }
}
