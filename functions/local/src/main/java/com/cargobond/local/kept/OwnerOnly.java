package com.cargobond.local.kept;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders and files that nobody but their owner reads, whatever the umask says: tokens are signed
 * with the key among them, and payers and accounts stand in the others. Where files have no POSIX
 * permissions, those of the folder above hold.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /** Makes a folder of ours, or closes the one that is there to all others. */
  public static void folder(Path folder) throws IOException {
    newFolder(folder);
    if (isPosix(folder)) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
  }

  /**
   * Makes a folder that a person named, with those above it. One that is there is not ours, and
   * stays as it is.
   */
  public static void newFolder(Path folder) throws IOException {
    Files.createDirectories(folder, isPosix(folder) ? attributes(FOLDER) : new FileAttribute<?>[0]);
  }

  /** Makes an empty file, or closes the one that is there to all others. */
  public static void file(Path file) throws IOException {
    try {
      Files.createFile(file, newFile(file));
    } catch (FileAlreadyExistsException kept) {
      if (isPosix(file)) {
        Files.setPosixFilePermissions(file, FILE);
      }
    }
  }

  /** With what a new file is made. */
  public static FileAttribute<?>[] newFile(Path file) {
    return isPosix(file) ? attributes(FILE) : new FileAttribute<?>[0];
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
