package com.cargobond.bench.coldstart;

import com.cargobond.bench.report.Target;
import com.cargobond.local.client.UnexpectedAnswer;
import com.cargobond.local.embedded.EmbeddedServerOutput;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.system.EmbeddedParts;
import com.cargobond.local.system.FunctionSettings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Measures the cold starts of what was built under the working directory. */
public final class Main {

  private static final String DATABASE = "AWS_ENDPOINT_URL_DYNAMODB";

  private Main() {}

  /**
   * Prints the figures and targets; exits with 1 where a target is missed or nothing was measured.
   *
   * @param arguments how often each is started, and where logs are written
   */
  public static void main(String... arguments) {
    int starts = Integer.parseInt(arguments[0]);
    Path directory = Path.of(arguments[1]);
    PrintStream console = System.out;
    EmbeddedServerOutput.sendTo(directory.resolve("embedded.log"));
    System.exit(run(starts, directory, console) ? 0 : 1);
  }

  private static Map<String, String> throughRelay(
      Map<String, String> settings, DatabaseRelay database) {
    Map<String, String> relayed = new HashMap<>(settings);
    relayed.put(DATABASE, database.endpoint().toString());
    return relayed;
  }

  private static boolean run(int starts, Path directory, PrintStream console) {
    MachineKey key = MachineKey.in(directory);
    try (EmbeddedParts parts = EmbeddedParts.start(Optional.empty());
        DatabaseRelay database =
            new DatabaseRelay(
                URI.create(FunctionSettings.asEnvironment(key, parts).get(DATABASE)))) {
      Subjects subjects =
          new Subjects(
              new Builds(Path.of("").toAbsolutePath()),
              throughRelay(FunctionSettings.asEnvironment(key, parts), database),
              database,
              directory.resolve("functions.log"));
      Bench bench = Bench.run(subjects, new Tokens(key), starts);
      console.println(Report.figures(bench.figures()));
      console.println();
      console.println(Target.table(bench.targets()));
      return bench.met();
    } catch (BenchFailure | UnexpectedAnswer failure) {
      console.println("cold-start: " + failure.getMessage());
      return false;
    }
  }
}
