package com.cargobond.local.shipment;

import com.cargobond.local.client.ApiCalls.Answer;
import com.cargobond.local.sample.Fen;
import com.cargobond.local.sample.SampleClient;
import com.cargobond.local.sample.SampleFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the shipments of one guarantee hold, summed over all pages.
 *
 * @param reserved the sum of what is reserved, in fen
 * @param openDemands the sum of what is demanded, in fen
 * @param byHouseWaybill both together for each shipment, in fen
 */
record OpenHolds(long reserved, long openDemands, Map<String, Long> byHouseWaybill) {

  private static final int PAGE_SIZE = 100;

  /** Far more than the sample has; ends a listing whose pages go round in circles. */
  private static final int PAGES_MAX = 1_000;

  static OpenHolds read(SampleClient client, String role, String path) {
    long reserved = 0;
    long openDemands = 0;
    Map<String, Long> byHouseWaybill = new HashMap<>();
    String after = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      Answer answer = client.get(role, path + "?limit=" + PAGE_SIZE + after);
      if (!answer.isSuccess()) {
        throw new SampleFailure("open holds could not be read: " + answer);
      }
      for (JsonNode shipment : answer.body().path("shipments")) {
        long shipmentReserved = Fen.read(shipment.path("reserved"));
        long shipmentDemands = Fen.read(shipment.path("openDemands"));
        reserved += shipmentReserved;
        openDemands += shipmentDemands;
        byHouseWaybill.merge(
            shipment.path("houseWaybill").asText(), shipmentReserved + shipmentDemands, Long::sum);
      }
      String token = answer.body().path("after").asText("");
      if (token.isEmpty()) {
        return new OpenHolds(reserved, openDemands, byHouseWaybill);
      }
      after = "&after=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
    throw new SampleFailure("open holds have more than " + PAGES_MAX + " pages");
  }
}
