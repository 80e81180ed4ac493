package com.cargobond.domain.event;

import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Text;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A CloudEvent about one shipment.
 *
 * @param source with {@code id} identifies the event
 * @param time when it happened, in the business' sense
 * @param fact the data, typed
 * @param data the data as it came, kept for the record
 */
public record ShipmentEvent(
    String source,
    String id,
    EventType type,
    Instant time,
    ShipmentId shipment,
    Fact fact,
    Map<String, Object> data) {

  private static final String SPECVERSION = "1.0";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");
  private static final Pattern SOURCE = Pattern.compile("[!-~]{1,256}");

  /**
   * Reads a decoded CloudEvent.
   *
   * @throws InvalidInput with every attribute and data field that breaks a rule
   */
  public static ShipmentEvent read(Map<String, ?> cloudEvent) {
    return FieldReader.read(cloudEvent, ShipmentEvent::read);
  }

  private static ShipmentEvent read(FieldReader in) {
    in.text("specversion", ShipmentEvent::requireSpecversion);
    in.optionalText("datacontenttype", ShipmentEvent::requireJson);
    in.optionalText("dataschema", Text.matching(SOURCE, "must be a URI of 1 to 256 characters"));
    EventType type = in.text("type", EventType::of);
    Map<String, Object> data = in.rawObject("data");
    return new ShipmentEvent(
        in.text("source", Text.matching(SOURCE, "must be a URI of 1 to 256 characters")),
        in.text("id", Text.matching(ID, "must be 1 to 128 of letters, digits and ._:/-")),
        type,
        in.time("time"),
        in.text("subject", ShipmentId::parse),
        type == null ? null : in.within("data", data, type::read),
        data);
  }

  /**
   * Identifies the event across all shipments. Who may say it is part of the key, so that nobody
   * can take the ids of another.
   */
  public String key() {
    return speaker() + " " + source + " " + id;
  }

  /** Who says it. */
  public String speaker() {
    return type.speaker(shipment.operator());
  }

  /** Equal for equal content, whatever the order of fields: tells a repeat from a reused id. */
  public String fingerprint() {
    return Fingerprint.of(type.wireName(), time.toString(), shipment.toString(), data);
  }

  /** The event as it is written on the wire; reading it again gives the same. */
  public Map<String, Object> toCloudEvent() {
    return Map.of(
        "specversion", SPECVERSION,
        "source", source,
        "id", id,
        "type", type.wireName(),
        "time", time.toString(),
        "subject", shipment.toString(),
        "data", data);
  }

  /** About how many bytes it takes where it is stored; never less. */
  public int storedBytes() {
    return StoredSize.FIXED_PER_EVENT
        + StoredSize.of(source)
        + StoredSize.of(id)
        + StoredSize.of(data);
  }

  private static String requireSpecversion(String specversion) {
    if (!SPECVERSION.equals(specversion)) {
      throw new BrokenRule("must be \"1.0\"");
    }
    return specversion;
  }

  private static String requireJson(String contentType) {
    if (!"application/json".equals(contentType)) {
      throw new BrokenRule("must be \"application/json\"");
    }
    return contentType;
  }
}
