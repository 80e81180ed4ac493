package com.cargobond.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * A function as Lambda runs it: an instance takes one call at a time, another is started when all
 * at hand are busy, up to a bound.
 */
public final class FunctionProcesses implements AutoCloseable {

  private final Path executable;
  private final Map<String, String> environment;
  private final Path log;
  private final Duration timeout;
  private final Semaphore places;
  private final Queue<FunctionInstance> idle = new ConcurrentLinkedQueue<>();
  private final Queue<FunctionInstance> busy = new ConcurrentLinkedQueue<>();
  private boolean closed;

  /**
   * Starts nothing yet: the first call does.
   *
   * @param environment what the deployed function finds in its environment
   * @param log where the processes write
   * @param timeout what a call may take
   */
  public FunctionProcesses(
      Path executable,
      Map<String, String> environment,
      Path log,
      Duration timeout,
      int instancesMax) {
    this.executable = executable;
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.timeout = timeout;
    this.places = new Semaphore(instancesMax);
  }

  /**
   * Calls the function and waits for its answer.
   *
   * @throws FunctionError if it answers with an error or not in time, or its process ends
   */
  public byte[] invoke(byte[] event) {
    places.acquireUninterruptibly();
    try {
      FunctionInstance instance = anInstance();
      try {
        return instance.invoke(event);
      } finally {
        busy.remove(instance);
        idle.add(instance);
      }
    } finally {
      places.release();
    }
  }

  /**
   * Kills the process that has been at its call for longest, so that the call fails with whatever
   * it had done.
   *
   * @return whether there was one
   */
  public boolean killOneAtWork() {
    FunctionInstance victim = busy.peek();
    if (victim == null) {
      return false;
    }
    victim.kill();
    return true;
  }

  /** An instance that is busy from now on. */
  private FunctionInstance anInstance() {
    Optional<FunctionInstance> next = Optional.ofNullable(idle.poll());
    Optional<FunctionInstance> usable = next.filter(FunctionInstance::isUsable);
    if (usable.isEmpty()) {
      next.ifPresent(FunctionInstance::close);
    }
    // A process that started while the others are closed would stay for ever.
    synchronized (busy) {
      if (closed) {
        usable.ifPresent(FunctionInstance::close);
        throw FunctionError.of("Runtime.Stopped", "the system stops");
      }
      FunctionInstance instance =
          usable.orElseGet(() -> new FunctionInstance(executable, environment, log, timeout));
      busy.add(instance);
      return instance;
    }
  }

  /** Ends every process, also one that is at a call; later calls fail. */
  @Override
  public void close() {
    synchronized (busy) {
      closed = true;
    }
    busy.forEach(FunctionInstance::close);
    idle.forEach(FunctionInstance::close);
  }
}
