package com.cargobond.infra;

import com.cargobond.store.deployment.LedgerTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ReplicaTableProps;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.CfnSecret.GenerateSecretStringProperty;
import software.amazon.awscdk.services.secretsmanager.CfnSecret.ReplicaRegionProperty;
import software.constructs.Construct;

/** The ledger's tables, with their copies in the standby region, and the bank's token. */
final class DataStack extends Stack {

  private final Map<LedgerTable, TableV2> tables = new EnumMap<>(LedgerTable.class);

  DataStack(Construct scope, Site site, IKey key) {
    super(scope, site.stackName("data"), site.stack("data", "Cargobond: the ledger's tables"));
    TableEncryptionV2 encryption = TableEncryptionV2.customerManagedKey(key, standbyKeys(site));
    for (LedgerTable table : LedgerTable.values()) {
      tables.put(table, table(site, table, encryption));
    }
    bankToken(site, key);
  }

  /** Of tables of which a stream is read: the audit's by what keeps the write-once copy. */
  static boolean isStreamed(LedgerTable table) {
    return table.streamed() || table == LedgerTable.AUDIT;
  }

  String auditStream() {
    return tables.get(LedgerTable.AUDIT).getTableStreamArn();
  }

  /** The stream that {@code publish} is fed from. */
  String outboxStream() {
    return tables.get(LedgerTable.OUTBOX).getTableStreamArn();
  }

  /** It begins as a random text: the bank's own is put in its place by hand. */
  private void bankToken(Site site, IKey key) {
    CfnSecret secret =
        CfnSecret.Builder.create(this, "BankToken")
            .name(bankTokenName(site.stage()))
            .description("The bearer token that the bank's payment API knows Cargobond by")
            .generateSecretString(GenerateSecretStringProperty.builder().build())
            .kmsKeyId(key.getKeyArn())
            .replicaRegions(
                standbyKeys(site).entrySet().stream()
                    .map(
                        standby ->
                            ReplicaRegionProperty.builder()
                                .region(standby.getKey())
                                .kmsKeyId(standby.getValue())
                                .build())
                    .toList())
            .build();
    secret.applyRemovalPolicy(site.stage().removal());
    Findings.accept(
        secret,
        "AwsSolutions-SMG4",
        "the bank issues the token; infra/README.md says how to rotate");
  }

  static String bankTokenName(Stage stage) {
    return stage.prefix() + "bank-token";
  }

  private TableV2 table(Site site, LedgerTable table, TableEncryptionV2 encryption) {
    boolean isKept = site.stage().isKept();
    TableV2.Builder builder =
        TableV2.Builder.create(this, table.name(""))
            .tableName(table.name(site.prefix()))
            .partitionKey(text(LedgerTable.PARTITION_KEY))
            .billing(Billing.onDemand())
            .encryption(encryption)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(isKept)
            .removalPolicy(site.stage().removal())
            .replicas(
                site.settings().regions().standby().stream()
                    .map(
                        region ->
                            ReplicaTableProps.builder()
                                .region(region)
                                .deletionProtection(isKept)
                                .build())
                    .toList());
    table.sortKey().ifPresent(name -> builder.sortKey(text(name)));
    table.ageKey().ifPresent(name -> builder.globalSecondaryIndexes(List.of(byAge(name))));
    if (isStreamed(table)) {
      // Copies are made by the stream, and only by one that has the old image as well.
      builder.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    if (table.expiring()) {
      builder.timeToLiveAttribute(LedgerTable.EXPIRY);
    }
    return builder.build();
  }

  private Map<String, String> standbyKeys(Site site) {
    return site.settings()
        .regions()
        .standby()
        .map(region -> Map.of(region, KeyStack.arnIn(this, region, site.stage())))
        .orElse(Map.of());
  }

  private static GlobalSecondaryIndexPropsV2 byAge(String ageKey) {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(LedgerTable.BY_AGE)
        .partitionKey(text(LedgerTable.PARTITION_KEY))
        .sortKey(text(ageKey))
        .build();
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
