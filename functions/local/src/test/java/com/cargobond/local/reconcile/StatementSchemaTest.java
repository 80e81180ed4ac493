package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.Camt.balance;
import static com.cargobond.local.reconcile.Camt.payment;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/**
 * The statements that the tests read are such as banks write, by the registration authority's own
 * schema. It is not ours to ship: {@code -Dcargobond.schemas=DIR} says where it is, and without it
 * this is skipped.
 */
class StatementSchemaTest {

  private static final String DIRECTORY = System.getProperty("cargobond.schemas", "");

  @Test
  void what_the_tests_read_is_valid() throws Exception {
    try (InputStream in = StatementReaderTest.class.getResourceAsStream("statement.xml")) {
      requireValid(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    requireValid(
        Camt.of(payment("+001.00"), payment("2.").replace("BOOK", "PDNG"))
            .balanced(balance("OPBD", "5", Camt.DAY), balance("CLBD", "4", Camt.DAY + "+08:00"))
            .summed("<TtlNtries><NbOfNtries>002</NbOfNtries></TtlNtries>")
            .xml());
  }

  private static void requireValid(String xml) throws Exception {
    Path schema = Path.of(DIRECTORY, "camt.053.001.08.xsd");
    assumeTrue(Files.exists(schema), "-Dcargobond.schemas names no folder with " + schema);
    var validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(schema.toFile())
            .newValidator();
    assertThatCode(() -> validator.validate(new StreamSource(new StringReader(xml))))
        .doesNotThrowAnyException();
  }
}
