package com.cargobond.store.dynamo;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A DynamoDB on which somebody writes before each read of an item or a trail. */
final class InterruptedDynamo implements DynamoDbClient {

  private final DynamoDbClient inner;
  private final Runnable interruption;
  private final Set<String> tables;

  InterruptedDynamo(DynamoDbClient inner, Runnable interruption, String... tables) {
    this.inner = inner;
    this.interruption = interruption;
    this.tables = Set.of(tables);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    interrupt(request.tableName());
    return inner.getItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    interrupt(request.tableName());
    return inner.query(request);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return inner.scan(request);
  }

  private void interrupt(String table) {
    if (tables.contains(table)) {
      interruption.run();
    }
  }

  @Override
  public String serviceName() {
    return inner.serviceName();
  }

  @Override
  public void close() {
    // The client is everybody's.
  }
}
