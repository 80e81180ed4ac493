package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.duty.ShipmentClass;
import com.cargobond.domain.shipment.CargoFact.ManifestAccepted;
import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A house waybill message becomes one event, or an error that says where. */
class XfzbReaderTest {

  private static final Path FILE = Path.of("waybill.xml");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final XfzbReader reader = new XfzbReader(HouseWaybills.OPTIONS);

  @Test
  void a_house_waybill_becomes_an_accepted_manifest() throws Exception {
    assertThat(read(fixture()))
        .isEqualTo(
            JSON.readTree(
                """
                {
                  "specversion": "1.0",
                  "id": "PVG0001-A/Creation/2026-03-17T02:10:00Z",
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
    assertThat(Capabilities.ALL.events().read(event).fact()).isInstanceOf(ManifestAccepted.class);
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
  void a_nil_customs_value_and_an_amount_contradict_each_other_unless_it_is_zero()
      throws Exception {
    String nil = "<NilCustomsValueIndicator>1</NilCustomsValueIndicator><DeclaredValue";
    String both = fixture().replaceFirst("<DeclaredValue", nil);
    assertFails(
        both,
        "waybill.xml:26: HouseWaybill/MasterConsignment/IncludedHouseConsignment"
            + "/DeclaredValueForCustomsAmount: contradicts NilCustomsValueIndicator");
    assertThat(read(both.replace("1234.5000", "0.00")).at("/data/declaredValue").isMissingNode())
        .isTrue();
    assertThat(read(both.replace(">1</Nil", ">0</Nil")).at("/data/declaredValue/amount").asText())
        .isEqualTo("1234.50");
  }

  @Test
  void a_time_without_an_offset_is_of_china_or_of_the_zone_that_is_given() throws Exception {
    String xml = fixture().replace("2026-03-17T10:10:00+08:00", "2026-03-17T10:10:00.000");
    assertThat(read(xml).path("time").asText()).isEqualTo("2026-03-17T10:10:00+08:00");
    XfzbOptions abroad =
        new XfzbOptions(
            HouseWaybills.OPTIONS.operator(),
            ShipmentClass.C,
            new BareTimes(ZoneId.of("Europe/Berlin")));
    assertThat(new XfzbReader(abroad).read(FILE, bytes(xml)).getFirst().path("time").asText())
        .isEqualTo("2026-03-17T10:10:00+01:00");
  }

  @ParameterizedTest
  @CsvSource({
    "020-68548340",
    "02068548340",
    "020 68548340",
    "020-6854 8340",
    "020 6854 8340",
    "020 - 68548340"
  })
  void a_master_waybill_is_read_with_or_without_its_hyphen(String written) throws Exception {
    String xml = fixture().replace("020-68548340", written);
    assertThat(read(xml).at("/data/masterWaybill").asText()).isEqualTo("020-68548340");
  }

  @Test
  void a_description_that_is_too_long_is_refused_not_cut() throws Exception {
    assertThat(read(described("\u8D27".repeat(512))).at("/data/description").asText()).hasSize(512);
    assertFails(
        described("\u8D27".repeat(511) + "\uD842\uDFB7\u676F"),
        "waybill.xml:28: HouseWaybill/MasterConsignment/IncludedHouseConsignment"
            + "/SummaryDescription: must have 1 to 512 characters");
  }

  private static String described(String text) {
    return fixture().replaceFirst("(?s)Ceramic.*?cups", text);
  }

  @ParameterizedTest
  @CsvSource({"Creation", "CREATION", "Original", "9"})
  void what_puts_a_waybill_on_a_manifest_first_has_one_name(String purpose) throws Exception {
    assertThat(id(purposed(purpose))).isEqualTo("PVG0001-A/Creation/2026-03-17T02:10:00Z");
  }

  @ParameterizedTest
  @CsvSource({"Update", "update", "Replace", "5"})
  void what_takes_its_place_is_another_event(String purpose) throws Exception {
    assertThat(id(purposed(purpose))).isEqualTo("PVG0001-A/Update/2026-03-17T02:10:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "Deletion",
    "deletion",
    "Cancellation",
    "1",
    "3",
    "4",
    "Change",
    "Query",
    "Creation2"
  })
  void what_accepts_no_manifest_is_refused_by_its_name(String purpose) {
    assertFails(
        purposed(purpose),
        "waybill.xml:8: HouseWaybill/MessageHeaderDocument/PurposeCode: must be Creation or Update: \""
            + purpose
            + "\" accepts no manifest");
  }

  @Test
  void a_purpose_that_is_missing_or_empty_is_refused() {
    assertFails(
        purposed(""),
        "waybill.xml:8: HouseWaybill/MessageHeaderDocument/PurposeCode: must be Creation or Update");
    assertFails(
        fixture().replaceFirst("<PurposeCode>.*</PurposeCode>", ""),
        "waybill.xml:3: HouseWaybill/MessageHeaderDocument/PurposeCode is missing");
  }

  private static String purposed(String purpose) {
    return fixture().replace("Creation", purpose);
  }

  @Test
  void the_same_message_is_the_same_event() throws Exception {
    assertThat(read(fixture())).isEqualTo(read(fixture()));
    assertThat(id(fixture().replace("10:10:00+08:00", "02:10:00Z"))).isEqualTo(id(fixture()));
  }

  @Test
  void waybill_purpose_and_issue_make_an_event_whatever_the_headers_id() throws Exception {
    assertThat(
            Set.of(
                id(fixture()),
                id(fixture().replace("PVG0001-A", "PVG0002")),
                id(purposed("Update")),
                id(fixture().replace("10:10:00", "10:10:01"))))
        .hasSize(4);
    assertThat(read(fixture().replace("HW-2026-0317-0001", "PVG 0001"))).isEqualTo(read(fixture()));
  }

  @Test
  void every_consignment_of_a_message_is_an_event() throws Exception {
    String xml =
        HouseWaybills.withConsignments(
            "<ID>PVG0001-B</ID><SummaryDescription>Tea</SummaryDescription>", "<ID>PVG0001-C</ID>");
    assertThat(readAll(xml))
        .extracting(
            event -> event.path("subject").asText(),
            event -> event.path("id").asText(),
            event -> event.at("/data/masterWaybill").asText(),
            event -> event.at("/data/description").asText())
        .containsExactly(
            tuple(
                "91310115MA1AB2C343/PVG0001-A",
                "PVG0001-A/Creation/2026-03-17T02:10:00Z",
                "020-68548340",
                "Ceramic cups"),
            tuple(
                "91310115MA1AB2C343/PVG0001-B",
                "PVG0001-B/Creation/2026-03-17T02:10:00Z",
                "020-68548340",
                "Tea"),
            tuple(
                "91310115MA1AB2C343/PVG0001-C",
                "PVG0001-C/Creation/2026-03-17T02:10:00Z",
                "020-68548340",
                ""));
  }

  @Test
  void one_consignment_that_cannot_be_read_refuses_all_of_the_message() {
    assertFails(
        HouseWaybills.withConsignments("<ID>pvg 2</ID>"),
        "waybill.xml:44: HouseWaybill/MasterConsignment/IncludedHouseConsignment/ID: must be 1 to");
    assertFails(
        HouseWaybills.withConsignments(""),
        "waybill.xml:44: HouseWaybill/MasterConsignment/IncludedHouseConsignment/ID is missing");
    assertFails(
        HouseWaybills.withConsignments("<ID>PVG0001-A</ID>"),
        "waybill.xml:44: HouseWaybill/MasterConsignment/IncludedHouseConsignment/ID: is the number"
            + " of another consignment of the message");
  }

  @Test
  void a_message_is_about_one_of_its_consignments() throws Exception {
    String other = fixture().replaceFirst("PVG0001-A", "PVG0009");
    assertFails(
        other,
        "waybill.xml:18: HouseWaybill/BusinessHeaderDocument/ID: is PVG0009, which is no"
            + " consignment of the message");
    assertThat(read(other.replace("<ID>PVG0001-A</ID>", "")).path("subject").asText())
        .isEqualTo("91310115MA1AB2C343/PVG0009");
  }

  @Test
  void everybody_who_sent_it_on_is_its_source() throws Exception {
    String xml =
        fixture()
            .replace(
                "<RecipientParty>",
                "<SenderParty><PrimaryID>FORWARDER/FRA</PrimaryID></SenderParty><RecipientParty>");
    assertThat(read(xml).path("source").asText())
        .isEqualTo("/xfzb/EXAMPLE%20EXPRESS%2FPVG/FORWARDER%2FFRA");
  }

  @ParameterizedTest
  @CsvSource({
    "HouseWaybill/MessageHeaderDocument, <x:MessageHeaderDocument/>, </x:MessageHeaderDocument>",
    "HouseWaybill/MessageHeaderDocument/PurposeCode, <PurposeCode>Update</PurposeCode>, <VersionID>",
    "HouseWaybill/MessageHeaderDocument/IssueDateTime, <IssueDateTime/>, <VersionID>",
    "HouseWaybill/MasterConsignment, <x:MasterConsignment/>, </x:MasterConsignment>",
    "HouseWaybill/MasterConsignment/TransportContractDocument, <TransportContractDocument/>, "
        + "<IncludedHouseConsignment>",
    "HouseWaybill/MasterConsignment/TransportContractDocument/ID, <ID>020-68548340</ID>, "
        + "</TransportContractDocument>",
    "HouseWaybill/MasterConsignment/IncludedHouseConsignment/ID, <ID>PVG0001-A</ID>, "
        + "<TotalPieceQuantity>",
    "HouseWaybill/MasterConsignment/IncludedHouseConsignment/SummaryDescription, "
        + "<SummaryDescription>Tea</SummaryDescription>, <TotalPieceQuantity>",
    "HouseWaybill/MasterConsignment/IncludedHouseConsignment/DeclaredValueForCustomsAmount, "
        + "<DeclaredValueForCustomsAmount/>, <TotalPieceQuantity>",
  })
  void a_second_value_is_never_left_out_in_silence(String path, String second, String before) {
    String xml =
        before.startsWith("</")
            ? fixture().replace(before, before.contains("x:") ? before + second : second + before)
            : fixture().replace(before, second + before);
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageMatching("waybill.xml:\\d+: " + path + ": must not be there twice");
  }

  @Test
  void a_text_with_an_element_in_it_is_not_read_in_part() {
    assertFails(
        fixture().replace("Ceramic", "Ceramic <b/>"),
        "waybill.xml:28: has an element (b) within a text that is read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "GBK", "GB18030", "Big5"})
  void a_description_is_read_in_the_encoding_that_is_declared(String encoding) throws Exception {
    String xml = described("\u9676").replace("UTF-8", encoding);
    List<ObjectNode> events = reader.read(FILE, xml.getBytes(Charset.forName(encoding)));
    assertThat(events)
        .extracting(event -> event.at("/data/description").asText())
        .containsExactly("\u9676");
  }

  @Test
  void bytes_that_are_not_of_the_declared_encoding_are_refused() {
    byte[] content = bytes(described("\u8D27").replace("\"UTF-8\"", "\"GBK\""));
    assertThatThrownBy(() -> reader.read(FILE, content))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("waybill.xml:28: is GBK, of which byte ");
  }

  @Test
  void a_message_of_another_system_is_read() throws Exception {
    String folder = System.getProperty("cargobond.samples");
    assumeTrue(folder != null, "skipped: -Dcargobond.samples=DIR names no folder of samples");
    byte[] content = Files.readAllBytes(Path.of(folder, "SEL22222222_XFZB.xml"));
    ObjectNode event = reader.read(FILE, content).getFirst();
    assertThat(event.path("id").asText()).isEqualTo("SEL22222222/Creation/2022-04-29T08:10:00Z");
    assertThat(event.path("source").asText())
        .isEqualTo("/xfzb/RIEGESOFTWARE/REUAGT88FORWARDER%2FFRA01");
    assertThat(event.at("/data/masterWaybill").asText()).isEqualTo("888-11111111");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<TypeCode>703   | <TypeCode>740  | 6 | MessageHeaderDocument/TypeCode: must be 703",
        "<VersionID>3.00 | <VersionID>2.00 | 9 | MessageHeaderDocument/VersionID: must be 3.00",
        "020-68548340    | 020-68548341   | 22 | TransportContractDocument/ID: check digit",
        "PVG0001-A       | pvg 1          | 18 | BusinessHeaderDocument/ID: must be 1 to 35",
        "1234.5000       | 1234.567       | 26 | AmountX: must have at most 2 decimals in CNY",
        "1234.5000       | 1E99           | 26 | AmountX: must be a decimal",
        "'\"CNY\"'       | '\"XXXX\"'     | 26 | AmountX: must be an ISO 4217 currency",
        "2026-03-17T     | 2026-13-17T    | 7 | IssueDateTime: must be a time",
        "2026-03-17T     | 2009-12-31T    | 7 | IssueDateTime: must lie between the years 2010",
        "2026-03-17T     | 2100-01-01T    | 7 | IssueDateTime: must lie between the years 2010",
        "EXAMPLE EXPRESS/PVG | ''             | 11 | SenderParty/PrimaryID: must have 1 to 70",
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
        xml,
        "waybill.xml:21: HouseWaybill/MasterConsignment/TransportContractDocument/ID is missing");
  }

  @Test
  void values_of_another_namespace_do_not_count() throws Exception {
    String xml = fixture().replace("iata:datamodel:3", "iata:datamodel:2");
    assertFails(xml, "waybill.xml:3: HouseWaybill/MessageHeaderDocument/TypeCode is missing");
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
    assertFails("<" + "a".repeat(XfzbReader.BYTES_MAX), "waybill.xml: is larger than 1048576");
  }

  @Test
  void a_message_that_is_nested_too_deep_is_refused() throws Exception {
    String xml = fixture().replace("SECRET CONSIGNOR", "<a>".repeat(70));
    assertFails(xml, "waybill.xml:31: is nested deeper than 64");
  }

  @Test
  void a_message_of_too_many_elements_is_refused() throws Exception {
    String xml = fixture().replace("SECRET CONSIGNOR", "<a/>".repeat(50_000));
    assertFails(xml, "waybill.xml:31: has more than 50000 elements");
  }

  private void assertFails(String xml, String message) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith(message);
  }

  private ObjectNode read(String xml) throws UnreadableFile {
    List<ObjectNode> events = readAll(xml);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private List<ObjectNode> readAll(String xml) throws UnreadableFile {
    return reader.read(FILE, bytes(xml));
  }

  private String id(String xml) throws UnreadableFile {
    return read(xml).path("id").asText();
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static String fixture() {
    return HouseWaybills.message();
  }
}
