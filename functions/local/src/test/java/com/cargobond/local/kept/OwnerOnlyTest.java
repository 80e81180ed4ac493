package com.cargobond.local.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cargobond.local.bank.BankBook;
import com.cargobond.local.embedded.EmbeddedDynamoDb;
import com.cargobond.local.embedded.EmbeddedQueues;
import com.cargobond.local.identity.MachineKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept on this machine is not for its other users. */
class OwnerOnlyTest {

  private static final String OPEN_FOLDER = "rwxr-xr-x";
  private static final String OPEN_FILE = "rw-r--r--";

  @TempDir Path machine;

  @BeforeEach
  void permissions_must_be_posix() {
    assumeTrue(machine.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void a_new_folder_and_a_new_file_are_their_owners() throws IOException {
    Path file = machine.resolve("a/b/file");

    OwnerOnly.folder(file.getParent());
    OwnerOnly.file(file);

    assertThat(permissions(machine.resolve("a"))).isEqualTo("rwx------");
    assertThat(permissions(machine.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
  }

  @Test
  void what_an_earlier_version_left_open_is_closed_and_keeps_its_content() throws IOException {
    Path folder = open(Files.createDirectory(machine.resolve("ours")), OPEN_FOLDER);
    Path file = open(Files.writeString(folder.resolve("file"), "kept"), OPEN_FILE);

    OwnerOnly.folder(folder);
    OwnerOnly.file(file);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("kept");
  }

  @Test
  void a_folder_that_a_person_named_and_that_was_there_is_left_alone() throws IOException {
    Path theirs = open(Files.createDirectory(machine.resolve("theirs")), OPEN_FOLDER);

    OwnerOnly.newFolder(theirs);

    assertThat(permissions(theirs)).isEqualTo(OPEN_FOLDER);
  }

  @Test
  void the_key_and_its_folder_are_closed_on_every_start() throws IOException {
    MachineKey.in(machine.resolve("home"));
    Path key = open(only(machine.resolve("home")), OPEN_FILE);
    open(machine.resolve("home"), OPEN_FOLDER);

    MachineKey.in(machine.resolve("home"));

    assertThat(permissions(machine.resolve("home"))).isEqualTo("rwx------");
    assertThat(permissions(key)).isEqualTo("rw-------");
  }

  @Test
  void nothing_of_tables_queues_and_payments_can_be_reached_by_others() throws IOException {
    Path data = open(Files.createDirectory(machine.resolve("data")), OPEN_FOLDER);

    try (EmbeddedDynamoDb tables = EmbeddedDynamoDb.in(data.resolve("tables"));
        EmbeddedQueues queues = EmbeddedQueues.in(data.resolve("queues"));
        BankBook book = BankBook.in(data.resolve("bank.jsonl"))) {
      assertThat(List.of(tables, queues, book)).doesNotContainNull();
      try (Stream<Path> kept = Files.list(data)) {
        assertThat(kept)
            .hasSize(3)
            .allSatisfy(path -> assertThat(permissions(path)).endsWith("------"));
      }
    }
  }

  private static Path open(Path path, String permissions) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
