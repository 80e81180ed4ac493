package com.cargobond.domain.event;

import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.ShipmentId;
import com.cargobond.domain.input.AsciiSet;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A CloudEvent about one shipment; read by {@link EventTypes}. */
public final class ShipmentEvent {

  /** No name that a sender can use: who may say something is not the sender's to say. */
  private static final String AUTHORITY = "cargobond-authority";

  private static final String SPECVERSION = "1.0";
  private static final UnaryOperator<String> FREE_ID = Text.free(128);

  private static final UnaryOperator<String> URI =
      Text.of(AsciiSet.of("!-~"), 1, 256, "must be a URI of 1 to 256 characters");

  private final String source;
  private final String id;
  private final EventType type;
  private final Instant time;
  private final ShipmentId shipment;
  private final Map<String, Object> data;
  private final Map<String, Object> extensions;
  private final Optional<DistrictCode> authority;

  /** Of what was kept, empty until somebody asks: most of a history is not asked what it says. */
  private volatile Fact fact;

  private ShipmentEvent(
      String source,
      String id,
      EventType type,
      Instant time,
      ShipmentId shipment,
      Fact fact,
      Map<String, Object> data,
      Map<String, Object> extensions,
      Optional<DistrictCode> authority) {
    this.source = source;
    this.id = id;
    this.type = type;
    this.time = time;
    this.shipment = shipment;
    this.fact = fact;
    this.data = data;
    this.extensions = extensions;
    this.authority = authority;
  }

  /** One that was accepted before, from its parts as they are kept. */
  static ShipmentEvent kept(
      String source,
      String id,
      EventType type,
      Instant time,
      ShipmentId shipment,
      Map<String, Object> data,
      Map<String, Object> extensions,
      Optional<DistrictCode> authority) {
    return new ShipmentEvent(source, id, type, time, shipment, null, data, extensions, authority);
  }

  static ShipmentEvent read(FieldReader in, EventTypes types) {
    in.text("specversion", ShipmentEvent::requireSpecversion);
    in.optionalText("datacontenttype", JsonMediaType::require);
    in.optionalText("dataschema", URI);
    EventType type = in.text("type", types::named);
    Map<String, Object> data = in.rawObject("data");
    return new ShipmentEvent(
        in.text("source", URI),
        in.text("id", in.unlessKept(ShipmentEvent::requireId)),
        type,
        in.time("time"),
        in.text("subject", ShipmentId::parse),
        type == null ? null : in.within("data", data, type::read),
        data,
        Extensions.read(in),
        in.isKept() ? in.optionalText(AUTHORITY, DistrictCode::new) : Optional.empty());
  }

  /** With {@link #id} identifies the event. */
  public String source() {
    return source;
  }

  /** With {@link #source} identifies the event. */
  public String id() {
    return id;
  }

  /** What sort of event it is. */
  public EventType type() {
    return type;
  }

  /** When it happened, in the business' sense. */
  public Instant time() {
    return time;
  }

  /** What it is about. */
  public ShipmentId shipment() {
    return shipment;
  }

  /**
   * The data, typed.
   *
   * @throws InvalidInput if it was kept, and is none of its type
   */
  public Fact fact() {
    Fact read = fact;
    if (read == null) {
      read = FieldReader.reread(data, type::read);
      fact = read;
    }
    return read;
  }

  /** The data as it came, kept for the record. */
  public Map<String, Object> data() {
    return data;
  }

  /** Attributes that gateways and brokers add; they mean nothing here. */
  public Map<String, Object> extensions() {
    return extensions;
  }

  /**
   * The district or office of Customs in whose name it was said; empty for the whole
   * administration, for whoever is not Customs, and in what was kept before this was noted.
   */
  public Optional<DistrictCode> authority() {
    return authority;
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

  /** Whether it is identified by the same. */
  public boolean hasKeyOf(ShipmentEvent other) {
    return id.equals(other.id) && source.equals(other.source) && speaker().equals(other.speaker());
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

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof ShipmentEvent that
            && id.equals(that.id)
            && source.equals(that.source)
            && type == that.type
            && time.equals(that.time)
            && shipment.equals(that.shipment)
            && data.equals(that.data)
            && extensions.equals(that.extensions)
            && authority.equals(that.authority);
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, id);
  }

  @Override
  public String toString() {
    return "ShipmentEvent " + toCloudEvent();
  }

  private static String requireSpecversion(String specversion) {
    if (!SPECVERSION.equals(specversion)) {
      throw new BrokenRule("must be \"1.0\"");
    }
    return specversion;
  }

  /** As the source, it stands in keys that are made of both: neither begins or ends in a blank. */
  private static String requireId(String id) {
    FREE_ID.apply(id);
    if (id.charAt(0) == ' ' || id.charAt(id.length() - 1) == ' ') {
      throw new BrokenRule("must not begin or end with a blank");
    }
    return id;
  }
}
