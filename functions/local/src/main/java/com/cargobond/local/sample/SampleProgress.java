package com.cargobond.local.sample;

import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far the posting has come: a bar on a terminal, a line elsewhere. */
interface SampleProgress extends AutoCloseable {

  void posted(int events);

  @Override
  void close();

  static SampleProgress of(String task, int total, PrintStream out) {
    return isTerminal() ? bar(task, total) : line(task, total, out);
  }

  private static SampleProgress bar(String task, int total) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(" events", 1)
            .build();
    return new SampleProgress() {
      @Override
      public void posted(int events) {
        bar.stepBy(events);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  private static SampleProgress line(String task, int total, PrintStream out) {
    out.println(task + ": " + total + " events");
    return new SampleProgress() {
      @Override
      public void posted(int events) {}

      @Override
      public void close() {}
    };
  }

  /** From Java 22 on there is a console without a terminal too, which it then says. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException java21) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
