package com.cargobond.store.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Clients that are told everything by the environment of a function, as AWS names it: {@code
 * AWS_REGION}, {@code AWS_ACCESS_KEY_ID} and so on, and {@code AWS_ENDPOINT_URL_DYNAMODB} or {@code
 * AWS_ENDPOINT_URL_SQS} where a service stands elsewhere. System properties serve as well. Nobody's
 * profile files are looked for.
 */
public final class AwsClients {

  private AwsClients() {}

  /** A client of the tables. */
  public static DynamoDbClient dynamoDb() {
    return configure(DynamoDbClient.builder())
        .endpointDiscoveryEnabled(false)
        // An account's own endpoint would have to be found out first.
        .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
        .build();
  }

  /** Tells a client's builder how a function calls AWS. */
  public static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
      B builder) {
    return builder
        .httpClient(new BufferedHttpClient())
        .credentialsProvider(credentials())
        .overrideConfiguration(
            override ->
                override
                    .defaultProfileFile(ProfileFile.aggregator().build())
                    .defaultProfileName(""));
  }

  private static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        SystemPropertyCredentialsProvider.create());
  }
}
