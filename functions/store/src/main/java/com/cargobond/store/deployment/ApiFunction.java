package com.cargobond.store.deployment;

import static com.cargobond.store.deployment.TableAccess.to;

import java.time.Duration;

/** The function that answers HTTP requests, an executable of its own. */
public final class ApiFunction {

  public static final String NAME = "api";

  /** As long as an HTTP API waits. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** As the others have, for the same reason. */
  public static final int MEMORY_MEBIBYTES = EventFunction.MEMORY_MEBIBYTES;

  public static final Permissions PERMISSIONS =
      Permissions.on(LedgerAccess.COMMANDS)
          .and(
              to(LedgerTable.DEPOSITS, TableAction.SCAN),
              to(LedgerTable.EXCEPTIONS, TableAction.QUERY))
          .sendingTo(MessageQueue.CARGO_EVENTS);

  private ApiFunction() {}
}
