package com.cargobond.local.post;

import com.cargobond.local.post.XfzbMessage.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Collects the first value of each field while the message streams by. */
final class XfzbHandler extends DefaultHandler2 {

  private static final String MESSAGE_NAMESPACE = "iata:housewaybill:1";
  private static final String DATA_NAMESPACE = "iata:datamodel:3";
  private static final int DEPTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 16_384;

  private final Map<XfzbField, Value> values = new EnumMap<>(XfzbField.class);
  private final Deque<String> paths = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private Locator locator;

  Map<XfzbField, Value> values() {
    return values;
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
    if (paths.isEmpty() && !(namespace.equals(MESSAGE_NAMESPACE) && name.equals("HouseWaybill"))) {
      throw error(
          "is {%s}%s, not an XFZB house waybill ({%s}HouseWaybill)"
              .formatted(namespace, name, MESSAGE_NAMESPACE));
    }
    if (paths.size() == DEPTH_MAX) {
      throw error("is nested deeper than " + DEPTH_MAX);
    }
    String parent = paths.isEmpty() ? "" : paths.peek();
    String path = parent + "/" + prefix(namespace) + name;
    paths.push(path);
    text.setLength(0);
    for (int i = 0; i < attributes.getLength(); i++) {
      keep(path + "/@" + attributes.getLocalName(i), attributes.getValue(i));
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXParseException {
    if (text.length() + length > TEXT_LENGTH_MAX) {
      throw error("has more than " + TEXT_LENGTH_MAX + " characters in one element");
    }
    text.append(characters, start, length);
  }

  @Override
  public void endElement(String namespace, String name, String qualified) {
    keep(paths.pop(), text.toString());
    text.setLength(0);
  }

  private void keep(String path, String value) {
    XfzbField.at(path)
        .ifPresent(
            field -> values.putIfAbsent(field, new Value(value.strip(), locator.getLineNumber())));
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
