package com.cargobond.local.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.file.UnreadableFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, a file is read into events that can be sent, or refused by its name. */
class EventFilesProperties {

  private static final Path FILE = Path.of("f");
  private static final byte[] WAYBILL = HouseWaybills.message().getBytes(StandardCharsets.UTF_8);
  private static final byte[] EVENTS =
      """
      [{"specversion": "1.0", "id": "a", "source": "/carrier", "type": "cargo.arrived.v1",
        "time": "2026-03-17T10:10:00+08:00", "subject": "91310115MA1AB2C343/HW1",
        "data": {"location": "PVG", "more": [1.50, -2e9, true, null, "\\ud842\\udfb7"]}},
       {"id": "b", "data": {}}]"""
          .getBytes(StandardCharsets.UTF_8);
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "&",
          "&#x1F600;",
          "&#xD842;",
          "]]>",
          "<!--",
          "<![CDATA[",
          "<?x ?>",
          "<!DOCTYPE a [<!ENTITY b 'c'>]>",
          "<IncludedHouseConsignment>",
          "</IncludedHouseConsignment>",
          "<ID>",
          "</ID>",
          "xmlns:x='iata:datamodel:3' ",
          " a='b'",
          "\u0000",
          "\uFFFF",
          "\uFEFF",
          "\u8D27\uD842\uDFB7",
          "24:00:00",
          "\"",
          "{\"",
          "[",
          "]",
          "\\ud842",
          "1e999999999",
          "1e-999999999",
          "9".repeat(400),
          "-",
          "\n");

  private final EventFiles files = new EventFiles(HouseWaybills.OPTIONS);

  @Property(tries = 500)
  void bytes_of_any_kind_are_read_or_refused(@ForAll byte[] content) {
    isRead(content);
  }

  @Property(tries = 300)
  void a_house_waybill_that_is_cut_off_is_refused(@ForAll("cuts") int length) {
    assertThat(isRead(Arrays.copyOf(WAYBILL, length))).isFalse();
  }

  @Property(tries = 1000)
  void a_house_waybill_with_changes_is_read_or_refused(@ForAll("changes") List<Change> changes) {
    isRead(Change.all(WAYBILL, changes));
  }

  @Property(tries = 1000)
  void events_with_changes_are_read_or_refused(@ForAll("changes") List<Change> changes) {
    isRead(Change.all(EVENTS, changes));
  }

  @Property(tries = 500)
  void a_house_waybill_in_any_encoding_is_read_or_refused(
      @ForAll("charsets") Charset written, @ForAll("charsets") Charset declared) {
    String xml = HouseWaybills.message().replace("UTF-8", declared.name());
    if (written.canEncode()) {
      isRead(xml.getBytes(written));
    }
  }

  @Property(tries = 500)
  void bytes_in_any_declared_encoding_are_read_or_refused(
      @ForAll("charsets") Charset declared, @ForAll byte[] more) {
    byte[] begin =
        ("<?xml version=\"1.0\" encoding=\"" + declared.name() + "\"?><a>")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] content = Arrays.copyOf(begin, begin.length + more.length);
    System.arraycopy(more, 0, content, begin.length, more.length);
    isRead(content);
  }

  /** Short of the last bracket and the line's end. */
  @Provide
  Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, WAYBILL.length - 2);
  }

  @Provide
  Arbitrary<Charset> charsets() {
    return Arbitraries.of(Charset.availableCharsets().values());
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<byte[]> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8)),
            Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(4));
    return Combinators.combine(
            Arbitraries.integers().between(0, WAYBILL.length),
            Arbitraries.integers().between(0, 30),
            pieces)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Takes some bytes away and puts others there. */
  private record Change(int place, int taken, byte[] put) {

    static byte[] all(byte[] original, List<Change> changes) {
      byte[] content = original;
      for (Change change : changes) {
        content = change.of(content);
      }
      return content;
    }

    private byte[] of(byte[] content) {
      int from = place % content.length;
      int to = Math.min(from + taken, content.length);
      byte[] changed = new byte[content.length - (to - from) + put.length];
      System.arraycopy(content, 0, changed, 0, from);
      System.arraycopy(put, 0, changed, from, put.length);
      System.arraycopy(content, to, changed, from + put.length, content.length - to);
      return changed;
    }
  }

  /** Whether it is read into events that can be sent; any exception but one fails the property. */
  private boolean isRead(byte[] content) {
    List<ObjectNode> events;
    try {
      events = files.read(FILE, content);
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage()).startsWith("f:").hasLineCount(1);
      return false;
    }
    Batches batches = new Batches();
    events.forEach(event -> batches.add("token", event));
    batches.all().forEach(batch -> assertThat(batch.body()).isNotEmpty());
    return true;
  }
}
