package com.cargobond.events.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Names of classes are no interface: the runtime's error object is written with ours. */
@Singleton
class FunctionErrorWriter implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper json) {
    json.registerModule(
        new SimpleModule("function-errors").addSerializer(FunctionError.class, new Serializer()));
  }

  private static final class Serializer extends JsonSerializer<FunctionError> {

    @Override
    public void serialize(FunctionError error, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      FunctionFault fault = FunctionFault.of(error.getErrorType(), error.getErrorMessage());
      out.writeStartObject();
      out.writeStringField("errorType", fault.type());
      out.writeStringField("errorMessage", fault.message());
      out.writeEndObject();
    }
  }
}
