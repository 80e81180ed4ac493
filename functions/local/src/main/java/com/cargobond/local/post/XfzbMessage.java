package com.cargobond.local.post;

import com.cargobond.local.file.FileText;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Parses house waybill messages: bounded, and nothing outside the file is read. */
final class XfzbMessage {

  private XfzbMessage() {}

  /**
   * What is read of a message.
   *
   * @throws UnreadableFile if it is not XML, has a document type, or is no house waybill
   */
  static XfzbElement parse(FileText text) throws UnreadableFile {
    Path file = text.file();
    XfzbHandler handler = new XfzbHandler(file);
    try (Reader characters = text.open()) {
      XMLReader reader = safeReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
      reader.parse(new InputSource(characters));
    } catch (SAXParseException e) {
      throw new UnreadableFile(file, Math.max(1, e.getLineNumber()), e.getMessage());
    } catch (SAXException | IOException e) {
      throw new UnreadableFile(file, "is not XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser lacks a safety feature", e);
    }
    return handler.message();
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
}
