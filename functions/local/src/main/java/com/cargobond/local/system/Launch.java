package com.cargobond.local.system;

import com.cargobond.local.capability.SampleStories;
import com.cargobond.local.cli.Chaos;
import com.cargobond.local.cli.RootCause;
import com.cargobond.local.cli.RunOptions;
import com.cargobond.local.embedded.EmbeddedServerOutput;
import com.cargobond.local.identity.MachineKey;
import com.cargobond.local.kept.OwnerOnly;
import com.cargobond.local.sample.SampleStory;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the parts in the order in which they need each other. */
public final class Launch {

  private Launch() {}

  /**
   * Runs until interrupted, or until the sample is done.
   *
   * @param home where this machine's key and log are
   * @return the exit code
   */
  public static int run(RunOptions options, Path home) {
    MachineKey key = MachineKey.in(home);
    Path log = ownLog(home);
    PrintStream console = System.out;
    EmbeddedServerOutput.sendTo(home.resolve("embedded.log"));
    try (EmbeddedParts parts = EmbeddedParts.start(options.data(), options.meter());
        LocalBank bank = LocalBank.open(options, key)) {
      SystemContext context =
          new SystemContext(options, parts, bank.url(), bank.book(), key, log, console);
      return options.runsNative() ? runNative(context) : runInProcess(context);
    }
  }

  private static Path ownLog(Path home) {
    Path log = home.resolve("cargobond.log");
    try {
      OwnerOnly.file(log);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + log, unwritable);
    }
    return log;
  }

  private static int runNative(SystemContext context) {
    OwnLog.appendTo(context.log());
    return new NativeSystem(context, Executables.ofThisBuild(), activity(context)).run();
  }

  private static Activity activity(SystemContext context) {
    return context
        .options()
        .chaos()
        .<Activity>map(chaos -> running -> playChaos(context, chaos, running))
        .orElseGet(() -> new Session(context));
  }

  private static int playChaos(SystemContext context, Chaos chaos, Running running) {
    SampleStory story =
        SampleStories.chaos(chaos, context.options().bank(), context.bankBook(), running.payers());
    return story.play(context.sampleSystem(running.sqs())) ? 0 : 1;
  }

  private static int runInProcess(SystemContext context) {
    FunctionSettings.apply(context);
    LocalSystem.prepare(context);
    AtomicInteger exitCode = new AtomicInteger();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Quarkus.run(
        LocalSystem.class,
        (code, failure) -> {
          exitCode.set(code);
          failed.set(failure);
        });
    if (failed.get() != null) {
      throw new IllegalStateException(RootCause.message(failed.get()), failed.get());
    }
    return exitCode.get();
  }
}
