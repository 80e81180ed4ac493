package com.cargobond.local.embedded;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of the embedded services, which accept any credentials. */
public final class LocalClients {

  /** The region that the embedded services name in their ARNs. */
  public static final Region REGION = Region.US_EAST_1;

  /** The account that the embedded services name in their ARNs. */
  public static final String ACCOUNT = "000000000000";

  /** What the embedded services accept as key and as secret; no key of anything. */
  public static final String KEY = "local";

  /** The same, as the SDK takes it. */
  public static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY));

  private LocalClients() {}

  /** A client of the tables at an endpoint. */
  public static DynamoDbClient dynamoDb(URI endpoint) {
    return at(endpoint, DynamoDbClient.builder()).build();
  }

  /** A client of the tables' streams at the same endpoint. */
  public static DynamoDbStreamsClient streams(URI endpoint) {
    return at(endpoint, DynamoDbStreamsClient.builder()).build();
  }

  /** A client of the queues at an endpoint. */
  public static SqsClient sqs(URI endpoint) {
    return at(endpoint, SqsClient.builder()).build();
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B at(
      URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(CREDENTIALS)
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
