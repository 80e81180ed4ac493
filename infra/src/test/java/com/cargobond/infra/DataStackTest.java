package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cargobond.store.deployment.LedgerTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The deployed tables are the ledger's. */
@ExtendWith(NeedsNode.class)
class DataStackTest {

  private static final String TABLE = "AWS::DynamoDB::GlobalTable";

  @Test
  void there_is_a_table_for_each_of_the_ledgers_and_none_besides() {
    assertThat(Synthesised.dev().resources(TABLE))
        .extracting(table -> table.at("/Properties/TableName").asText())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LedgerTable.values()).map(table -> table.name("dev-")).toList());
    assertThat(Synthesised.dev().resources("AWS::DynamoDB::Table")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_table_has_the_keys_the_stream_and_the_expiry_that_the_ledger_expects(LedgerTable table) {
    JsonNode properties = dev(table).path("Properties");

    List<String> keys = new ArrayList<>(List.of(LedgerTable.PARTITION_KEY + " HASH"));
    table.sortKey().ifPresent(name -> keys.add(name + " RANGE"));
    assertThat(properties.path("KeySchema"))
        .extracting(key -> key.path("AttributeName").asText() + " " + key.path("KeyType").asText())
        .containsExactlyElementsOf(keys);
    assertThat(properties.path("GlobalSecondaryIndexes"))
        .extracting(
            index -> index.path("IndexName").asText(),
            index -> index.at("/KeySchema/0/AttributeName").asText(),
            index -> index.at("/KeySchema/1/AttributeName").asText(),
            index -> index.at("/Projection/ProjectionType").asText())
        .containsExactlyElementsOf(
            table
                .ageKey()
                .map(key -> tuple(LedgerTable.BY_AGE, LedgerTable.PARTITION_KEY, key, "ALL"))
                .stream()
                .toList());
    assertThat(properties.at("/StreamSpecification/StreamViewType").asText())
        .isEqualTo(DataStack.isStreamed(table) ? "NEW_AND_OLD_IMAGES" : "");
    assertThat(properties.at("/TimeToLiveSpecification/AttributeName").asText())
        .isEqualTo(table.expiring() ? LedgerTable.EXPIRY : "");
    assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
  }

  @ParameterizedTest
  @EnumSource
  void a_table_is_encrypted_with_our_key_and_can_be_restored_to_any_second(LedgerTable table) {
    for (JsonNode each : List.of(dev(table), prod(table))) {
      assertThat(each.at("/Properties/SSESpecification/SSEEnabled").asBoolean()).isTrue();
      assertThat(each.at("/Properties/SSESpecification/SSEType").asText()).isEqualTo("KMS");
      assertThat(each.at("/Properties/Replicas")).isNotEmpty();
      for (JsonNode replica : each.at("/Properties/Replicas")) {
        assertThat(text(replica.at("/SSESpecification/KMSMasterKeyId")))
            .matches(
                replica.path("Region").asText().equals(ASetting.STANDBY)
                    ? "arn:aws-cn:kms:"
                        + ASetting.STANDBY
                        + ":<AWS::AccountId>:alias/cargobond-prod"
                    : "<cargobond-(dev|prod)-key:ExportsOutput.*>");
        assertThat(
                replica
                    .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                    .asBoolean())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void in_production_a_table_outlives_its_stack_in_two_regions(LedgerTable table) {
    JsonNode prod = prod(table);

    assertThat(prod.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(prod.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(prod.at("/Properties/Replicas"))
        .extracting(
            replica -> replica.path("Region").asText(),
            replica -> replica.path("DeletionProtectionEnabled").asBoolean())
        .containsExactlyInAnyOrder(tuple(ASetting.HOME, true), tuple(ASetting.STANDBY, true));
    assertThat(prod.at("/Properties/StreamSpecification/StreamViewType").asText())
        .isEqualTo("NEW_AND_OLD_IMAGES");
  }

  @Test
  void in_development_a_table_goes_with_its_stack() {
    assertThat(dev(LedgerTable.GUARANTEES).path("DeletionPolicy").asText()).isEqualTo("Delete");
  }

  @Test
  void the_key_turns_every_year() {
    assertThat(Synthesised.prod().resources("AWS::KMS::Key"))
        .hasSize(3)
        .allSatisfy(
            key -> assertThat(key.at("/Properties/EnableKeyRotation").asBoolean()).isTrue());
  }

  @Test
  void the_banks_token_is_in_both_regions_and_in_no_template() {
    JsonNode secret =
        Synthesised.prod()
            .resource(
                "cargobond-prod-data", "AWS::SecretsManager::Secret", "Name", "prod-bank-token");

    assertThat(text(secret.at("/Properties/KmsKeyId"))).contains("-key:ExportsOutput");
    assertThat(secret.at("/Properties/ReplicaRegions/0/Region").asText())
        .isEqualTo(ASetting.STANDBY);
    assertThat(secret.at("/Properties").has("SecretString")).isFalse();
  }

  private static JsonNode dev(LedgerTable table) {
    return Synthesised.dev().resource("cargobond-dev-data", TABLE, "TableName", table.name("dev-"));
  }

  private static JsonNode prod(LedgerTable table) {
    return Synthesised.prod()
        .resource("cargobond-prod-data", TABLE, "TableName", table.name("prod-"));
  }
}
