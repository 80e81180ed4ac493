package com.cargobond.store.dynamo;

import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The schema of every table: items are what they are, under the table's keys. */
record ItemSchema(TableMetadata tableMetadata) implements TableSchema<Item> {

  static ItemSchema of(LedgerTable table) {
    StaticTableMetadata.Builder metadata =
        StaticTableMetadata.builder()
            .addIndexPartitionKey(
                TableMetadata.primaryIndexName(), LedgerTable.PARTITION_KEY, AttributeValueType.S)
            .markAttributeAsKey(LedgerTable.PARTITION_KEY, AttributeValueType.S);
    table
        .sortKey()
        .ifPresent(
            key ->
                metadata
                    .addIndexSortKey(TableMetadata.primaryIndexName(), key, AttributeValueType.S)
                    .markAttributeAsKey(key, AttributeValueType.S));
    table
        .ageKey()
        .ifPresent(
            key ->
                metadata
                    .addIndexPartitionKey(
                        LedgerTable.BY_AGE, LedgerTable.PARTITION_KEY, AttributeValueType.S)
                    .addIndexSortKey(LedgerTable.BY_AGE, key, AttributeValueType.S));
    return new ItemSchema(metadata.build());
  }

  @Override
  public Item mapToItem(Map<String, AttributeValue> attributes) {
    Map<String, Object> plain = new LinkedHashMap<>();
    attributes.forEach((name, value) -> plain.put(name, PlainData.value(value)));
    return new Item(plain);
  }

  @Override
  public Map<String, AttributeValue> itemToMap(Item item, boolean ignoreNulls) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    item.attributes().forEach((name, value) -> attributes.put(name, PlainData.attribute(value)));
    return attributes;
  }

  @Override
  public Map<String, AttributeValue> itemToMap(Item item, Collection<String> names) {
    Map<String, AttributeValue> attributes = itemToMap(item, true);
    attributes.keySet().retainAll(names);
    return attributes;
  }

  @Override
  public AttributeValue attributeValue(Item item, String name) {
    return item.has(name) ? PlainData.attribute(item.attributes().get(name)) : null;
  }

  @Override
  public EnhancedType<Item> itemType() {
    return EnhancedType.of(Item.class);
  }

  @Override
  public List<String> attributeNames() {
    return List.copyOf(tableMetadata.keyAttributes().stream().map(key -> key.name()).toList());
  }

  @Override
  public boolean isAbstract() {
    return false;
  }
}
