package com.cargobond.local.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.local.file.BareTimes;
import com.cargobond.local.file.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** Whatever the bytes are, they are read as statements or as a list, or refused by their name. */
class StatementReaderProperties {

  private static final int TRIES = 300;

  private static final Path FILE = Path.of("f");
  private static final byte[] STATEMENT = fixture();
  private static final byte[] LIST =
      ("depositId,approvalNo,decision,amount,currency\r\n\"DEP-1\",A1,REFUND,692.30,CNY\r\n"
              + "DEP-2,\"A\"\"2\",CONVERSION,7,JPY\r\n")
          .getBytes(StandardCharsets.UTF_8);
  private static final List<String> PIECES =
      List.of(
          "<",
          "</Ntry>",
          "<Ntry>",
          "<TxDtls/>",
          "<NtryDtls><TxDtls><Amt Ccy='CNY'>999999999999999999</Amt></TxDtls></NtryDtls>",
          "<Chrgs><TtlChrgsAndTaxAmt Ccy='JPY'>1</TtlChrgsAndTaxAmt></Chrgs>",
          "<Chrgs><Amt Ccy='CNY'>9999999999999.99</Amt><ChrgInclInd>1</ChrgInclInd></Chrgs>",
          "<TxsSummry><TtlNtries><NbOfNtries>99999999999999999999</NbOfNtries></TtlNtries></TxsSummry>",
          "<Sts>BOOK</Sts>",
          "<Btch><NbOfTxs>-1</NbOfTxs><TtlAmt>x</TtlAmt></Btch>",
          "<!DOCTYPE a [<!ENTITY b 'c'>]>",
          "<![CDATA[",
          "&#x1F600;",
          "&#xD842;",
          "0000-01-01T24:00:00",
          "9999-12-31T24:00:00",
          "9999-12-31",
          "0001-01-01T00:00:00+14:00",
          "1e999999999",
          "-99999999999999999999.99999",
          "\u0000",
          "\uFEFF",
          "\uFFFF",
          "\"",
          ",",
          "\r",
          "\n");

  @Property(tries = TRIES)
  void a_file_is_read_or_refused(@ForAll("mutations") byte[] content) {
    assertThat(reads(content)).isIn(true, false);
  }

  @Property(tries = TRIES)
  void random_bytes_are_refused(@ForAll byte[] content) {
    assertThat(reads(content)).isFalse();
  }

  /** Whether they are a statement or a list; anything but a refusal by name passes through. */
  private static boolean reads(byte[] content) {
    boolean isRead = false;
    try {
      List<Statement> statements = StatementReader.read(FILE, content, BareTimes.OF_CHINA);
      assertThat(statements).isNotEmpty();
      assertThat(statements).allMatch(statement -> !statement.to().isBefore(statement.from()));
      isRead = true;
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage()).startsWith("f:").hasLineCount(1);
    }
    try {
      CustomsList.read(FILE, content);
      isRead = true;
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage()).startsWith("f:").hasLineCount(1);
    }
    return isRead;
  }

  @Provide
  Arbitrary<byte[]> mutations() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
    Arbitrary<Change> changes =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 40),
                Arbitraries.oneOf(pieces, noise))
            .as(Change::new);
    Arbitrary<byte[]> changed =
        Combinators.combine(
                Arbitraries.of(STATEMENT, LIST), changes.list().ofMinSize(1).ofMaxSize(4))
            .as(
                (content, all) -> {
                  byte[] result = content;
                  for (Change change : all) {
                    result = change.of(result);
                  }
                  return result;
                });
    Arbitrary<byte[]> truncated =
        Arbitraries.integers()
            .between(0, STATEMENT.length)
            .map(length -> Arrays.copyOf(STATEMENT, length));
    return Arbitraries.oneOf(changed, truncated);
  }

  /** Bytes somewhere that are replaced by others, more or fewer. */
  private record Change(double place, int removed, byte[] inserted) {

    byte[] of(byte[] content) {
      int at = (int) (place * content.length);
      int end = Math.min(content.length, at + removed);
      byte[] changed = new byte[at + inserted.length + content.length - end];
      System.arraycopy(content, 0, changed, 0, at);
      System.arraycopy(inserted, 0, changed, at, inserted.length);
      System.arraycopy(content, end, changed, at + inserted.length, content.length - end);
      return changed;
    }
  }

  private static byte[] fixture() {
    try (InputStream in = StatementReaderTest.class.getResourceAsStream("statement.xml")) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
