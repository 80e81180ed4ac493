package com.cargobond.local.reconcile;

import static com.cargobond.local.reconcile.Camt.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cargobond.domain.identity.Uetr;
import com.cargobond.local.file.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a statement are found where its version has them. */
class CamtVersionsTest {

  private static final String UETR = "<UETR>" + Camt.UETR + "</UETR>";

  @ParameterizedTest
  @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"})
  void these_versions_are_read(String version) throws Exception {
    Statement statement = Camt.of(payment("1.00")).version(version).read();

    assertThat(statement).isEqualTo(Camt.of(payment("1.00")).read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "14", "8", "080"})
  void others_are_refused_with_those_that_are_read(String version) {
    assertThatThrownBy(() -> Camt.of(payment("1.00")).version(version).read())
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining(
            "camt.053.001." + version + "}Document, not a Document of a statement")
        .hasMessageContaining("(camt.053.001.02 to .13)");
  }

  @Test
  void in_the_first_versions_the_status_is_a_text() throws Exception {
    String first = payment("1.00").replace("<Cd>BOOK</Cd>", " BOOK ");

    assertThat(Camt.of(first).version("02").read().entries()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Prtry><Tp>UETR</Tp><Ref>" + Camt.UETR + "</Ref></Prtry></Refs>",
        "</Refs><AddtlTxInf>paid /UETR/" + Camt.UETR + " on behalf</AddtlTxInf>",
      })
  void a_uetr_is_also_where_versions_without_a_place_for_it_have_it(String place) throws Exception {
    String elsewhere = payment("1.00").replace(UETR + "</Refs>", place);

    assertThat(Camt.of(elsewhere).version("04").read().entries().getFirst().uetr())
        .contains(new Uetr(Camt.UETR));
  }

  @Test
  void a_uetr_in_capitals_is_the_same() throws Exception {
    String capitals = payment("1.00").replace(Camt.UETR, Camt.UETR.toUpperCase());

    assertThat(Camt.of(capitals).read()).isEqualTo(Camt.of(payment("1.00")).read());
  }

  @Test
  void in_the_second_version_a_transaction_has_its_amount_in_its_details() throws Exception {
    String details =
        payment("1.00")
            .replace(
                "</Refs><Amt Ccy=\"CNY\">1.00</Amt>",
                "</Refs><AmtDtls><TxAmt><Amt Ccy=\"CNY\">1.00</Amt></TxAmt></AmtDtls>");

    assertThat(Camt.of(details).version("02").read()).isEqualTo(Camt.of(payment("1.00")).read());
  }
}
