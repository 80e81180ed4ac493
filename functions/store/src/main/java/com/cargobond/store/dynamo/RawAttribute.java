package com.cargobond.store.dynamo;

import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets a row convert a nested attribute itself. */
final class RawAttribute implements AttributeConverter<AttributeValue> {

  private static final RawAttribute AS_IS = new RawAttribute();

  private RawAttribute() {}

  static <R> void declare(
      StaticImmutableTableSchema.Builder<R, Attributes> schema,
      String name,
      Function<R, AttributeValue> getter) {
    schema.addAttribute(
        AttributeValue.class,
        attribute ->
            attribute
                .name(name)
                .getter(getter)
                .setter((attributes, value) -> attributes.set(name, value))
                .attributeConverter(AS_IS));
  }

  @Override
  public AttributeValue transformFrom(AttributeValue input) {
    return input;
  }

  @Override
  public AttributeValue transformTo(AttributeValue input) {
    return input;
  }

  @Override
  public EnhancedType<AttributeValue> type() {
    return EnhancedType.of(AttributeValue.class);
  }

  @Override
  public AttributeValueType attributeValueType() {
    return AttributeValueType.M;
  }
}
