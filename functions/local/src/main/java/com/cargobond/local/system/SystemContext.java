package com.cargobond.local.system;

import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.bank.BankBook;
import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.TokenHolder;
import com.cargobond.local.identity.TokenRole;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.sample.SampleDay;
import com.cargobond.local.sample.SampleSystem;
import com.cargobond.store.deployment.MessageQueue;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What stands around the API and the functions, however they run.
 *
 * @param bank where payments are made
 * @param bankBook what that bank has done
 * @param console where a person reads; the process' own output is elsewhere
 */
record SystemContext(
    RunOptions options,
    EmbeddedParts parts,
    URI bank,
    BankBook bankBook,
    MachineKey key,
    Path log,
    PrintStream console) {

  /** Known to this machine's stand-in bank alone. */
  static final String BANK_TOKEN = "stand-in";

  /** Gives a token for a role; a carrier's is for the operator of the sample. */
  Function<String, String> tokens() {
    Tokens tokens = new Tokens(key);
    return name -> {
      TokenRole role = TokenRole.of(name);
      return tokens.sign(
          role == TokenRole.CARRIER
              ? TokenHolder.carrier(new Uscc(SampleDay.USCC))
              : TokenHolder.of(role));
    };
  }

  /** The system as the sample sees it. */
  SampleSystem sampleSystem(SqsClient sqs) {
    return new SampleSystem(
        baseUrl(),
        tokens(),
        () -> Queues.isEmpty(sqs, MessageQueue.CARGO_EVENTS),
        events -> parts.meters().ifPresent(meters -> meters.print(events, console)),
        console);
  }

  /** More often than a deployment: somebody watches, or thousands of refunds wait. */
  Duration sweepInterval() {
    return Duration.ofSeconds(options.chaos().isPresent() ? 1 : 5);
  }

  URI baseUrl() {
    return URI.create("http://localhost:" + options.port());
  }
}
