package com.cargobond.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.BufferingHintsProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.CloudWatchLoggingOptionsProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.EncryptionConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.KMSEncryptionConfigProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.ProcessingConfigurationProperty;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream.ProcessorProperty;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.pipes.CfnPipe;
import software.amazon.awscdk.services.pipes.CfnPipe.DeadLetterConfigProperty;
import software.amazon.awscdk.services.pipes.CfnPipe.PipeSourceDynamoDBStreamParametersProperty;
import software.amazon.awscdk.services.pipes.CfnPipe.PipeSourceParametersProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The write-once copy of the audit trail: whatever happens to the table, an entry changed or
 * deleted too, goes from its stream into a bucket in which nobody can change or delete it. The home
 * region's stream has the standby's writes as well.
 */
final class TrailStack extends Stack {

  private static final int RECORDS_PER_BATCH_MAX = 100;
  private static final int BUFFER_MEBIBYTES = 5;
  private static final int BUFFER_SECONDS = 60;

  /** A stream keeps a record for a day: what is given up is named an hour before it is gone. */
  private static final Duration TRIED_FOR = Duration.hours(23);

  private static final int UNTIL_TOO_OLD = -1;
  private static final int KEY_DELETED_AFTER_DAYS = 30;
  private static final Duration REPORTS_KEPT = Duration.days(14);

  private final Site site;
  private final TrailBuckets buckets;
  private final CfnDeliveryStream delivery;
  private final Queue deadLetters;

  /**
   * Declares it.
   *
   * @param key the ledger's
   * @param auditStream of the table that is copied
   */
  TrailStack(Construct scope, Site site, IKey key, String auditStream) {
    super(
        scope,
        site.stackName("trail"),
        site.stack("trail", "Cargobond: the write-once copy of the audit trail"));
    this.site = site;
    Key own =
        Key.Builder.create(this, "Key")
            .alias("alias/cargobond-" + site.stage().id() + "-trail")
            .description("Cargobond's write-once copy of the audit trail")
            .enableKeyRotation(true)
            .pendingWindow(Duration.days(KEY_DELETED_AFTER_DAYS))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    this.buckets = new TrailBuckets(this, site, own);
    this.delivery = delivery(key, own);
    this.deadLetters =
        Queue.Builder.create(this, "DeadLetters")
            .queueName(site.prefix() + "trail-dead-letters")
            .encryption(QueueEncryption.KMS)
            .encryptionMasterKey(key)
            .enforceSsl(true)
            .retentionPeriod(REPORTS_KEPT)
            .build();
    Findings.accept(
        deadLetters, "AwsSolutions-SQS3", "it holds the audit stream's dead letters itself");
    pipe(key, own, auditStream);
    CfnOutput.Builder.create(this, "LockedBucket").value(buckets.locked().getBucketName()).build();
  }

  private CfnDeliveryStream delivery(IKey key, IKey own) {
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName(EncryptedLogs.DELIVERIES + site.prefix() + "trail")
            .encryptionKey(key)
            .retention(site.stage().logsKept())
            .removalPolicy(site.stage().removal())
            .build();
    LogStream errors = LogStream.Builder.create(this, "Errors").logGroup(log).build();
    Role role = role("Delivery", "firehose", "Writes the audit trail where it arrives");
    String bucket = buckets.arrived().getBucketArn();
    Policy rights =
        rights(
            "DeliveryRights",
            role,
            List.of(
                Rights.allow(
                    List.of(
                        "s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
                    List.of(bucket)),
                Rights.allow(
                    List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"),
                    List.of(buckets.arrived().arnForObjects("*"))),
                crypt(own, "s3", "firehose"),
                Rights.allow(List.of("logs:PutLogEvents"), List.of(log.getLogGroupArn()))));
    Findings.accept(
        rights, "AwsSolutions-IAM5", "^Resource::<.*\\.Arn>\\/\\*$", "objects are named by time");
    CfnDeliveryStream stream =
        CfnDeliveryStream.Builder.create(this, "DeliveryStream")
            .deliveryStreamName(site.prefix() + "trail")
            .deliveryStreamType("DirectPut")
            .deliveryStreamEncryptionConfigurationInput(
                DeliveryStreamEncryptionConfigurationInputProperty.builder()
                    .keyType("CUSTOMER_MANAGED_CMK")
                    .keyArn(own.getKeyArn())
                    .build())
            .extendedS3DestinationConfiguration(
                ExtendedS3DestinationConfigurationProperty.builder()
                    .bucketArn(bucket)
                    .roleArn(role.getRoleArn())
                    .bufferingHints(
                        BufferingHintsProperty.builder()
                            .intervalInSeconds(BUFFER_SECONDS)
                            .sizeInMBs(BUFFER_MEBIBYTES)
                            .build())
                    .encryptionConfiguration(
                        EncryptionConfigurationProperty.builder()
                            .kmsEncryptionConfig(
                                KMSEncryptionConfigProperty.builder()
                                    .awskmsKeyArn(own.getKeyArn())
                                    .build())
                            .build())
                    .cloudWatchLoggingOptions(
                        CloudWatchLoggingOptionsProperty.builder()
                            .enabled(true)
                            .logGroupName(log.getLogGroupName())
                            .logStreamName(errors.getLogStreamName())
                            .build())
                    .processingConfiguration(
                        ProcessingConfigurationProperty.builder()
                            .enabled(true)
                            .processors(
                                List.of(
                                    ProcessorProperty.builder()
                                        .type("AppendDelimiterToRecord")
                                        .build()))
                            .build())
                    .build())
            .build();
    stream.getNode().addDependency(rights);
    return stream;
  }

  private void pipe(IKey key, IKey own, String auditStream) {
    Role role = role("Pipe", "pipes", "Reads the audit table's stream");
    Policy rights =
        rights(
            "PipeRights",
            role,
            List.of(
                Rights.allow(
                    List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator"),
                    List.of(auditStream)),
                Rights.allow(List.of("dynamodb:ListStreams"), List.of("*")),
                Rights.allow(
                    List.of("firehose:PutRecord", "firehose:PutRecordBatch"),
                    List.of(delivery.getAttrArn())),
                Rights.allow(List.of("sqs:SendMessage"), List.of(deadLetters.getQueueArn())),
                crypt(key, "dynamodb", "sqs"),
                crypt(own, "firehose")));
    Findings.accept(
        rights, "AwsSolutions-IAM5", "^Resource::\\*$", "streams are listed, and no more");
    CfnPipe pipe =
        CfnPipe.Builder.create(this, "Pipe")
            .description("Everything that happens to the audit trail, to where it stays")
            .roleArn(role.getRoleArn())
            .source(auditStream)
            .sourceParameters(
                PipeSourceParametersProperty.builder()
                    .dynamoDbStreamParameters(
                        PipeSourceDynamoDBStreamParametersProperty.builder()
                            .startingPosition("TRIM_HORIZON")
                            .batchSize(RECORDS_PER_BATCH_MAX)
                            .maximumRetryAttempts(UNTIL_TOO_OLD)
                            .maximumRecordAgeInSeconds(TRIED_FOR.toSeconds())
                            .onPartialBatchItemFailure("AUTOMATIC_BISECT")
                            .deadLetterConfig(
                                DeadLetterConfigProperty.builder()
                                    .arn(deadLetters.getQueueArn())
                                    .build())
                            .build())
                    .build())
            .target(delivery.getAttrArn())
            .build();
    pipe.getNode().addDependency(rights);
  }

  private Role role(String id, String service, String description) {
    return Role.Builder.create(this, id + "Role")
        .description(description)
        .assumedBy(new ServicePrincipal(service + ".amazonaws.com"))
        .build();
  }

  private Policy rights(String id, Role role, List<PolicyStatement> statements) {
    return Policy.Builder.create(this, id).roles(List.of(role)).statements(statements).build();
  }

  private PolicyStatement crypt(IKey key, String... services) {
    PolicyStatement statement =
        Rights.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), List.of(key.getKeyArn()));
    statement.addCondition(
        "StringLike", Map.of("kms:ViaService", Rights.services(this, List.of(services))));
    return statement;
  }

  /** What is to be copied and never will be, by its place in the stream. */
  Queue deadLetters() {
    return deadLetters;
  }

  /** How old the oldest is that Firehose has and has not written, in seconds. */
  Metric undelivered() {
    return Metric.Builder.create()
        .namespace("AWS/Firehose")
        .metricName("DeliveryToS3.DataFreshness")
        .dimensionsMap(Map.of("DeliveryStreamName", site.prefix() + "trail"))
        .statistic(Stats.MAXIMUM)
        .build();
  }

  /** What arrived and could not be locked. */
  Metric notLocked() {
    return buckets.notLocked();
  }
}
