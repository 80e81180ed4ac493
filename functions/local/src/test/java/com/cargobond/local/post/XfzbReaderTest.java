package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.event.CargoFact.ManifestAccepted;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house waybill message becomes one event, or an error that says where. */
class XfzbReaderTest {

  private static final Path FILE = Path.of("waybill.xml");
  private static final Uscc OPERATOR = new Uscc("91310115MA1AB2C343");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final XfzbReader reader = new XfzbReader(new XfzbOptions(OPERATOR, ShipmentClass.C));

  @Test
  void a_house_waybill_becomes_an_accepted_manifest() throws Exception {
    assertThat(read(fixture()))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "specversion": "1.0",
                  "id": "HW-2026-0317-0001",
                  "source": "/xfzb/EXAMPLE%20EXPRESS%2FPVG",
                  "type": "cargo.manifest-accepted.v1",
                  "time": "2026-03-17T10:10:00+08:00",
                  "subject": "91310115MA1AB2C343/PVG0001-A",
                  "data": {
                    "masterWaybill": "020-68548340",
                    "shipmentClass": "C",
                    "description": "Ceramic cups",
                    "declaredValue": {"amount": "1234.50", "currency": "CNY"}
                  }
                }"""));
  }

  @Test
  void the_event_is_one_that_a_shipment_learns_from() throws Exception {
    Map<String, Object> event =
        JSON.convertValue(read(fixture()), new TypeReference<Map<String, Object>>() {});
    assertThat(ShipmentEvent.read(event).fact()).isInstanceOf(ManifestAccepted.class);
  }

  @Test
  void the_parties_names_addresses_and_telephones_stay_behind() throws Exception {
    assertThat(read(fixture()).toString()).doesNotContain("SECRET", "021555000111");
  }

  @Test
  void a_nil_customs_value_is_no_declared_value() throws Exception {
    String xml =
        fixture()
            .replaceAll(
                "<DeclaredValue.*</DeclaredValueForCustomsAmount>",
                "<NilCustomsValueIndicator>true</NilCustomsValueIndicator>");
    assertThat(read(xml).at("/data/declaredValue").isMissingNode()).isTrue();
  }

  @Test
  void a_time_without_an_offset_is_utc() throws Exception {
    String xml = fixture().replace("2026-03-17T10:10:00+08:00", "2026-03-17T10:10:00");
    assertThat(read(xml).path("time").asText()).isEqualTo("2026-03-17T10:10:00Z");
  }

  @Test
  void a_long_description_is_cut() throws Exception {
    String xml = fixture().replace("cups", "c".repeat(2_000));
    assertThat(read(xml).at("/data/description").asText()).hasSize(512);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<TypeCode>703   | <TypeCode>740  | 6 | MessageHeaderDocument/TypeCode: must be 703",
        "<VersionID>3.00 | <VersionID>2.00 | 9 | MessageHeaderDocument/VersionID: must be 3.00",
        "Creation        | Deletion       | 8 | PurposeCode: a deletion accepts no manifest",
        "020-68548340    | 020-68548341   | 22 | TransportContractDocument/ID: check digit",
        "PVG0001-A       | pvg 1          | 18 | BusinessHeaderDocument/ID: must be 1 to 35",
        "1234.5000       | 1234.567       | 26 | AmountX: must have at most 2 decimals in CNY",
        "1234.5000       | 1E99           | 26 | AmountX: must be a decimal",
        "'\"CNY\"'       | '\"XXXX\"'     | 26 | AmountX: must be an ISO 4217 currency",
        "2026-03-17T     | 2026-13-17T    | 7 | IssueDateTime: must be a time",
        "HW-2026         | HW 2026        | 4 | MessageHeaderDocument/ID: must be 1 to 128",
      })
  void a_wrong_value_is_named_with_its_line(String from, String to, int line, String rule)
      throws Exception {
    String xml = fixture().replace(from.strip(), to.strip());
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("waybill.xml:" + line + ": ")
        .hasMessageContaining(rule.strip().replace("AmountX", "/DeclaredValueForCustomsAmount"));
  }

  @Test
  void a_missing_value_is_named() throws Exception {
    String xml = fixture().replaceAll("<ID>020-.*</ID>", "");
    assertFails(
        xml, "waybill.xml: HouseWaybill/MasterConsignment/TransportContractDocument/ID is missing");
  }

  @Test
  void values_of_another_namespace_do_not_count() throws Exception {
    String xml = fixture().replace("iata:datamodel:3", "iata:datamodel:2");
    assertFails(xml, "waybill.xml: HouseWaybill/MessageHeaderDocument/TypeCode is missing");
  }

  @Test
  void another_message_is_refused() {
    assertFails(
        "<Waybill xmlns='iata:waybill:1'/>",
        "waybill.xml:1: is {iata:waybill:1}Waybill, not an XFZB house waybill");
  }

  @Test
  void a_document_type_is_refused_before_anything_of_it_is_fetched() throws Exception {
    String xml =
        fixture()
            .replaceFirst(
                "<x:HouseWaybill",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<x:HouseWaybill")
            .replace("Ceramic", "&e;");
    assertFails(xml, "waybill.xml:2: has a document type");
  }

  @Test
  void an_entity_bomb_is_refused() {
    assertFails(
        """
        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
        <x>&c;</x>""",
        "waybill.xml:1: has a document type");
  }

  @Test
  void a_truncated_message_is_refused_with_its_last_line() throws Exception {
    String xml = fixture().substring(0, fixture().indexOf("<ConsigneeParty>"));
    assertFails(xml, "waybill.xml:38: ");
  }

  @Test
  void a_message_that_is_too_large_is_refused() {
    assertFails("<" + "a".repeat(XfzbMessage.BYTES_MAX), "waybill.xml: is larger than 1048576");
  }

  @Test
  void a_message_that_is_nested_too_deep_is_refused() throws Exception {
    String xml = fixture().replace("Ceramic", "<a>".repeat(70));
    assertFails(xml, "waybill.xml:28: is nested deeper than 64");
  }

  private void assertFails(String xml, String message) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(message);
  }

  private ObjectNode read(String xml) throws UnreadableFile {
    return reader.read(FILE, bytes(xml));
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static String fixture() throws IOException {
    try (InputStream in = XfzbReaderTest.class.getResourceAsStream("house-waybill.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
