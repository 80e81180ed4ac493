package com.cargobond.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others' rules say of the templates. */
@ExtendWith(NeedsNode.class)
class FindingsTest {

  @ParameterizedTest
  @MethodSource("com.cargobond.infra.Synthesised#all")
  void the_aws_solutions_checks_find_nothing_without_a_written_reason(Synthesised deployment)
      throws IOException {
    List<Path> reports = deployment.files("-NagReport.csv");

    assertThat(reports).hasSameSizeAs(deployment.stackNames());
    for (Path report : reports) {
      assertThat(Files.readAllLines(report))
          .hasSizeGreaterThan(1)
          .noneMatch(line -> line.contains("\"Non-Compliant\""))
          .noneMatch(line -> line.contains("\"UNKNOWN\""));
    }
  }

  @Test
  void cfn_lint_finds_nothing() throws IOException, InterruptedException {
    Tool.CFN_LINT.orSkip();
    for (Synthesised deployment : List.of(Synthesised.dev(), Synthesised.failedOver())) {
      List<String> templates = new ArrayList<>();
      deployment.files(".template.json").forEach(file -> templates.add(file.toString()));

      assertThat(Tool.CFN_LINT.run(templates, Map.of())).isEmpty();
    }
  }

  @Test
  void nothing_in_china_names_another_partition() throws IOException {
    List<Path> templates = Synthesised.prod().files(".template.json");

    assertThat(templates).isNotEmpty();
    for (Path template : templates) {
      assertThat(Files.readString(template)).doesNotContain("arn:aws:");
    }
  }

  @Test
  void no_stack_of_production_is_deleted_by_mistake() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(Synthesised.prod().folder().resolve("manifest.json").toFile());

    assertThat(manifest.path("artifacts").valueStream())
        .filteredOn(artifact -> artifact.path("type").asText().equals("aws:cloudformation:stack"))
        .hasSameSizeAs(Synthesised.prod().stackNames())
        .allSatisfy(
            stack ->
                assertThat(stack.at("/properties/terminationProtection").asBoolean()).isTrue());
  }

  @Test
  void every_resource_that_can_be_tagged_says_whose_it_is() {
    assertThat(
            Stream.of("AWS::SQS::Queue", "AWS::Lambda::Function", "AWS::KMS::Key")
                .flatMap(type -> Synthesised.prod().resources(type).stream()))
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(resource.at("/Properties/Tags").toString())
                    .contains("\"cargobond\"", "\"prod\""));
  }
}
