package com.cargobond.local.system;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Handler;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.handlers.FileHandler;

/** What this process logs where no framework starts in it that would see to it. */
final class OwnLog {

  private OwnLog() {}

  /** From now on it goes to the file, between the lines that the functions' processes append. */
  static void appendTo(Path log) {
    try {
      FileHandler file = new FileHandler(new JsonFormatter(), log.toFile(), true);
      file.setLevel(Level.INFO);
      Logger.getLogger("").setLevel(Level.INFO);
      InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {file});
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + log, unwritable);
    }
  }
}
