package com.cargobond.local.cli;

import java.nio.file.Path;

/** Where this machine's key and logs are. */
final class Home {

  private Home() {}

  static Path directory() {
    return Path.of(System.getProperty("cargobond.home", ".cargobond"));
  }
}
