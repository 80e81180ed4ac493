package com.cargobond.infra;

import com.cargobond.domain.input.BrokenRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the native build packs for Lambda: an executable named bootstrap. */
final class FunctionZip {

  private static final String EXECUTABLE = "bootstrap";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** Where an ELF header names the processor, in two bytes, the lower first. */
  private static final int MACHINE = 18;

  private FunctionZip() {}

  /**
   * Looks into it.
   *
   * @throws BrokenRule if it is not there, or not an executable for the processor: Lambda would
   *     take it and fail every call
   */
  static void check(Path zip, Processor processor) {
    if (!Files.isRegularFile(zip)) {
      throw new BrokenRule(
          zip + " is not there: ./mvnw package -Dnative -DskipTests makes it, in the root folder");
    }
    byte[] header = header(zip);
    int machine = header.length < MACHINE + 2 ? 0 : header[MACHINE] & 0xff;
    for (int i = 0; i < ELF.length; i++) {
      machine = header.length > i && header[i] == ELF[i] ? machine : 0;
    }
    if (machine != processor.elfMachine()) {
      throw new BrokenRule(
          zip
              + " holds no executable for "
              + processor.id()
              + ": ./mvnw package -Dnative -DskipTests makes one on such a machine; -c architecture"
              + " chooses another");
    }
  }

  private static byte[] header(Path zip) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry executable = file.getEntry(EXECUTABLE);
      if (executable == null) {
        return new byte[0];
      }
      try (InputStream content = file.getInputStream(executable)) {
        return content.readNBytes(MACHINE + 2);
      }
    } catch (IOException unreadable) {
      throw new BrokenRule(zip + " is not a zip file");
    }
  }
}
