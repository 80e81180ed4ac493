package com.cargobond.domain.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.deposit.ApprovalRefusal;
import com.cargobond.domain.event.EventType;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.identity.AirWaybill;
import com.cargobond.domain.identity.AirportCode;
import com.cargobond.domain.identity.Bic;
import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.identity.ContainerNo;
import com.cargobond.domain.identity.CustomsRegistrationCode;
import com.cargobond.domain.identity.DeclarationNo;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.identity.HouseWaybill;
import com.cargobond.domain.identity.Lei;
import com.cargobond.domain.identity.Uetr;
import com.cargobond.domain.identity.Uscc;
import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.ledger.Capability;
import com.cargobond.domain.ledger.Code;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README's tables say is what the code says. */
class ReadmeTablesTest {

  private static final Map<String, Function<String, ?>> IDENTIFIERS =
      Map.ofEntries(
          Map.entry("air waybill", AirWaybill::new),
          Map.entry("USCC (GB 32100)", Uscc::new),
          Map.entry("customs registration", CustomsRegistrationCode::new),
          Map.entry("declaration number", DeclarationNo::new),
          Map.entry("customs district", DistrictCode::new),
          Map.entry("CNAPS bank code", CnapsCode::new),
          Map.entry("BIC (ISO 9362)", Bic::new),
          Map.entry("LEI (ISO 17442)", Lei::new),
          Map.entry("container (ISO 6346)", ContainerNo::new),
          Map.entry("UETR", Uetr::new),
          Map.entry("house waybill", HouseWaybill::new),
          Map.entry("airport (IATA)", AirportCode::new),
          Map.entry("currency (ISO 4217)", Money::currency));

  @Test
  void list_every_event_with_the_capability_that_hears_it_first() {
    assertThat(rows("## Events").map(row -> List.of(row.get(0), row.get(2))))
        .containsExactlyInAnyOrderElementsOf(
            Capabilities.ALL.list().stream()
                .flatMap(
                    capability ->
                        capability.events().stream()
                            .map(EventType::wireName)
                            .map(name -> List.of(name, capability.name())))
                .toList());
  }

  @Test
  void list_every_code_with_its_meaning_and_remedy() {
    assertThat(rows("## Refusal codes"))
        .containsExactlyElementsOf(
            Arrays.stream(RefusalCode.values())
                .map(code -> List.of(code.name(), code.meaning()))
                .toList());
    for (Capability capability : Capabilities.ALL.withCodes()) {
      assertThat(rows("### Of a " + capability.name()))
          .containsExactlyElementsOf(told(capability.codes()));
    }
    assertThat(rows("### Of an event that is set aside"))
        .containsExactlyElementsOf(told(Capabilities.ALL.quarantineCodes()));
    assertThat(rows("### Rules that an approval can break"))
        .containsExactlyElementsOf(
            Arrays.stream(ApprovalRefusal.values())
                .map(rule -> List.of(rule.name(), rule.meaning()))
                .toList());
  }

  @Test
  void name_identifiers_that_are_valid_and_others_that_are_not() {
    List<List<String>> rows = rows("## Identifiers").toList();

    assertThat(rows).extracting(List::getFirst).hasSameElementsAs(IDENTIFIERS.keySet());
    for (List<String> row : rows) {
      Function<String, ?> reading = IDENTIFIERS.get(row.getFirst());
      for (String valid : row.get(2).split(", ")) {
        assertThatCode(() -> reading.apply(valid)).doesNotThrowAnyException();
      }
      for (String invalid : row.get(3).split(", ")) {
        assertThatExceptionOfType(BrokenRule.class).isThrownBy(() -> reading.apply(invalid));
      }
    }
  }

  @Test
  void show_fingerprints_that_anybody_can_compute() {
    List<Object[]> parts =
        List.of(
            new Object[] {"DEP-1", 2, null, List.of("A-1", "A-2")},
            new Object[] {
              "cargo.arrived.v1",
              "2026-03-01T04:00:00Z",
              "91310115MA1AB2C343/HAWB-1",
              Map.of("location", "PVG")
            });

    List<List<String>> rows = rows("## The canonical form").toList();

    assertThat(rows).hasSameSizeAs(parts);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).subList(1, 4))
          .containsExactly(
              rows.get(i).get(1), Fingerprint.of(parts.get(i)), Fingerprint.sha256(parts.get(i)))
          .contains(sha256(rows.get(i).get(1)));
    }
  }

  private static Stream<List<String>> rows(String heading) {
    return Readme.section(heading).rows().stream().skip(1);
  }

  private static List<List<String>> told(List<Code> codes) {
    return codes.stream().map(code -> List.of(code.name(), code.meaning(), code.remedy())).toList();
  }

  private static String sha256(String canonical) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
