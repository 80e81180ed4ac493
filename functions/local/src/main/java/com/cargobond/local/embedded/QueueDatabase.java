package com.cargobond.local.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import scalikejdbc.ConnectionPool;

/** The H2 database in which ElasticMQ keeps queues and messages below a directory. */
final class QueueDatabase {

  private static final String DRIVER = "org.h2.Driver";

  private final String uri;

  QueueDatabase(Path directory) {
    // Without a write delay a commit is on its way to the disk before it answers: by default H2
    // gathers half a second of commits, which a killed process would lose.
    this.uri = "jdbc:h2:file:" + directory.toAbsolutePath().resolve("queues") + ";WRITE_DELAY=0";
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(uri, "", "");
  }

  /** ElasticMQ opens its connections once in a process and never again: open them for it. */
  void openPool() {
    var settings = ConnectionPool.singleton$default$4();
    ConnectionPool.singleton(
        uri, "", "", settings, ConnectionPool.singleton$default$5(uri, "", "", settings));
  }

  static void closePool() {
    ConnectionPool.closeAll();
  }

  /** What tells ElasticMQ to use this database. */
  Map<String, Object> serverSettings() {
    return Map.of(
        "messages-storage.enabled",
        true,
        "messages-storage.driver-class",
        DRIVER,
        "messages-storage.uri",
        uri,
        "messages-storage.username",
        "",
        "messages-storage.password",
        "",
        "messages-storage.prune-data-on-init",
        false);
  }
}
