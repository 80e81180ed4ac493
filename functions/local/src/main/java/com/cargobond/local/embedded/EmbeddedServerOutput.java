package com.cargobond.local.embedded;

import com.cargobond.local.kept.OwnerOnly;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the embedded servers print by themselves, kept apart from what a person reads. */
public final class EmbeddedServerOutput {

  private EmbeddedServerOutput() {}

  /** From now on the process' own output goes to the file; whoever needs the console kept it. */
  public static void sendTo(Path file) {
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      OwnerOnly.file(file);
      PrintStream output =
          new PrintStream(
              Files.newOutputStream(file, StandardOpenOption.APPEND), true, StandardCharsets.UTF_8);
      System.setOut(output);
      System.setErr(output);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + file, unwritable);
    }
  }
}
