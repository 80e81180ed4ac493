package com.cargobond.local.shipment;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The published schemas of events, as a client's validator reads them. */
final class SchemaCheck {

  private static final String HOME = "https://cargobond.example/schemas/";

  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers -> mappers.mapPrefix(HOME, "classpath:META-INF/resources/schemas/")));

  List<String> violations(JsonNode event) {
    String type = event.get("type").asText();
    return factory.getSchema(SchemaLocation.of(HOME + type + ".json")).validate(event).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
