package com.cargobond.local.sample;

import java.io.PrintStream;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * A running system as the sample sees it.
 *
 * @param baseUrl the address of the API, such as {@code http://localhost:8080}
 * @param tokens gives a bearer token for a role; a carrier's carries {@link SampleDay#USCC}
 * @param queuesAreEmpty whether everything that was accepted has been applied
 * @param applied is told how many events were applied, before anything is looked at
 * @param out where the report goes
 */
public record SampleSystem(
    URI baseUrl,
    Function<String, String> tokens,
    BooleanSupplier queuesAreEmpty,
    IntConsumer applied,
    PrintStream out) {

  /** Calls its API. */
  public SampleClient client() {
    return new SampleClient(baseUrl, tokens);
  }
}
