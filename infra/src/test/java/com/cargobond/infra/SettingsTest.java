package com.cargobond.infra;

import static com.cargobond.infra.ASetting.with;
import static com.cargobond.infra.ASetting.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.cargobond.domain.identity.CnapsCode;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations must say, and what is refused before anything is deployed. */
class SettingsTest {

  @Test
  void a_development_stage_runs_on_arm_wherever_the_credentials_point() {
    Settings settings = read(ASetting.dev());

    assertThat(settings.stage()).isEqualTo(Stage.DEV);
    assertThat(settings.processor()).isEqualTo(Processor.ARM64);
    assertThat(settings.regions().home()).isEqualTo(ASetting.USUAL);
    assertThat(settings.issuer().keys()).isEqualTo("https://issuer.example/.well-known/jwks.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "jwtIssuer", "bankUrl", "bankCnaps"})
  void what_is_missing_is_named(String name) {
    assertThat(violations(without(ASetting.dev(), name)))
        .containsExactly(new Violation(name, "is required"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stage                | test              | must be dev or prod
          architecture         | mips              | must be arm64 or x86_64
          jwtIssuer            | http://a.example  | must be an https URL
          bankUrl              | bank              | must be an https URL
          bankCnaps            | 313651027013      | check digit must be 2
          bankHours            | sometimes         | must be always, or not be there
          region               | Beijing           | must be a region such as cn-north-1
          standbyOutboxStream  | outbox            | must be a stream's ARN
          reservedCalls        | many              | must be a number from 1 to 9999
          tablePrefix          | a/b               | must be 1 to 64 letters, digits, dots, hyphens or underscores
          jwtIsuer             | https://a.example | is not a known field
          """)
  void what_is_wrong_is_named_with_its_rule(String name, String value, String rule) {
    assertThat(violations(with(ASetting.dev(), name, value)))
        .containsExactly(new Violation(name, rule));
  }

  @ParameterizedTest
  @ValueSource(strings = {"region", "standbyRegion", "standbyCertificateArn"})
  void production_stands_in_two_regions(String name) {
    assertThat(violations(without(ASetting.prod(), name)))
        .extracting(Violation::field)
        .contains(name);
  }

  @Test
  void the_standby_is_another_region_of_the_same_partition() {
    assertThat(violations(with(ASetting.prod(), "standbyRegion", ASetting.HOME)))
        .containsExactly(new Violation("standbyRegion", "must be another than region"));
    assertThat(violations(with(ASetting.prod(), "standbyRegion", "eu-central-1")))
        .containsExactly(new Violation("standbyRegion", "must be in the same partition as region"));
  }

  @Test
  void a_standby_that_took_over_needs_its_outbox() {
    assertThat(violations(with(ASetting.prod(), "activeRegion", ASetting.STANDBY)))
        .extracting(Violation::field)
        .containsExactly("standbyOutboxStream");
    assertThat(read(ASetting.failedOver()).regions().failedOver()).isTrue();
    assertThat(violations(with(ASetting.prod(), "activeRegion", "eu-central-1")))
        .containsExactly(new Violation("activeRegion", "must be region, standbyRegion or none"));
  }

  @Test
  void nobody_works_where_neither_region_is_active() {
    Regions regions = read(ASetting.atRest()).regions();

    assertThat(regions.active()).isEmpty();
    assertThat(regions.failedOver()).isFalse();
    assertThat(read(ASetting.prod()).regions().active()).contains(ASetting.HOME);
  }

  @Test
  void restored_tables_come_with_their_outboxs_stream() {
    assertThat(violations(with(ASetting.prod(), "tablePrefix", "restored-prod-")))
        .containsExactly(
            new Violation("outboxStream", "and tablePrefix go together"),
            new Violation("auditStream", "and tablePrefix go together"));
  }

  @Test
  void a_zip_that_is_not_there_is_named_with_the_command_that_makes_it() {
    assertThat(violations(with(ASetting.dev(), "eventsZip", "nowhere/function.zip")))
        .containsExactly(
            new Violation(
                "eventsZip",
                "nowhere/function.zip is not there: ./mvnw package -Dnative -DskipTests makes it,"
                    + " in the root folder"));
  }

  @Test
  void a_zip_for_another_processor_is_refused() {
    String zip = ASetting.zip(Processor.X86_64).toString();

    assertThat(violations(with(ASetting.dev(), "apiZip", zip)))
        .containsExactly(
            new Violation(
                "apiZip",
                zip
                    + " holds no executable for arm64: ./mvnw package -Dnative -DskipTests makes one"
                    + " on such a machine; -c architecture chooses another"));
    Map<String, Object> x86 = with(with(ASetting.dev(), "apiZip", zip), "eventsZip", zip);
    assertThat(read(with(x86, "architecture", "x86_64")).processor()).isEqualTo(Processor.X86_64);
  }

  @Test
  void a_zip_of_something_else_is_refused() {
    String zip = ASetting.zip("function.jar", new byte[64]).toString();

    assertThat(violations(with(ASetting.dev(), "apiZip", zip)))
        .extracting(Violation::field)
        .containsExactly("apiZip");
  }

  @Test
  void the_command_line_goes_before_the_file_and_what_the_cdk_writes_is_left_out() {
    Map<String, Object> context = new HashMap<>(without(ASetting.dev(), "jwtIssuer"));
    context.put(
        "dev", Map.of("jwtIssuer", "https://file.example", "bankUrl", "https://file.example"));
    context.put("prod", Map.of("jwtIssuer", "https://other.example"));
    context.put("@aws-cdk/core:checkSecretUsage", true);
    context.put("availability-zones:account=1:region=eu-central-1", List.of("a", "b"));
    context.put("cli-telemetry", false);
    context.put("acknowledged-issue-numbers", List.of(34892));

    Settings settings = read(context);

    assertThat(settings.issuer().url()).isEqualTo("https://file.example");
    assertThat(settings.bank())
        .isEqualTo(
            new Settings.Bank(
                "https://bank.example",
                new CnapsCode("313651027012"),
                Optional.empty(),
                Optional.empty()));
  }

  private static Settings read(Map<String, Object> settings) {
    return Settings.read(settings, Optional.of(ASetting.USUAL));
  }

  private static List<Violation> violations(Map<String, Object> settings) {
    return catchThrowableOfType(InvalidInput.class, () -> read(settings)).violations();
  }
}
