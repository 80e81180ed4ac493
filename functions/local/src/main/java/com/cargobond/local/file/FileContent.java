package com.cargobond.local.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that somebody named. */
public final class FileContent {

  private FileContent() {}

  /**
   * All of a file.
   *
   * @param bytesMax bounds what is held in memory
   * @throws UnreadableFile if it is missing, a directory or too large
   */
  public static byte[] read(Path file, long bytesMax) throws UnreadableFile {
    try {
      if (Files.isDirectory(file)) {
        throw new UnreadableFile(file, "is a directory");
      }
      if (Files.size(file) > bytesMax) {
        throw new UnreadableFile(file, "is larger than " + bytesMax + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableFile(file, "is not there");
    } catch (IOException e) {
      throw new UnreadableFile(file, "cannot be read: " + e.getMessage());
    }
  }
}
