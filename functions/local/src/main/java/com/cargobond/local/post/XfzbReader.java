package com.cargobond.local.post;

import com.cargobond.domain.event.CargoFact;
import com.cargobond.domain.identity.AirWaybill;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.money.Money;
import com.cargobond.local.file.UnreadableFile;
import com.cargobond.local.file.XmlMoney;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Turns an IATA Cargo-XML house waybill (XFZB 3.00) into {@code cargo.manifest-accepted.v1}. The
 * same message always gives the same event. Parties' names, addresses and telephone numbers stay
 * behind.
 */
public final class XfzbReader {

  private static final String TYPE = "cargo.manifest-accepted.v1";
  private static final String HOUSE_WAYBILL_TYPE_CODE = "703";
  private static final String VERSION = "3.00";
  private static final String DELETION = "Deletion";
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");
  private static final int SENDER_LENGTH_MAX = 70;

  private final XfzbOptions options;

  XfzbReader(XfzbOptions options) {
    this.options = options;
  }

  /**
   * Reads one message.
   *
   * @param file where it is from, for errors
   * @throws UnreadableFile if it is not such a message, or a value that the event needs is missing
   *     or wrong
   */
  public ObjectNode read(Path file, byte[] content) throws UnreadableFile {
    XfzbMessage message = XfzbMessage.parse(file, content);
    message.require(XfzbField.TYPE_CODE, HOUSE_WAYBILL_TYPE_CODE);
    message.require(XfzbField.VERSION, VERSION);
    if (message.optional(XfzbField.PURPOSE, text -> text).filter(DELETION::equals).isPresent()) {
      throw message.wrong(XfzbField.PURPOSE, "a deletion accepts no manifest");
    }
    HouseWaybill houseWaybill = message.required(XfzbField.HOUSE_WAYBILL, HouseWaybill::new);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", message.required(XfzbField.MESSAGE_ID, XfzbReader::eventId));
    event.put("source", "/xfzb/" + message.required(XfzbField.SENDER, XfzbReader::segment));
    event.put("type", TYPE);
    event.put("time", message.required(XfzbField.ISSUED, XfzbReader::time));
    event.put("subject", options.operator() + "/" + houseWaybill);
    event.set("data", data(message));
    return event;
  }

  private ObjectNode data(XfzbMessage message) throws UnreadableFile {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("masterWaybill", message.required(XfzbField.MASTER_WAYBILL, AirWaybill::new).value());
    data.put("shipmentClass", options.shipmentClass().name());
    message
        .optional(XfzbField.DESCRIPTION, XfzbReader::description)
        .ifPresent(description -> data.put("description", description));
    declaredValue(message)
        .ifPresent(
            value ->
                data.putObject("declaredValue")
                    .put("amount", value.decimal())
                    .put("currency", value.currency().getCurrencyCode()));
    return data;
  }

  private static Optional<Money> declaredValue(XfzbMessage message) throws UnreadableFile {
    boolean nil =
        message
            .optional(XfzbField.NO_CUSTOMS_VALUE, text -> text)
            .filter(text -> text.equals("true") || text.equals("1"))
            .isPresent();
    Optional<String> currency = message.optional(XfzbField.CUSTOMS_CURRENCY, text -> text);
    Function<String, Money> money = amount -> XmlMoney.parse(amount, currency.orElse(""));
    return nil ? Optional.empty() : message.optional(XfzbField.CUSTOMS_VALUE, money);
  }

  private static String eventId(String messageId) {
    if (!EVENT_ID.matcher(messageId).matches()) {
      throw new BrokenRule("must be 1 to 128 of letters, digits and ._:/-");
    }
    return messageId;
  }

  private static String segment(String sender) {
    if (sender.length() > SENDER_LENGTH_MAX) {
      throw new BrokenRule("must be at most " + SENDER_LENGTH_MAX + " characters");
    }
    return URLEncoder.encode(sender, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Cargo-XML allows times without an offset; they are read as UTC. */
  private static String time(String issued) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              issued, OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime atOffset =
          time instanceof LocalDateTime local
              ? local.atOffset(ZoneOffset.UTC)
              : OffsetDateTime.from(time);
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(atOffset);
    } catch (DateTimeException e) {
      throw new BrokenRule("must be a time such as 2026-03-17T10:10:00+08:00");
    }
  }

  private static String description(String text) {
    String oneLine = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    int length = Math.min(oneLine.length(), CargoFact.FREE_TEXT_LENGTH_MAX);
    return oneLine.substring(0, length);
  }
}
