package com.cargobond.bench.hello;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The least that a custom runtime can be: what its start takes is the executable's own share. */
public final class HelloFunction {

  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";
  private static final String REQUEST_ID = "lambda-runtime-aws-request-id";
  private static final byte[] ANSWER = "\"hello\"".getBytes(StandardCharsets.UTF_8);

  private HelloFunction() {}

  /** Answers every event that {@code AWS_LAMBDA_RUNTIME_API} hands out. */
  public static void main(String... arguments) throws IOException {
    String[] address = System.getenv("AWS_LAMBDA_RUNTIME_API").split(":");
    try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        write(socket, "GET " + INVOCATION + "next", new byte[0]);
        String id = read(in).get(REQUEST_ID);
        write(socket, "POST " + INVOCATION + id + "/response", ANSWER);
        read(in);
      }
    }
  }

  private static void write(Socket socket, String request, byte[] body) throws IOException {
    String head =
        "%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(request, body.length);
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    byte[] message = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, message, 0, headBytes.length);
    System.arraycopy(body, 0, message, headBytes.length, body.length);
    socket.getOutputStream().write(message);
  }

  /** Reads an answer, and leaves its body; answers with its headers, their names in small. */
  private static Map<String, String> read(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return headers;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int character = in.read(); character != '\n'; character = in.read()) {
      if (character < 0) {
        System.exit(0);
      }
      if (character != '\r') {
        line.append((char) character);
      }
    }
    return line.toString();
  }
}
