package com.cargobond.local.bank;

import com.cargobond.local.kept.OwnerOnly;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A journal in a file, one JSON object a line. An entry that {@link #append} has written survives
 * the end of the process, however it ends.
 */
final class JournalFile implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final Path file;
  private final FileChannel channel;

  /** Opens the file, which is made with its directory if it is not there. */
  JournalFile(Path file) {
    this.file = file;
    try {
      OwnerOnly.newFolder(file.toAbsolutePath().getParent());
      OwnerOnly.file(file);
      this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
      dropTornLine();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the bank's journal in " + file, e);
    }
  }

  /**
   * Every entry, the oldest first.
   *
   * @throws IllegalStateException if a line is none
   */
  List<JournalEntry> entries() throws IOException {
    return Files.readAllLines(file).stream().map(this::parsed).toList();
  }

  void append(JournalEntry entry) {
    try {
      ByteBuffer line =
          ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }

  /** A process that was killed while it wrote had not answered: what it began did not happen. */
  private void dropTornLine() throws IOException {
    String content = Files.readString(file);
    String whole = content.substring(0, content.lastIndexOf('\n') + 1);
    long length = whole.getBytes(StandardCharsets.UTF_8).length;
    channel.truncate(length).position(length);
  }

  private JournalEntry parsed(String line) {
    try {
      return JSON.readValue(line, JournalEntry.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " is not a bank's journal", e);
    }
  }
}
