package com.cargobond.domain.event;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CloudEvent about one shipment; read by {@link EventTypes}.
 *
 * @param source with {@code id} identifies the event
 * @param time when it happened, in the business' sense
 * @param fact the data, typed
 * @param data the data as it came, kept for the record
 * @param extensions attributes that gateways and brokers add; they mean nothing here
 * @param authority the district or office of Customs in whose name it was said; empty for the whole
 *     administration, for whoever is not Customs, and in what was kept before this was noted
 */
public record ShipmentEvent(
    String source,
    String id,
    EventType type,
    Instant time,
    ShipmentId shipment,
    Fact fact,
    Map<String, Object> data,
    Map<String, Object> extensions,
    Optional<DistrictCode> authority) {

  /** No name that a sender can use: who may say something is not the sender's to say. */
  private static final String AUTHORITY = "cargobond-authority";

  private static final String SPECVERSION = "1.0";
  private static final int ID_LENGTH_MAX = 128;

  /** As the source, it stands in keys that are made of both: neither begins or ends in a blank. */
  private static final Pattern ID = Pattern.compile("[^ ]([\\s\\S]*[^ ])?");

  private static final Pattern SOURCE = Pattern.compile("[!-~]{1,256}");

  static ShipmentEvent read(FieldReader in, EventTypes types) {
    in.text("specversion", ShipmentEvent::requireSpecversion);
    in.optionalText("datacontenttype", JsonMediaType::require);
    in.optionalText("dataschema", Text.matching(SOURCE, "must be a URI of 1 to 256 characters"));
    EventType type = in.text("type", types::named);
    Map<String, Object> data = in.rawObject("data");
    return new ShipmentEvent(
        in.text("source", Text.matching(SOURCE, "must be a URI of 1 to 256 characters")),
        in.text("id", in.unlessKept(ShipmentEvent::requireId)),
        type,
        in.time("time"),
        in.text("subject", ShipmentId::parse),
        type == null ? null : in.within("data", data, type::read),
        data,
        Extensions.read(in),
        in.isKept() ? in.optionalText(AUTHORITY, DistrictCode::new) : Optional.empty());
  }

  /** The same, said in the name of an office or district of Customs. */
  public ShipmentEvent inTheNameOf(DistrictCode district) {
    return new ShipmentEvent(
        source,
        id,
        type,
        time,
        shipment,
        fact,
        data,
        extensions,
        district.isAdministration() ? Optional.empty() : Optional.of(district));
  }

  /**
   * Whether it counts for a declaration: an office is heard on what was filed in its district, and
   * on nothing else, whatever it named and whenever it came.
   */
  public boolean countsFor(DeclarationNo declaration) {
    return authority.isEmpty() || authority.get().covers(declaration.office());
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
    Map<String, Object> cloudEvent = new LinkedHashMap<>(extensions);
    cloudEvent.put("specversion", SPECVERSION);
    cloudEvent.put("source", source);
    cloudEvent.put("id", id);
    cloudEvent.put("type", type.wireName());
    cloudEvent.put("time", time.toString());
    cloudEvent.put("subject", shipment.toString());
    cloudEvent.put("data", data);
    authority.ifPresent(district -> cloudEvent.put(AUTHORITY, district.value()));
    return cloudEvent;
  }

  /** About how many bytes it takes where it is stored; never less. */
  public int storedBytes() {
    return StoredSize.FIXED_PER_EVENT
        + StoredSize.of(source)
        + StoredSize.of(id)
        + StoredSize.of(data)
        + StoredSize.of(extensions);
  }

  private static String requireSpecversion(String specversion) {
    if (!SPECVERSION.equals(specversion)) {
      throw new BrokenRule("must be \"1.0\"");
    }
    return specversion;
  }

  private static String requireId(String id) {
    Text.free(ID_LENGTH_MAX).apply(id);
    return Text.matching(ID, "must not begin or end with a blank").apply(id);
  }
}
