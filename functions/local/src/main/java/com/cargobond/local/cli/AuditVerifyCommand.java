package com.cargobond.local.cli;

import com.cargobond.local.embedded.EmbeddedDynamoDb;
import com.cargobond.local.embedded.EmbeddedServerOutput;
import com.cargobond.local.embedded.LocalClients;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.dynamo.AuditTrails;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

@Command(
    name = "verify",
    description = {
      "Walks every trail and finds entries that were changed, left out, moved or added.",
      "Finds also what stands otherwise than its last entry says.",
      "Reads a deployment with the credentials and the region of the AWS environment, unless told"
          + " otherwise. Exit code 1 if anything is found."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  private final Path home;

  @Spec private CommandSpec spec;

  @ArgGroup private Place place;

  @Option(
      names = "--prefix",
      defaultValue = "",
      description = "Before each table's name, such as dev-.")
  private String prefix;

  @Option(
      names = "--heads",
      description = "Prints the number and hash of each trail's last entry, to be kept elsewhere.")
  private boolean heads;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  /** Where the tables are, if not in AWS. */
  static final class Place {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "What run --data keeps in DIR, when it does not run.")
    private Optional<Path> data = Optional.empty();

    @Option(
        names = "--endpoint",
        paramLabel = "URL",
        description = "The DynamoDB of a system that runs on this machine; run prints it.")
    private Optional<URI> endpoint = Optional.empty();
  }

  AuditVerifyCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() {
    if (place != null && place.data.isPresent()) {
      Path tables = place.data.get().resolve("tables");
      if (!Files.isDirectory(tables)) {
        throw new ParameterException(
            spec.commandLine(), "--data: there are no tables in " + place.data.get());
      }
      EmbeddedServerOutput.sendTo(home.resolve("embedded.log"));
      try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.in(tables)) {
        return verify(LocalClients.dynamoDb(dynamoDb.endpoint()));
      }
    }
    if (place == null) {
      return verify(deployment());
    }
    URI endpoint = place.endpoint.orElseThrow();
    HttpAddress.require(spec, "--endpoint", endpoint);
    return verify(LocalClients.dynamoDb(endpoint));
  }

  private static DynamoDbClient deployment() {
    try {
      return DynamoDbClient.builder()
          .region(new DefaultAwsRegionProviderChain().getRegion())
          .build();
    } catch (SdkClientException none) {
      throw new IllegalStateException(
          "no AWS region: set AWS_REGION or mend AWS_PROFILE, or give --endpoint or --data", none);
    }
  }

  private int verify(DynamoDbClient client) {
    PrintWriter out = spec.commandLine().getOut();
    try (client) {
      AuditTrails.Result result = new AuditTrails(client, prefix).verify();
      if (heads) {
        result.heads().forEach((subject, head) -> out.println(subject + " " + head));
      }
      result.findings().forEach(out::println);
      out.printf(
          "%d trails with %d entries: %s%n",
          result.heads().size(),
          result.entries(),
          result.findings().isEmpty() ? "in order" : result.findings().size() + " findings");
      out.flush();
      return result.findings().isEmpty() ? Cli.EXIT_OK : Cli.EXIT_REFUSED;
    } catch (ResourceNotFoundException missing) {
      throw new IllegalStateException(
          "there is no table " + LedgerTable.AUDIT.name(prefix) + ": see --prefix", missing);
    } catch (SdkClientException unreachable) {
      String where =
          Optional.ofNullable(place)
              .flatMap(given -> given.endpoint)
              .map(URI::toString)
              .orElse("DynamoDB");
      throw new IllegalStateException(where + ": " + RootCause.message(unreachable), unreachable);
    }
  }
}
