package com.cargobond.local.post;

import java.nio.file.Path;

/** A file that holds no events that can be read; the message says where and why. */
public final class UnreadableFile extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFile(Path file, String why) {
    super(file + ": " + why);
  }

  UnreadableFile(Path file, int line, String why) {
    super(file + ":" + line + ": " + why);
  }
}
