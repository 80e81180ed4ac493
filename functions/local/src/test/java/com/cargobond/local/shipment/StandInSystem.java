package com.cargobond.local.shipment;

import com.cargobond.local.guarantee.GuaranteePosition;
import com.cargobond.local.guarantee.SampleGuarantee;
import com.cargobond.local.sample.Fen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers the calls of the sample over HTTP, with {@link ReferenceLedger} behind them. */
final class StandInSystem implements AutoCloseable {

  private static final int PAGE_SIZE = 100;

  final ReferenceLedger ledger = new ReferenceLedger();
  private final TreeSet<SampleGuarantee> active = new TreeSet<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Added to what is shown as reserved: a ledger that lost money. */
  long lostFen;

  /** So many events are not taken for now. */
  int busyFor;

  StandInSystem() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String role = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    String[] path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/");
    boolean reads = exchange.getRequestMethod().equals("GET");
    JsonNode answer;
    int status = 200;
    synchronized (this) {
      switch (path[0]) {
        case "events" -> {
          status = 202;
          answer = events(role, ReferenceLedger.parse(body));
        }
        case "shipments" -> answer = shipment(ledger.shipments.get(path[2]));
        case "demands" -> {
          answer = EventWriter.data();
          if (path[2].equals("decision")) {
            ledger.decided(path[1]);
          } else {
            ledger.paid(path[1]);
          }
        }
        default -> {
          status = reads ? 200 : 201;
          answer = guarantees(path, body, exchange.getRequestURI().getQuery());
        }
      }
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonNode events(String role, JsonNode batch) {
    ObjectNode answer = EventWriter.data();
    ArrayNode results = answer.putArray("results");
    for (JsonNode event : batch) {
      boolean cargo = event.get("type").asText().startsWith("cargo.");
      boolean busy = busyFor > 0;
      boolean accepted = !busy && role.equals(cargo ? "CARRIER" : "CUSTOMS");
      if (accepted) {
        ledger.apply(event);
      }
      ObjectNode result = results.addObject();
      result.put("id", event.get("id").asText()).put("accepted", accepted);
      if (busy) {
        busyFor--;
        result.putObject("problem").put("status", 503);
      }
    }
    return answer;
  }

  private JsonNode guarantees(String[] path, String body, String query) {
    if (path.length == 1) {
      String type = ReferenceLedger.parse(body).get("type").asText();
      return EventWriter.data().put("guaranteeId", type);
    }
    SampleGuarantee guarantee = SampleGuarantee.valueOf(path[1]);
    return switch (path.length == 2 ? "" : path[2]) {
      case "registration" -> {
        active.add(guarantee);
        yield EventWriter.data();
      }
      case "shipments" -> holds(guarantee, query);
      case "demands" -> demands();
      default -> terms(guarantee);
    };
  }

  private JsonNode terms(SampleGuarantee guarantee) {
    GuaranteePosition position = ledger.position(guarantee);
    ObjectNode answer =
        EventWriter.data().put("status", active.contains(guarantee) ? "ACTIVE" : "SUBMITTED");
    answer
        .putObject("position")
        .put("limit", Fen.decimal(position.limit()))
        .put("reserved", Fen.decimal(position.reserved() + lostFen))
        .put("openDemands", Fen.decimal(position.openDemands()))
        .put("paidClaims", Fen.decimal(position.paidClaims()))
        .put("consumed", Fen.decimal(position.consumed()))
        .put("available", Fen.decimal(position.available()));
    return answer;
  }

  private JsonNode holds(SampleGuarantee guarantee, String query) {
    List<Map.Entry<String, ReferenceLedger.Entry>> open =
        new ArrayList<>(
            ledger.shipments.entrySet().stream()
                .filter(one -> one.getValue().guarantee == guarantee)
                .filter(one -> one.getValue().hold.reserved() + one.getValue().hold.demanded() > 0)
                .toList());
    int from = query.contains("after=") ? Integer.parseInt(query.replaceAll(".*after=", "")) : 0;
    ObjectNode answer = EventWriter.data();
    ArrayNode page = answer.putArray("shipments");
    for (var one : open.subList(from, Math.min(open.size(), from + PAGE_SIZE))) {
      ObjectNode shipment = page.addObject().put("houseWaybill", one.getKey());
      shipment.set("reserved", Fen.json(one.getValue().hold.reserved()));
      shipment.set("openDemands", Fen.json(one.getValue().hold.demanded()));
    }
    if (from + PAGE_SIZE < open.size()) {
      answer.put("after", Integer.toString(from + PAGE_SIZE));
    }
    return answer;
  }

  private JsonNode demands() {
    ObjectNode answer = EventWriter.data();
    ArrayNode demands = answer.putArray("demands");
    ledger.demandStatus.forEach(
        (id, status) -> demands.addObject().put("demandId", id).put("status", status));
    return answer;
  }

  private JsonNode shipment(ReferenceLedger.Entry entry) {
    ObjectNode answer = EventWriter.data();
    answer
        .putObject("cover")
        .put("state", entry.refusal.isEmpty() ? "COVERED" : "REFUSED")
        .put("reason", entry.refusal)
        .put("forced", entry.forced);
    ledger.exceptions(entry).forEach(answer.putArray("exceptions")::add);
    return answer;
  }
}
