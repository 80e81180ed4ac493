package com.cargobond.local.reconcile;

import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A bank's statement message (ISO 20022 {@code camt.053}) part by part, so that one entry at a time
 * is in memory.
 */
final class CamtParts {

  /** The path of what begins a statement; its parts follow, and it has no children itself. */
  static final String STATEMENT = "Stmt";

  private static final String ENTRY_NAME = "Ntry";

  /** The path of an entry of a statement. */
  static final String ENTRY = STATEMENT + "/" + ENTRY_NAME;

  private static final List<String> OPENED = List.of("Document", "BkToCstmrStmt", STATEMENT);
  private static final int DEPTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 16_384;

  /** Each element holds its path. Those of the message have a hundred characters at most. */
  private static final int PATH_LENGTH_MAX = 512;

  /** Bound what is held in memory: in one entry, and in all of the message besides its entries. */
  static final int ELEMENTS_MAX = 200_000;

  private static final String CURRENCY = "Ccy";

  private final Path file;
  private final XMLStreamReader xml;
  private String namespace = "";
  private int opened;
  private int inEntry;
  private int besides;

  private CamtParts(Path file, XMLStreamReader xml) {
    this.file = file;
    this.xml = xml;
  }

  /**
   * Opens a message.
   *
   * @throws UnreadableFile if it does not begin as XML does
   */
  static CamtParts of(FileText text) throws UnreadableFile {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      // Of bytes, the parser would say on the error stream what it does not understand.
      return new CamtParts(text.file(), factory.createXMLStreamReader(text.open()));
    } catch (XMLStreamException broken) {
      throw notXml(text.file(), broken);
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
    if (opened == 0 && CamtVersions.contain(xml.getNamespaceURI())) {
      namespace = xml.getNamespaceURI();
    }
    boolean opens =
        opened < OPENED.size() && isOwn() && xml.getLocalName().equals(OPENED.get(opened));
    if (opens) {
      opened++;
      return opened == OPENED.size()
          ? Optional.of(new XmlElement(file, STATEMENT, line(), Map.of(), "", List.of()))
          : Optional.empty();
    }
    if (opened < OPENED.indexOf(STATEMENT)) {
      throw error(
          "is {%s}%s, not a %s of a statement (%s)"
              .formatted(
                  Optional.ofNullable(xml.getNamespaceURI()).orElse(""),
                  xml.getLocalName(),
                  OPENED.get(opened),
                  CamtVersions.READ));
    }
    if (!isOwn()) {
      passOver();
      return Optional.empty();
    }
    if (opened == OPENED.size() && xml.getLocalName().equals(ENTRY_NAME)) {
      inEntry = 0;
    }
    return Optional.of(whole(opened == OPENED.size() ? STATEMENT + "/" : "", opened));
  }

  /** Reads on to the end of the element that has begun. */
  private XmlElement whole(String around, int depth) throws XMLStreamException, UnreadableFile {
    if (depth == DEPTH_MAX) {
      throw error("is nested deeper than " + DEPTH_MAX);
    }
    String path = around + xml.getLocalName();
    if (path.length() > PATH_LENGTH_MAX) {
      throw error("has names within names of more than " + PATH_LENGTH_MAX + " characters");
    }
    int line = line();
    count(path);
    // No other attribute of the message says anything that is asked for.
    String currency = xml.getAttributeValue(null, CURRENCY);
    Map<String, String> attributes = currency == null ? Map.of() : Map.of(CURRENCY, currency);
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement() && isOwn()) {
        children.add(whole(path + "/", depth + 1));
      } else if (xml.isStartElement()) {
        passOver();
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
      if (text.length() > TEXT_LENGTH_MAX) {
        throw error("has more than " + TEXT_LENGTH_MAX + " characters in one element");
      }
    }
    return new XmlElement(file, path, line, attributes, text.toString().strip(), children);
  }

  private void count(String path) throws UnreadableFile {
    boolean isInEntry = path.equals(ENTRY) || path.startsWith(ENTRY + "/");
    int number = isInEntry ? ++inEntry : ++besides;
    if (number > ELEMENTS_MAX) {
      throw error(
          "has more than %d elements %s"
              .formatted(ELEMENTS_MAX, isInEntry ? "in one entry" : "besides its entries"));
    }
  }

  /** An element of another namespace is not mistaken for one of the message. */
  private boolean isOwn() {
    return namespace.equals(xml.getNamespaceURI());
  }

  /** Reads on to the end of the element that has begun, and keeps nothing of it. */
  private void passOver() throws XMLStreamException {
    int within = 1;
    while (within > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> within++;
        case XMLStreamConstants.END_ELEMENT -> within--;
        default -> {
          // Nothing of it is asked for.
        }
      }
    }
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
