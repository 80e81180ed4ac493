package com.cargobond.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The schemas that clients are given, and what a validator makes of them. */
final class PublishedSchemas {

  private static final String HOME = "https://cargobond.example/schemas/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .regularExpressionFactory(PublishedSchemas::pattern)
          .build();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers -> mappers.mapPrefix(HOME, "classpath:META-INF/resources/schemas/")));

  private PublishedSchemas() {}

  /** The schema of an event type. */
  static JsonNode event(String wireName) {
    return read("/META-INF/resources/schemas/" + wireName + ".json", JSON);
  }

  /** The description of the API as it is served. */
  static JsonNode description() {
    return read("/META-INF/openapi/openapi.json", JSON);
  }

  /** The schema of a request body, by its name in the description of the API. */
  static JsonNode body(String name) {
    ObjectNode description = (ObjectNode) read("/META-INF/openapi.yaml", new YAMLMapper());
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", description.get("components"));
    return schema;
  }

  static JsonSchema validator(JsonNode schema) {
    return FACTORY.getSchema(schema, STRICT);
  }

  static boolean accepts(JsonSchema schema, Map<String, Object> document) {
    return schema.validate(JSON.valueToTree(document)).isEmpty();
  }

  /** As ECMA-262 has it, which JSON Schema goes by: {@code $} is the end, and no line break. */
  private static RegularExpression pattern(String regex) {
    Pattern pattern = Pattern.compile(regex.replaceAll("\\$(?=\\)|$)", "\\\\z"));
    return value -> pattern.matcher(value).find();
  }

  private static JsonNode read(String resource, ObjectMapper mapper) {
    try (InputStream in = PublishedSchemas.class.getResourceAsStream(resource)) {
      return mapper.readTree(Objects.requireNonNull(in, resource));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
