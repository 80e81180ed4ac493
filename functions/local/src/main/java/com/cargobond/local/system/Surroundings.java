package com.cargobond.local.system;

import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.identity.MachineKey;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * What stands around the API and the functions, however they run.
 *
 * @param bank where payments are made
 * @param console where a person reads; the process' own output is elsewhere
 */
record Surroundings(
    RunOptions options,
    EmbeddedParts parts,
    URI bank,
    MachineKey key,
    Path log,
    PrintStream console) {

  /** Known to this machine's stand-in bank alone. */
  static final String BANK_TOKEN = "stand-in";

  URI baseUrl() {
    return URI.create("http://localhost:" + options.port());
  }
}
