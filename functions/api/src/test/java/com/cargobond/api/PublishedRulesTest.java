package com.cargobond.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.input.Violation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published and what is taken are the same, for every document that comes in. */
class PublishedRulesTest {

  private static final List<Documents.Kind> KINDS = Documents.all();

  /**
   * What JSON Schema does not say: digits that check others, and what one field says of another.
   */
  private static final List<String> UNSAID =
      List.of(
          "check (character|digit)",
          "ISO 4217",
          "decimals in",
          "must not exceed",
          "two different approvers",
          "must not be after treasuryDate",
          "another notice than taxNoticeNo",
          "more than zero",
          "another charset",
          "more than 10 extension attributes",
          "must not be before coverFrom",
          "must be after coverTo",
          "or \\* alone");

  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  void a_document_is_valid_exactly_if_it_is_taken(
      @ForAll("kinds") Documents.Kind kind, @ForAll long seed) {
    Map<String, Object> document = Mutation.of(kind.complete(), new Random(seed));

    List<Violation> broken = kind.violations(document);
    boolean isUnsaid = broken.stream().allMatch(violation -> isUnsaid(violation.rule()));
    boolean isValid = kind.isValid(document);

    assertThat(isValid ? isUnsaid : !broken.isEmpty())
        .as("%s %s is valid: %s; the service says %s", kind, document, isValid, broken)
        .isTrue();
  }

  @Provide
  Arbitrary<Documents.Kind> kinds() {
    return Arbitraries.of(KINDS);
  }

  @ParameterizedTest
  @MethodSource("complete")
  void a_complete_document_is_taken(Documents.Kind kind) {
    assertThat(kind.violations(kind.complete())).isEmpty();
    assertThat(kind.isValid(kind.complete())).isTrue();
  }

  static Stream<Documents.Kind> complete() {
    return KINDS.stream();
  }

  @ParameterizedTest
  @MethodSource("unsaid")
  void what_is_unsaid_is_refused_all_the_same(
      String rule, String kind, Map<String, Object> changes) {
    Documents.Kind named =
        KINDS.stream().filter(one -> one.name().equals(kind)).findFirst().orElseThrow();
    Map<String, Object> document = Mutation.of(named.complete(), new Unchanging());
    Map<String, Object> target = document.containsKey("data") ? Documents.data(document) : document;
    changes.forEach((name, value) -> (isAttribute(name) ? document : target).put(name, value));

    assertThat(named.isValid(document)).isTrue();
    assertThat(named.violations(document))
        .isNotEmpty()
        .allMatch(violation -> Pattern.compile(rule).matcher(violation.rule()).find());
  }

  static Stream<Arguments> unsaid() {
    String paid = "customs.duty-paid.v1";
    return Stream.of(
        Arguments.of(UNSAID.get(0), "GuaranteeApplication", principal("91310115MA1AB2C344")),
        Arguments.of(UNSAID.get(1), paid, amount("1.00", "XYZ")),
        Arguments.of(UNSAID.get(2), paid, amount("1.001", "CNY")),
        Arguments.of(UNSAID.get(3), paid, amount("999999999999999", "CNY")),
        Arguments.of(
            UNSAID.get(4),
            "customs.deposit-refund-approved.v1",
            Map.of("approvers", List.of("o-1", "O-1"))),
        Arguments.of(UNSAID.get(5), paid, Map.of("debitedOn", "2026-03-18")),
        Arguments.of(
            UNSAID.get(6), "customs.duty-assessed.v1", Map.of("replaces", "REF-taxNoticeNo")),
        Arguments.of(UNSAID.get(7), "customs.deposit-taken.v1", amount("0.00", "CNY")),
        Arguments.of(
            UNSAID.get(8), paid, Map.of("datacontenttype", "application/json;charset=gbk")),
        Arguments.of(UNSAID.get(9), paid, extensions()),
        Arguments.of(UNSAID.get(10), "GuaranteeApplication", Map.of("coverTo", "2026-03-16")),
        Arguments.of(UNSAID.get(11), "GuaranteeApplication", Map.of("suretyshipTo", "2026-12-31")),
        Arguments.of(
            UNSAID.get(12), "GuaranteeApplication", Map.of("beneficiaries", List.of("*", "2233"))));
  }

  private static Map<String, Object> amount(String amount, String currency) {
    return Map.of("amount", Map.of("amount", amount, "currency", currency));
  }

  private static Map<String, Object> principal(String uscc) {
    return Map.of(
        "principal",
        Map.of("uscc", uscc, "customsRegistrationNo", "3122260001", "name", "Swift Express"));
  }

  private static Map<String, Object> extensions() {
    Map<String, Object> many = new TreeMap<>();
    for (int i = 0; i < 11; i++) {
      many.put("ext" + i, i);
    }
    return many;
  }

  private static boolean isAttribute(String name) {
    return name.equals("datacontenttype") || name.startsWith("ext");
  }

  private static boolean isUnsaid(String rule) {
    return UNSAID.stream().anyMatch(unsaid -> Pattern.compile(unsaid).matcher(rule).find());
  }

  /** Chooses nothing, so that nothing is changed. */
  private static final class Unchanging extends Random {
    private static final long serialVersionUID = 1;

    @Override
    public int nextInt(int bound) {
      return 0;
    }
  }
}
