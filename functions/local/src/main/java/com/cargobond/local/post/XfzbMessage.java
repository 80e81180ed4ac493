package com.cargobond.local.post;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.local.file.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** The fields of one house waybill message, each with its line. */
final class XfzbMessage {

  /** A house waybill has some tens of kilobytes. */
  static final int BYTES_MAX = 1024 * 1024;

  /** A field's text and the line on which it ends. */
  record Value(String text, int line) {}

  private final Path file;
  private final Map<XfzbField, Value> values;

  private XfzbMessage(Path file, Map<XfzbField, Value> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * Reads a message.
   *
   * @throws UnreadableFile if it is too large, not XML, has a document type, or is no house waybill
   */
  static XfzbMessage parse(Path file, byte[] content) throws UnreadableFile {
    if (content.length > BYTES_MAX) {
      throw new UnreadableFile(file, "is larger than " + BYTES_MAX + " bytes");
    }
    XfzbHandler handler = new XfzbHandler();
    try {
      XMLReader reader = safeReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
      reader.parse(new InputSource(new ByteArrayInputStream(content)));
    } catch (SAXParseException e) {
      throw new UnreadableFile(file, Math.max(1, e.getLineNumber()), e.getMessage());
    } catch (SAXException | IOException e) {
      throw new UnreadableFile(file, "is not XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a safety feature", e);
    }
    return new XfzbMessage(file, handler.values());
  }

  /** The handler refuses document types; should one pass, nothing outside is fetched for it. */
  private static XMLReader safeReader() throws SAXException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return parser.getXMLReader();
  }

  /** Requires a field to have one certain value. */
  void require(XfzbField field, String expected) throws UnreadableFile {
    required(
        field,
        text -> {
          if (!text.equals(expected)) {
            throw new BrokenRule("must be " + expected + ", not " + text);
          }
          return text;
        });
  }

  /** A field that must be there. */
  <T> T required(XfzbField field, Function<String, T> reading) throws UnreadableFile {
    Optional<T> value = optional(field, reading);
    if (value.isEmpty()) {
      throw new UnreadableFile(file, field.readablePath() + " is missing");
    }
    return value.get();
  }

  /** A field that may be missing or empty. */
  <T> Optional<T> optional(XfzbField field, Function<String, T> reading) throws UnreadableFile {
    Value value = values.get(field);
    if (value == null || value.text().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(value.text()));
    } catch (BrokenRule e) {
      throw wrong(field, e.getMessage());
    }
  }

  /** Says what is wrong with a field that is there. */
  UnreadableFile wrong(XfzbField field, String rule) {
    return new UnreadableFile(file, values.get(field).line(), field.readablePath() + ": " + rule);
  }
}
