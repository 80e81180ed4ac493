package com.cargobond.local.reconcile;

import com.cargobond.local.file.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A bank's statement message (ISO 20022 {@code camt.053.001.08}) part by part, so that one entry at
 * a time is in memory.
 */
final class CamtParts {

  static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

  /** The path of what begins a statement; its parts follow, and it has no children itself. */
  static final String STATEMENT = "Stmt";

  private static final List<String> OPENED = List.of("Document", "BkToCstmrStmt", STATEMENT);
  private static final int DEPTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 16_384;

  private final Path file;
  private final XMLStreamReader xml;
  private int opened;

  private CamtParts(Path file, XMLStreamReader xml) {
    this.file = file;
    this.xml = xml;
  }

  /**
   * Opens a message.
   *
   * @throws UnreadableFile if it does not begin as XML does
   */
  static CamtParts of(Path file, byte[] content) throws UnreadableFile {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      return new CamtParts(file, factory.createXMLStreamReader(new ByteArrayInputStream(content)));
    } catch (XMLStreamException broken) {
      throw notXml(file, broken);
    }
  }

  /**
   * The next part: one of the message's header, the beginning of a statement, or one of its parts.
   *
   * @return empty behind the last one
   * @throws UnreadableFile if the file is not such a message
   */
  Optional<XmlElement> next() throws UnreadableFile {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            Optional<XmlElement> part = part();
            if (part.isPresent()) {
              return part;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> opened--;
          case XMLStreamConstants.DTD ->
              throw error("has a document type (DOCTYPE), which is not accepted");
          default -> {
            // Blanks, comments and the like say nothing.
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException broken) {
      throw notXml(file, broken);
    }
  }

  private Optional<XmlElement> part() throws XMLStreamException, UnreadableFile {
    boolean opens = opened < OPENED.size() && name().equals(OPENED.get(opened));
    if (opens) {
      opened++;
      return opened == OPENED.size()
          ? Optional.of(new XmlElement(file, STATEMENT, line(), Map.of(), "", List.of()))
          : Optional.empty();
    }
    if (opened < OPENED.indexOf(STATEMENT)) {
      throw error(
          "is {%s}%s, not a camt.053.001.08 statement ({%s}%s)"
              .formatted(
                  Optional.ofNullable(xml.getNamespaceURI()).orElse(""),
                  xml.getLocalName(),
                  NAMESPACE,
                  OPENED.get(opened)));
    }
    return Optional.of(whole(opened == OPENED.size() ? STATEMENT + "/" : "", opened));
  }

  /** Reads on to the end of the element that has begun. */
  private XmlElement whole(String around, int depth) throws XMLStreamException, UnreadableFile {
    if (depth == DEPTH_MAX) {
      throw error("is nested deeper than " + DEPTH_MAX);
    }
    String path = around + name();
    int line = line();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        children.add(whole(path + "/", depth + 1));
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
      if (text.length() > TEXT_LENGTH_MAX) {
        throw error("has more than " + TEXT_LENGTH_MAX + " characters in one element");
      }
    }
    return new XmlElement(file, path, line, attributes, text.toString().strip(), children);
  }

  /** An element of another namespace is not mistaken for one of the message. */
  private String name() {
    return NAMESPACE.equals(xml.getNamespaceURI())
        ? xml.getLocalName()
        : "{" + xml.getNamespaceURI() + "}" + xml.getLocalName();
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private UnreadableFile error(String why) {
    return new UnreadableFile(file, line(), why);
  }

  /** The parser's message has lines of its own, the last of which says what is wrong. */
  private static UnreadableFile notXml(Path file, XMLStreamException broken) {
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
    String why = broken.getMessage().lines().reduce("", (before, last) -> last);
    return new UnreadableFile(
        file, Math.max(1, line), "is not XML: " + why.replaceFirst("^Message: ", ""));
  }
}
