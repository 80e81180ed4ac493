package com.cargobond.local.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Message attributes as ElasticMQ writes them into its database. */
final class StoredAttributes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredAttributes() {}

  static Map<String, MessageAttributeValue> read(String stored) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    try {
      for (JsonNode attribute : JSON.readTree(stored)) {
        attributes.put(attribute.get("key").asText(), value(attribute));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not message attributes: " + stored, e);
    }
    return attributes;
  }

  private static MessageAttributeValue value(JsonNode attribute) {
    String type = attribute.get("primaryDataType").asText();
    String custom = attribute.path("customType").asText("");
    String value = attribute.get("stringValue").asText();
    MessageAttributeValue.Builder builder =
        MessageAttributeValue.builder().dataType(custom.isEmpty() ? type : type + "." + custom);
    if ("Binary".equals(type)) {
      return builder.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(value))).build();
    }
    return builder.stringValue(value).build();
  }
}
