package com.cargobond.store.dynamo;

import com.cargobond.store.ledger.Condition;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** Conditions in DynamoDB's words. */
final class Expressions {

  private static final String ABSENT = "attribute_not_exists(pk)";

  private Expressions() {}

  /** Null if there is no condition. */
  static Expression of(Condition condition) {
    return switch (condition) {
      case Condition.None none -> null;
      case Condition.Absent absent -> Expression.builder().expression(ABSENT).build();
      case Condition.Is is -> comparing("#a = :a", is);
      case Condition.AbsentOrIs it ->
          comparing(ABSENT + " OR #a = :a", new Condition.Is(it.attribute(), it.value()));
      case Condition.IsAndMayBe both ->
          Expression.builder()
              .expression("#a = :a AND (attribute_not_exists(#b) OR #b = :b)")
              .expressionNames(Map.of("#a", both.is().attribute(), "#b", both.mayBe().attribute()))
              .expressionValues(
                  Map.of(
                      ":a", PlainData.attribute(both.is().value()),
                      ":b", PlainData.attribute(both.mayBe().value())))
              .build();
    };
  }

  private static Expression comparing(String expression, Condition.Is is) {
    return Expression.builder()
        .expression(expression)
        .expressionNames(Map.of("#a", is.attribute()))
        .expressionValues(Map.of(":a", PlainData.attribute(is.value())))
        .build();
  }
}
