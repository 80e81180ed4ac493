package com.cargobond.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to a class's log during each test, and keeps of every line what the test asks for. */
final class LoggedLines<T> implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger;
  private final Function<LogRecord, T> kept;
  private final List<T> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(kept.apply(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private LoggedLines(Logger logger, Function<LogRecord, T> kept) {
    this.logger = logger;
    this.kept = kept;
  }

  /**
   * The lines of a class.
   *
   * @param kept asked while the line is written, so that it can read what the thread says with it
   */
  static <T> LoggedLines<T> of(Class<?> writer, Function<LogRecord, T> kept) {
    return new LoggedLines<>(Logger.getLogger(writer.getName()), kept);
  }

  List<T> all() {
    return Collections.unmodifiableList(lines);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    lines.clear();
    logger.addHandler(handler);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger.removeHandler(handler);
  }
}
