package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.text;
import static com.cargobond.infra.Synthesised.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was decided is kept where nobody can change it. */
@ExtendWith(NeedsNode.class)
class TrailStackTest {

  private static final String DEV = "cargobond-dev-trail";
  private static final String PROD = "cargobond-prod-trail";
  private static final int YEARS = TrailRetention.on(LocalDate.now()).years();

  @Test
  void all_that_happens_to_the_trail_is_copied_and_not_only_what_is_added() {
    JsonNode pipe = only(Synthesised.dev(), DEV, "AWS::Pipes::Pipe");

    assertThat(text(pipe.path("Source"))).contains("audit", "StreamArn");
    assertThat(pipe.at("/SourceParameters/FilterCriteria").isMissingNode()).isTrue();
    assertThat(text(pipe.path("Target"))).startsWith("<DeliveryStream");
  }

  @Test
  void what_cannot_be_copied_is_named_before_the_stream_has_lost_it() {
    JsonNode source =
        only(Synthesised.dev(), DEV, "AWS::Pipes::Pipe")
            .at("/SourceParameters/DynamoDBStreamParameters");

    assertThat(source.path("MaximumRecordAgeInSeconds").asInt()).isBetween(3_600, 24 * 3_600 - 1);
    assertThat(source.path("OnPartialBatchItemFailure").asText()).isEqualTo("AUTOMATIC_BISECT");
    assertThat(text(source.at("/DeadLetterConfig/Arn"))).startsWith("<DeadLetters");
  }

  @Test
  void in_production_nobody_can_delete_or_change_it_for_as_long_as_the_law_says() {
    JsonNode retention = locked(PROD).at("/ObjectLockConfiguration/Rule/DefaultRetention");

    assertThat(retention.path("Mode").asText()).isEqualTo("COMPLIANCE");
    assertThat(retention.path("Days").asInt() + 365 * retention.path("Years").asInt())
        .isEqualTo(365 * YEARS);
    assertThat(locked(PROD).path("ObjectLockEnabled").asBoolean()).isTrue();
  }

  @Test
  void the_time_that_it_is_kept_goes_by_the_day() {
    assertThat(TrailRetention.on(LocalDate.of(2026, 3, 2)).years()).isEqualTo(10);
  }

  @Test
  void the_locked_bucket_outlives_its_stack() {
    assertThat(Synthesised.dev().resources(DEV, "AWS::S3::Bucket"))
        .filteredOn(bucket -> bucket.at("/Properties").has("ObjectLockConfiguration"))
        .hasSize(1)
        .allSatisfy(
            bucket -> assertThat(bucket.path("DeletionPolicy").asText()).isEqualTo("Retain"));
  }

  @Test
  void what_arrives_goes_into_the_locked_bucket_and_what_does_not_is_measured() {
    JsonNode rule =
        Synthesised.prod().resources(PROD, "AWS::S3::Bucket").stream()
            .map(bucket -> bucket.at("/Properties/ReplicationConfiguration/Rules/0"))
            .filter(one -> !one.isMissingNode())
            .findFirst()
            .orElseThrow();

    assertThat(text(rule.at("/Destination/Bucket"))).startsWith("<BucketsLocked");
    assertThat(rule.at("/SourceSelectionCriteria/SseKmsEncryptedObjects/Status").asText())
        .isEqualTo("Enabled");
    assertThat(rule.at("/Destination/Metrics/Status").asText()).isEqualTo("Enabled");
    assertThat(rule.at("/DeleteMarkerReplication/Status").asText()).isEqualTo("Disabled");
  }

  @Test
  void both_buckets_are_versioned_closed_and_under_a_key_of_their_own() {
    List<JsonNode> buckets = Synthesised.prod().resources(PROD, "AWS::S3::Bucket");

    assertThat(buckets)
        .hasSize(2)
        .allSatisfy(
            bucket -> {
              JsonNode its = bucket.path("Properties");
              assertThat(its.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
              assertThat(its.at("/PublicAccessBlockConfiguration"))
                  .hasSize(4)
                  .allMatch(JsonNode::asBoolean);
              assertThat(
                      text(
                          its.at(
                              "/BucketEncryption/ServerSideEncryptionConfiguration/0"
                                  + "/ServerSideEncryptionByDefault/KMSMasterKeyID")))
                  .startsWith("<Key");
            });
    assertThat(Synthesised.prod().resources(PROD, "AWS::S3::BucketPolicy"))
        .hasSize(2)
        .allSatisfy(
            policy ->
                assertThat(policy.at("/Properties/PolicyDocument/Statement"))
                    .anySatisfy(
                        statement -> {
                          assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                          assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                              .isEqualTo("false");
                        }));
  }

  @Test
  void no_role_of_it_can_delete_or_take_a_lock_away() {
    assertThat(Synthesised.prod().resources(PROD, "AWS::IAM::Policy"))
        .hasSize(3)
        .flatMap(Granted::statements)
        .flatMap(statement -> texts(statement.path("Action")))
        .noneMatch(action -> action.matches("s3:(Delete|Bypass|ReplicateDelete|PutObjectRet).*"));
  }

  @Test
  void restored_tables_are_copied_from_their_own_stream_and_a_standby_copies_nothing() {
    assertThat(only(Synthesised.restored(), PROD, "AWS::Pipes::Pipe").path("Source").asText())
        .isEqualTo(ASetting.RESTORED_AUDIT_STREAM);
    assertThat(Synthesised.prod().stackNames()).doesNotContain("cargobond-prod-standby-trail");
  }

  private static JsonNode locked(String stack) {
    return Synthesised.prod().resources(stack, "AWS::S3::Bucket").stream()
        .map(bucket -> bucket.path("Properties"))
        .filter(bucket -> bucket.has("ObjectLockConfiguration"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode only(Synthesised deployment, String stack, String type) {
    List<JsonNode> found = deployment.resources(stack, type);
    assertThat(found).hasSize(1);
    return found.getFirst().path("Properties");
  }
}
