package com.cargobond.local.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run the system.
 *
 * @param port where the API answers
 * @param data where data stay over restarts; without it they are in memory
 * @param sample whether to play the sample day
 * @param exit whether to stop after it
 */
public record RunOptions(int port, Optional<Path> data, boolean sample, boolean exit) {}
