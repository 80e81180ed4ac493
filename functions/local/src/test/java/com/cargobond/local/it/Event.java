package com.cargobond.local.it;

import java.util.Map;

/** A CloudEvent and the token of whoever may post it. */
record Event(Map<String, Object> fields, String bearer) {

  String id() {
    return (String) fields.get("id");
  }

  String subject() {
    return (String) fields.get("subject");
  }

  Event by(String otherBearer) {
    return new Event(fields, otherBearer);
  }

  Event with(String path, Object value) {
    return new Event(Fields.with(fields, path, value), bearer);
  }

  Event without(String path) {
    return new Event(Fields.without(fields, path), bearer);
  }

  String json() {
    return Fields.json(fields);
  }
}
