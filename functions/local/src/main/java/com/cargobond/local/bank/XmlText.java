package com.cargobond.local.bank;

import com.cargobond.domain.money.Money;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML that is written into memory, element by element. */
final class XmlText {

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  @FunctionalInterface
  private interface Step {
    void take() throws XMLStreamException;
  }

  /** Begins with the root. */
  XmlText(String root, String namespace) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException broken) {
      throw new IllegalStateException("the JDK cannot write XML", broken);
    }
    take(xml::writeStartDocument);
    take(() -> xml.writeStartElement(root));
    take(() -> xml.writeDefaultNamespace(namespace));
  }

  /** An element with what is written within, on a line of its own: whoever reads counts lines. */
  void in(String name, Runnable within) {
    take(() -> xml.writeCharacters("\n"));
    take(() -> xml.writeStartElement(name));
    within.run();
    take(xml::writeEndElement);
  }

  /** Elements around each other, the outermost first, with a text in the last of them. */
  void text(String path, String content) {
    String[] names = path.split("/");
    for (String name : names) {
      take(() -> xml.writeStartElement(name));
    }
    take(() -> xml.writeCharacters(content));
    for (int i = 0; i < names.length; i++) {
      take(xml::writeEndElement);
    }
  }

  void amount(Money amount) {
    take(() -> xml.writeStartElement("Amt"));
    take(() -> xml.writeAttribute("Ccy", amount.currency().getCurrencyCode()));
    take(() -> xml.writeCharacters(amount.decimal()));
    take(xml::writeEndElement);
  }

  /** All of it; nothing can be written afterwards. */
  String end() {
    take(xml::writeEndDocument);
    take(xml::flush);
    return text.toString();
  }

  private static void take(Step step) {
    try {
      step.take();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException("cannot write to memory", broken);
    }
  }
}
