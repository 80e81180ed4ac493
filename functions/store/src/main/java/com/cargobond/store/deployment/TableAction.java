package com.cargobond.store.deployment;

/** What a function calls on a table. A transaction is the writes within it. */
public enum TableAction {
  GET("GetItem"),
  BATCH_GET("BatchGetItem"),
  QUERY("Query"),
  SCAN("Scan"),
  PUT("PutItem"),
  UPDATE("UpdateItem"),
  DELETE("DeleteItem");

  private final String awsName;

  TableAction(String awsName) {
    this.awsName = awsName;
  }

  /** As DynamoDB and policies name it. */
  public String awsName() {
    return awsName;
  }
}
