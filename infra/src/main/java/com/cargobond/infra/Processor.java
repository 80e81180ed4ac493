package com.cargobond.infra;

import software.amazon.awscdk.services.lambda.Architecture;

/** What Lambda can run an executable on. */
enum Processor {
  ARM64("arm64", 183),
  X86_64("x86_64", 62);

  private final String id;
  private final int elfMachine;

  Processor(String id, int elfMachine) {
    this.id = id;
    this.elfMachine = elfMachine;
  }

  /** As it is written on the command line. */
  String id() {
    return id;
  }

  /** How an executable's header says that it is for this processor: {@code e_machine}. */
  int elfMachine() {
    return elfMachine;
  }

  /** Lambda's word for it. */
  Architecture architecture() {
    return this == ARM64 ? Architecture.ARM_64 : Architecture.X86_64;
  }
}
