package com.cargobond.local.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** What Lambda's Java runtime does in the process of a function: asks, calls, answers. */
public final class LambdaOnJvm {

  private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler";

  private LambdaOnJvm() {}

  /** Runs until the process is ended. */
  public static void main(String... arguments) throws Exception {
    Class<?> type = Class.forName(HANDLER);
    Object handler = type.getDeclaredConstructor().newInstance();
    Method handle =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("handleRequest"))
            .findFirst()
            .orElseThrow();
    String api =
        "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (true) {
        HttpResponse<byte[]> next =
            http.send(
                HttpRequest.newBuilder(URI.create(api + "next")).build(),
                BodyHandlers.ofByteArray());
        InputStream event = new ByteArrayInputStream(next.body());
        OutputStream answer = new ByteArrayOutputStream();
        handle.invoke(handler, event, answer, null);
        String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        http.send(
            HttpRequest.newBuilder(URI.create(api + id + "/response"))
                .POST(BodyPublishers.ofByteArray(((ByteArrayOutputStream) answer).toByteArray()))
                .build(),
            BodyHandlers.discarding());
      }
    }
  }
}
