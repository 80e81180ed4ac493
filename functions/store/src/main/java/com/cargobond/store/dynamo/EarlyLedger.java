package com.cargobond.store.dynamo;

import com.cargobond.store.aws.AwsClients;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The ledger of a process, opened while its framework starts: a third of a start goes into the
 * client and its connection. The framework's configuration is not there yet; the environment is
 * asked.
 */
public final class EarlyLedger {

  private static final String TABLE_PREFIX = "CARGOBOND_TABLE_PREFIX";

  private static volatile Optional<FutureTask<EarlyLedger>> opening = Optional.empty();

  private final DynamoLedger ledger;
  private final Optional<SdkException> failure;

  private EarlyLedger(DynamoLedger ledger, Optional<SdkException> failure) {
    this.ledger = ledger;
    this.failure = failure;
  }

  /** Begins to open it, on a thread of its own. */
  public static void open() {
    FutureTask<EarlyLedger> task = new FutureTask<>(EarlyLedger::connected);
    opening = Optional.of(task);
    Thread thread = new Thread(task, "ledger");
    thread.setDaemon(true);
    thread.start();
  }

  /** The ledger that was opened early, or else a new one that has no connection yet. */
  public static DynamoLedger get(Optional<String> tablePrefix) {
    return opening
        .map(EarlyLedger::await)
        .map(early -> early.ledger)
        .orElseGet(() -> new DynamoLedger(AwsClients.dynamoDb(), tablePrefix.orElse("")));
  }

  /**
   * Sees to it that there is a connection.
   *
   * @param ledger what {@link #get} answered
   * @throws SdkException if there is none
   */
  public static void connect(DynamoLedger ledger) {
    if (opening.isEmpty()) {
      ledger.connect();
    }
    opening
        .map(EarlyLedger::await)
        .flatMap(early -> early.failure)
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private static EarlyLedger connected() {
    String prefix = Optional.ofNullable(System.getenv(TABLE_PREFIX)).orElse("");
    DynamoLedger ledger = new DynamoLedger(AwsClients.dynamoDb(), prefix);
    try {
      ledger.connect();
      return new EarlyLedger(ledger, Optional.empty());
    } catch (SdkException unreachable) {
      return new EarlyLedger(ledger, Optional.of(unreachable));
    }
  }

  private static EarlyLedger await(FutureTask<EarlyLedger> task) {
    try {
      return task.get();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the ledger could not be opened", broken.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
