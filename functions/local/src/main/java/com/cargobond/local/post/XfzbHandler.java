package com.cargobond.local.post;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Collects what is read of a house waybill while the message streams by; nothing else is kept. */
final class XfzbHandler extends DefaultHandler2 {

  private static final String MESSAGE_NAMESPACE = "iata:housewaybill:1";
  private static final String DATA_NAMESPACE = "iata:datamodel:3";
  private static final int DEPTH_MAX = 64;
  private static final int ELEMENTS_MAX = 50_000;
  private static final int TEXT_LENGTH_MAX = 16_384;

  private static final String ROOT = "/m:HouseWaybill";
  private static final String HEADER = ROOT + "/m:MessageHeaderDocument";
  private static final String MASTER = ROOT + "/m:MasterConsignment";
  private static final String HOUSE = MASTER + "/d:IncludedHouseConsignment";

  private static final Set<String> TEXTS =
      Set.of(
          HEADER + "/d:TypeCode",
          HEADER + "/d:VersionID",
          HEADER + "/d:PurposeCode",
          HEADER + "/d:IssueDateTime",
          HEADER + "/d:SenderParty/d:PrimaryID",
          ROOT + "/m:BusinessHeaderDocument/d:ID",
          MASTER + "/d:TransportContractDocument/d:ID",
          HOUSE + "/d:ID",
          HOUSE + "/d:NilCustomsValueIndicator",
          HOUSE + "/d:DeclaredValueForCustomsAmount",
          HOUSE + "/d:SummaryDescription");

  private static final Set<String> AROUND_TEXTS =
      TEXTS.stream()
          .map(text -> text.substring(0, text.lastIndexOf('/')))
          .flatMap(XfzbHandler::withThoseAround)
          .collect(Collectors.toUnmodifiableSet());

  /** An element whose end has not come yet. */
  private record Begun(
      String path,
      int line,
      Map<String, String> attributes,
      StringBuilder text,
      List<XfzbElement> children) {

    boolean isText() {
      return TEXTS.contains(path);
    }

    XfzbElement ended(Path file) {
      return new XfzbElement(file, path, line, attributes, text.toString().strip(), children);
    }
  }

  private final Path file;
  private final Deque<Begun> begun = new ArrayDeque<>();
  private int elements;
  private int passedOver;
  private XfzbElement message;
  private Locator locator;

  XfzbHandler(Path file) {
    this.file = file;
  }

  /** The message, once it was parsed to its end. */
  XfzbElement message() {
    return message;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    this.locator = locator;
  }

  @Override
  public void startDTD(String name, String publicId, String systemId) throws SAXParseException {
    throw error("has a document type (DOCTYPE), which is not accepted");
  }

  @Override
  public void startElement(String namespace, String name, String qualified, Attributes attributes)
      throws SAXParseException {
    String path = begun.isEmpty() ? "" : begun.peek().path();
    path += "/" + prefix(namespace) + name;
    requireHouseWaybill(namespace, name);
    requireBounds();
    if (passedOver == 0 && !begun.isEmpty() && begun.peek().isText()) {
      throw error("has an element (" + qualified + ") within a text that is read");
    }
    if (passedOver > 0 || !(TEXTS.contains(path) || AROUND_TEXTS.contains(path))) {
      passedOver++;
      return;
    }
    Map<String, String> plain = new HashMap<>();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getURI(i).isEmpty()) {
        plain.put(attributes.getLocalName(i), attributes.getValue(i).strip());
      }
    }
    begun.push(
        new Begun(path, locator.getLineNumber(), plain, new StringBuilder(), new ArrayList<>()));
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXParseException {
    if (passedOver > 0 || !begun.peek().isText()) {
      return;
    }
    StringBuilder text = begun.peek().text();
    if (text.length() + length > TEXT_LENGTH_MAX) {
      throw error("has more than " + TEXT_LENGTH_MAX + " characters in one element");
    }
    text.append(characters, start, length);
  }

  @Override
  public void endElement(String namespace, String name, String qualified) {
    if (passedOver > 0) {
      passedOver--;
      return;
    }
    XfzbElement ended = begun.pop().ended(file);
    if (begun.isEmpty()) {
      message = ended;
    } else {
      begun.peek().children().add(ended);
    }
  }

  private void requireHouseWaybill(String namespace, String name) throws SAXParseException {
    if (begun.isEmpty() && !(namespace.equals(MESSAGE_NAMESPACE) && name.equals("HouseWaybill"))) {
      throw error(
          "is {%s}%s, not an XFZB house waybill ({%s}HouseWaybill)"
              .formatted(namespace, name, MESSAGE_NAMESPACE));
    }
  }

  private void requireBounds() throws SAXParseException {
    elements++;
    if (elements > ELEMENTS_MAX) {
      throw error("has more than " + ELEMENTS_MAX + " elements");
    }
    if (begun.size() + passedOver == DEPTH_MAX) {
      throw error("is nested deeper than " + DEPTH_MAX);
    }
  }

  private static Stream<String> withThoseAround(String path) {
    return Stream.iterate(
        path, inner -> !inner.isEmpty(), inner -> inner.substring(0, inner.lastIndexOf('/')));
  }

  private static String prefix(String namespace) {
    return switch (namespace) {
      case MESSAGE_NAMESPACE -> "m:";
      case DATA_NAMESPACE -> "d:";
      default -> "other:";
    };
  }

  private SAXParseException error(String message) {
    return new SAXParseException(message, locator);
  }
}
