package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file's content, not its name, says what it holds. */
class EventFilesTest {

  @TempDir Path directory;

  private final EventFiles files =
      new EventFiles(new XfzbOptions(new Uscc("91310115MA1AB2C343"), ShipmentClass.B));

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
    try (InputStream in = getClass().getResourceAsStream("house-waybill.xml")) {
      Path file = Files.write(directory.resolve("waybill.json"), in.readAllBytes());
      assertThat(files.read(file))
          .singleElement()
          .satisfies(event -> assertThat(event.at("/data/shipmentClass").asText()).isEqualTo("B"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`\n\n{\"id\": }`         | :3: not JSON",
        "`{\"a\": 1, \"a\": 2}`   | :1: not JSON: Duplicate",
        "`{} {}`                  | :1: not JSON: Trailing token",
        "`[{}, 1]`                | : must be one CloudEvent or an array of them; entry 1 is not",
        "`\"text\"`               | : must be one CloudEvent",
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
    return Files.writeString(directory.resolve("events.json"), content);
  }
}
