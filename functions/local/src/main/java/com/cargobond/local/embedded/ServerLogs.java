package com.cargobond.local.embedded;

import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.Logger;

/** Keeps the servers' talk about every request out of the system's own log. */
final class ServerLogs {

  /** Kept here, since the log manager may forget a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("com.almworks.sqlite4java"),
          Logger.getLogger("com.amazonaws.services.dynamodbv2.local"),
          Logger.getLogger("org.apache.pekko"),
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("org.elasticmq"),
          Logger.getLogger("scalikejdbc"));

  private ServerLogs() {}

  /** From now on only warnings and errors. */
  static void quieten() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
