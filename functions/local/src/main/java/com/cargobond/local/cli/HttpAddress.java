package com.cargobond.local.cli;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a running system answers. */
final class HttpAddress {

  private HttpAddress() {}

  /** Refuses what no system can answer at. */
  static void require(CommandSpec spec, String option, URI url) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null) {
      throw new ParameterException(
          spec.commandLine(), option + " must be an address such as http://localhost:8080");
    }
  }
}
