package com.cargobond.infra;

import com.cargobond.domain.calendar.ChinaDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.ReplicationRule;
import software.amazon.awscdk.services.s3.ReplicationTimeValue;
import software.constructs.Construct;

/**
 * Where the copy of the audit trail arrives, and where it stays. A locked bucket asks each upload
 * for a checksum, which Firehose is not documented to send; S3 itself, which replicates one bucket
 * to the other, sends it, and gives each replica the locked bucket's retention.
 */
final class TrailBuckets extends Construct {

  private static final String RULE = "lock";

  /** In development, long enough to see that it holds. */
  private static final int DAYS_IN_DEVELOPMENT = 1;

  private static final int DAYS_PER_YEAR = 365;

  /** Time to replicate again what was not. */
  private static final Duration ARRIVED_KEPT = Duration.days(90);

  private final Bucket locked;
  private final Bucket arrived;

  TrailBuckets(Stack stack, Site site, IKey key) {
    super(stack, "Buckets");
    this.locked =
        bucket("Locked", key)
            .objectLockEnabled(true)
            .objectLockDefaultRetention(ObjectLockRetention.compliance(kept(site)))
            // Nobody could delete what is in it.
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Role role =
        Role.Builder.create(this, "Replication")
            .description("Lets S3 copy the trail into the locked bucket")
            .assumedBy(new ServicePrincipal("s3.amazonaws.com"))
            .build();
    this.arrived =
        bucket("Arrived", key)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .expiration(ARRIVED_KEPT)
                        .noncurrentVersionExpiration(Duration.days(1))
                        .build()))
            .removalPolicy(site.stage().removal())
            .replicationRole(role)
            .replicationRules(
                List.of(
                    ReplicationRule.builder()
                        .id(RULE)
                        .destination(locked)
                        .priority(0)
                        .kmsKey(key)
                        .sseKmsEncryptedObjects(true)
                        .metrics(ReplicationTimeValue.FIFTEEN_MINUTES)
                        .build()))
            .build();
    Policy rights =
        Policy.Builder.create(this, "ReplicationRights")
            .roles(List.of(role))
            .statements(replication(stack, key))
            .build();
    Findings.accept(
        rights, "AwsSolutions-IAM5", "^Resource::<.*\\.Arn>\\/\\*$", "all that arrives is copied");
    Stream.of(locked, arrived)
        .forEach(
            bucket ->
                Findings.accept(
                    bucket,
                    "AwsSolutions-S1",
                    "who reads it is in CloudTrail, where the account records data events"));
  }

  private Bucket.Builder bucket(String id, IKey key) {
    return Bucket.Builder.create(this, id)
        .encryption(BucketEncryption.KMS)
        .encryptionKey(key)
        .bucketKeyEnabled(true)
        .versioned(true)
        .enforceSsl(true)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED);
  }

  private static Duration kept(Site site) {
    return site.stage().isKept()
        ? Duration.days(TrailRetention.on(LocalDate.now(ChinaDay.ZONE)).years() * DAYS_PER_YEAR)
        : Duration.days(DAYS_IN_DEVELOPMENT);
  }

  private List<PolicyStatement> replication(Stack stack, IKey key) {
    PolicyStatement crypt =
        Rights.allow(
            List.of("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"), List.of(key.getKeyArn()));
    crypt.addCondition(
        "StringLike", Map.of("kms:ViaService", Rights.services(stack, List.of("s3"))));
    return List.of(
        Rights.allow(
            List.of("s3:GetReplicationConfiguration", "s3:ListBucket"),
            List.of(arrived.getBucketArn())),
        Rights.allow(
            List.of(
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionTagging"),
            List.of(arrived.arnForObjects("*"))),
        Rights.allow(
            List.of("s3:ReplicateObject", "s3:ReplicateTags"), List.of(locked.arnForObjects("*"))),
        crypt);
  }

  Bucket arrived() {
    return arrived;
  }

  Bucket locked() {
    return locked;
  }

  /** What S3 could not copy. */
  Metric notLocked() {
    return Metric.Builder.create()
        .namespace("AWS/S3")
        .metricName("OperationsFailedReplication")
        .dimensionsMap(
            Map.of(
                "SourceBucket", arrived.getBucketName(),
                "DestinationBucket", locked.getBucketName(),
                "RuleId", RULE))
        .statistic(Stats.SUM)
        .build();
  }
}
