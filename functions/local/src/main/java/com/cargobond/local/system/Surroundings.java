package com.cargobond.local.system;

import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.identity.MachineKey;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * What stands around the API and the functions, however they run.
 *
 * @param console where a person reads; the process' own output is elsewhere
 */
record Surroundings(
    RunOptions options, EmbeddedParts parts, MachineKey key, Path log, PrintStream console) {

  URI baseUrl() {
    return URI.create("http://localhost:" + options.port());
  }
}
