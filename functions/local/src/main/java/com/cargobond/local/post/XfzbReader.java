package com.cargobond.local.post;

import com.cargobond.domain.identity.AirWaybill;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.input.Years;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.file.XmlMoney;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns an IATA Cargo-XML house waybill (XFZB 3.00) into {@code cargo.manifest-accepted.v1}: one
 * event for each consignment of the message, or none if one of them cannot be read. Parties' names,
 * addresses and telephone numbers stay behind.
 *
 * <p>The event's id is the house waybill's number, the message's purpose and the moment of its
 * issue. Senders write what they like in the header's ID, often the waybill's number for every
 * version of it; so that is not read.
 */
public final class XfzbReader {

  /** A house waybill has some tens of kilobytes. */
  static final int BYTES_MAX = 1024 * 1024;

  private static final String TYPE = "cargo.manifest-accepted.v1";
  private static final int SOURCE_LENGTH_MAX = 256;

  /** What a message says of all its consignments. */
  private record Header(String source, XfzbPurpose purpose, OffsetDateTime issued) {}

  private final XfzbOptions options;

  /**
   * Reads with options.
   *
   * @param options what a house waybill does not say itself
   */
  public XfzbReader(XfzbOptions options) {
    this.options = options;
  }

  /**
   * Reads one message, from its bytes alone.
   *
   * @param file where it is from, for errors
   * @return an event for each consignment, in the message's order
   * @throws UnreadableFile if it is not such a message, or a value that an event needs is missing,
   *     wrong or contradicts another
   */
  public List<ObjectNode> read(Path file, byte[] content) throws UnreadableFile {
    if (content.length > BYTES_MAX) {
      throw new UnreadableFile(file, "is larger than " + BYTES_MAX + " bytes");
    }
    XfzbElement message = XfzbMessage.parse(FileText.of(file, content));
    Header header = header(message.one("m:MessageHeaderDocument"));
    XfzbElement master = message.one("m:MasterConsignment");
    AirWaybill masterWaybill =
        master.one("d:TransportContractDocument").required("d:ID", XfzbValues::masterWaybill);
    List<XfzbElement> houses = master.some("d:IncludedHouseConsignment");
    List<HouseWaybill> numbers =
        numbers(message.one("m:BusinessHeaderDocument").one("d:ID"), houses);
    List<ObjectNode> events = new ArrayList<>();
    for (int i = 0; i < houses.size(); i++) {
      events.add(event(header, numbers.get(i), data(masterWaybill, houses.get(i))));
    }
    return events;
  }

  private Header header(XfzbElement header) throws UnreadableFile {
    header.required("d:TypeCode", XfzbValues::typeCode);
    header.required("d:VersionID", XfzbValues::version);
    return new Header(
        source(header),
        header.required("d:PurposeCode", XfzbPurpose::of),
        header.required("d:IssueDateTime", this::issued));
  }

  private OffsetDateTime issued(String text) {
    OffsetDateTime time = options.times().read(text);
    Years.require(time.getYear());
    return time;
  }

  /** Everybody who sent the message on, in the order in which they stand there. */
  private static String source(XfzbElement header) throws UnreadableFile {
    StringBuilder source = new StringBuilder("/xfzb");
    List<XfzbElement> senders = header.some("d:SenderParty");
    for (XfzbElement sender : senders) {
      source.append('/').append(sender.required("d:PrimaryID", XfzbValues::segment));
    }
    if (source.length() > SOURCE_LENGTH_MAX) {
      throw senders
          .getLast()
          .wrong("the event's source would be longer than " + SOURCE_LENGTH_MAX + " characters");
    }
    return source.toString();
  }

  /** Each consignment has a number of its own, and the message is about one of them. */
  private static List<HouseWaybill> numbers(XfzbElement named, List<XfzbElement> houses)
      throws UnreadableFile {
    HouseWaybill number = named.read(HouseWaybill::new);
    if (houses.size() == 1 && houses.getFirst().optional("d:ID").isEmpty()) {
      return List.of(number);
    }
    List<HouseWaybill> numbers = new ArrayList<>();
    Set<HouseWaybill> distinct = new HashSet<>();
    for (XfzbElement house : houses) {
      XfzbElement id = house.one("d:ID");
      numbers.add(id.read(HouseWaybill::new));
      if (!distinct.add(numbers.getLast())) {
        throw id.wrong("is the number of another consignment of the message");
      }
    }
    if (!distinct.contains(number)) {
      throw named.wrong("is " + number + ", which is no consignment of the message");
    }
    return numbers;
  }

  private ObjectNode event(Header header, HouseWaybill number, ObjectNode data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", number + "/" + header.purpose() + "/" + header.issued().toInstant());
    event.put("source", header.source());
    event.put("type", TYPE);
    event.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(header.issued()));
    event.put("subject", options.operator() + "/" + number);
    event.set("data", data);
    return event;
  }

  private ObjectNode data(AirWaybill masterWaybill, XfzbElement house) throws UnreadableFile {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("masterWaybill", masterWaybill.value());
    data.put("shipmentClass", options.shipmentClass().name());
    house
        .optional("d:SummaryDescription", XfzbValues::description)
        .ifPresent(description -> data.put("description", description));
    declaredValue(house)
        .ifPresent(
            value ->
                data.putObject("declaredValue")
                    .put("amount", value.decimal())
                    .put("currency", value.currency().getCurrencyCode()));
    return data;
  }

  private static Optional<Money> declaredValue(XfzbElement house) throws UnreadableFile {
    boolean nil = house.optional("d:NilCustomsValueIndicator", XfzbValues::indicator).orElse(false);
    Optional<XfzbElement> amount = house.optional("d:DeclaredValueForCustomsAmount");
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    String currency = amount.get().attributes().getOrDefault("currencyID", "");
    Money value = amount.get().read(text -> XmlMoney.parse(text, currency));
    if (!nil) {
      return Optional.of(value);
    }
    if (value.minor() != 0) {
      throw amount.get().wrong("contradicts NilCustomsValueIndicator");
    }
    return Optional.empty();
  }
}
