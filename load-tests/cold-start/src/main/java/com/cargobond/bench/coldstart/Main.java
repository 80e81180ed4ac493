package com.cargobond.bench.coldstart;

import com.cargobond.bench.coldstart.Builds.Build;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.identity.Tokens;
import com.cargobond.local.system.Chatter;
import com.cargobond.local.system.EmbeddedParts;
import com.cargobond.local.system.Settings;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures the cold starts of what was built under the working directory. */
public final class Main {

  /** A start on the JVM takes as long as all others of its round together. */
  private static final int JVM_EVERY_ROUNDS = 4;

  private static final Map<String, String> LAMBDA =
      Map.of(
          "AWS_LAMBDA_FUNCTION_NAME", "cold-start",
          "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
          "AWS_REGION", "us-east-1");

  private final Builds builds = new Builds(Path.of("").toAbsolutePath());
  private final Path log;
  private final Map<String, String> settings;

  private Main(Path log, Map<String, String> settings) {
    this.log = log;
    this.settings = settings;
  }

  /**
   * Prints the figures and targets; exits with 1 where a target is missed or nothing was measured.
   *
   * @param arguments how often each is started, and where logs may be written
   */
  public static void main(String... arguments) {
    int starts = Integer.parseInt(arguments[0]);
    Path directory = Path.of(arguments[1]);
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Chatter.sendTo(directory.resolve("embedded.log"));
    int exitCode = 1;
    try (EmbeddedParts parts = EmbeddedParts.start(Optional.empty())) {
      MachineKey key = MachineKey.in(directory);
      Main bench = new Main(directory.resolve("functions.log"), Settings.asEnvironment(key, parts));
      List<Target> targets = bench.run(starts, new Tokens(key), console);
      exitCode = targets.stream().allMatch(Target::met) ? 0 : 1;
    } catch (BenchFailure failure) {
      console.println("cold-start: " + failure.getMessage());
    }
    System.exit(exitCode);
  }

  private List<Target> run(int starts, Tokens tokens, PrintStream console) {
    Undertaking undertaking = Undertaking.open(function("api", builds.api(), settings), tokens);
    Declarations declarations =
        new Declarations(Undertaking.REGISTRATION_NO, Undertaking.PRINCIPAL.value());
    Subject events = events("events", builds.events(), declarations, 1);
    Subject api =
        subject(
            function("api", builds.api(), settings),
            builds.api(),
            () -> undertaking.look().event(),
            undertaking::requireShown,
            1);
    Subject jvm = events("events on the JVM", builds.eventsOnJvm(), declarations, JVM_EVERY_ROUNDS);
    Subject doNothing = simple("do-nothing", builds.doNothing());
    Subject hello = simple("hello", builds.hello());

    Map<Subject, List<Sample>> samples =
        new Rounds(List.of(events, api, jvm, doNothing, hello)).run(starts);
    requireReserved(undertaking, declarations.reserved());

    Map<Subject, Measured> measured = new HashMap<>();
    samples.forEach((subject, taken) -> measured.put(subject, Measured.of(subject, taken)));
    console.println(Report.figures(samples.keySet().stream().map(measured::get).toList()));
    console.println();
    List<Target> targets =
        Targets.of(
            measured.get(events), measured.get(api), measured.get(jvm), measured.get(doNothing));
    console.println(Report.targets(targets));
    return targets;
  }

  private static void requireReserved(Undertaking undertaking, BigDecimal expected) {
    BigDecimal reserved = undertaking.reserved();
    if (reserved.compareTo(expected) != 0) {
      throw new BenchFailure("the ledger has %s reserved, not %s".formatted(reserved, expected));
    }
  }

  private Subject events(String name, Build build, Declarations declarations, int everyRounds) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("QUARKUS_FUNQY_EXPORT", "apply-events");
    return subject(
        function(name, build, environment),
        build,
        declarations::next,
        Declarations::requireApplied,
        everyRounds);
  }

  private Subject simple(String name, Build build) {
    byte[] hello = "\"hello\"".getBytes(StandardCharsets.UTF_8);
    return subject(
        function(name, build, Map.of()),
        build,
        () -> hello,
        response -> requireSame(hello, response),
        1);
  }

  private static void requireSame(byte[] expected, byte[] response) {
    if (!new String(expected, StandardCharsets.UTF_8)
        .equals(new String(response, StandardCharsets.UTF_8))) {
      throw new BenchFailure("it answered " + new String(response, StandardCharsets.UTF_8));
    }
  }

  private static Subject subject(
      LambdaFunction function,
      Build build,
      Supplier<byte[]> event,
      Consumer<byte[]> check,
      int everyRounds) {
    return new Subject(
        function, event, check, build.executableBytes(), build.zipBytes(), everyRounds);
  }

  private LambdaFunction function(String name, Build build, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(LAMBDA);
    all.putAll(environment);
    return new LambdaFunction(name, build.command(), all, log);
  }
}
