package com.cargobond.local.file;

import java.nio.file.Path;

/** A file that does not hold what it should; the message says where and why, in one line. */
public final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1L;

  /** The file as a whole is wrong. */
  public UnreadableFile(Path file, String why) {
    super(OneLine.of(file + ": " + why));
  }

  /** The file is wrong at a line, the first of which is 1. */
  public UnreadableFile(Path file, int line, String why) {
    super(OneLine.of(file + ":" + line + ": " + why));
  }
}
