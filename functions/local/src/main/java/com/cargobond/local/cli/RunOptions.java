package com.cargobond.local.cli;

import com.cargobond.local.bank.BankProfile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How to run the system.
 *
 * @param port where the API answers
 * @param data where data stay over restarts; without it they are in memory
 * @param sample whether to play the sample day
 * @param exit whether to stop after it
 * @param runsNative whether the native executables run, instead of this process
 * @param bank how reliable the stand-in bank is
 * @param today the day for which deadlines are looked at; none without it, since what one tries
 *     often lies in the past
 * @param meter whether to count what the tables and queues are asked
 * @param chaos a trial of refunds instead of a session
 */
public record RunOptions(
    int port,
    Optional<Path> data,
    boolean sample,
    boolean exit,
    boolean runsNative,
    BankProfile bank,
    Optional<LocalDate> today,
    boolean meter,
    Optional<Chaos> chaos) {

  /** A trial of refunds: the executables, in memory, against the worst bank. */
  static RunOptions of(Chaos chaos, int port) {
    return new RunOptions(
        port,
        Optional.empty(),
        false,
        false,
        true,
        BankProfile.WORST,
        Optional.empty(),
        false,
        Optional.of(chaos));
  }
}
