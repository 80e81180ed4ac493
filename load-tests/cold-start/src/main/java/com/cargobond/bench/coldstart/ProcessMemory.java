package com.cargobond.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what Linux says of a process' memory. */
final class ProcessMemory {

  private static final String PEAK_RESIDENT = "VmHWM:";
  private static final long KIBIBYTE = 1024;

  private ProcessMemory() {}

  /**
   * The most memory that was resident so far.
   *
   * @throws BenchFailure if the process is gone
   */
  static long peakBytes(long processId) {
    Path status = Path.of("/proc", Long.toString(processId), "status");
    try {
      return peakBytes(Files.readAllLines(status));
    } catch (IOException gone) {
      throw new BenchFailure("cannot read " + status, gone);
    }
  }

  static long peakBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK_RESIDENT))
        .map(line -> line.substring(PEAK_RESIDENT.length()).replace("kB", "").strip())
        .mapToLong(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
        .findFirst()
        .orElseThrow(() -> new BenchFailure("the process ended before its memory was read"));
  }
}
