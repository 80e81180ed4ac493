package com.cargobond.infra;

import static com.cargobond.infra.Synthesised.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a function's role may do, by whatever policy. */
final class Granted {

  private static final String STACK = "cargobond-dev-functions";

  private Granted() {}

  /** The rights of a function in development, such as {@code dynamodb:PutItem table/dev-audit}. */
  static Set<String> to(String function) {
    String role = roleOf(function);
    JsonNode properties =
        Synthesised.dev().template(STACK).at("/Resources/" + role + "/Properties");
    assertThat(properties.has("ManagedPolicyArns")).as("managed policies").isFalse();
    assertThat(properties.has("Policies")).as("inline policies").isFalse();
    Set<String> rights = new TreeSet<>();
    for (JsonNode policy : Synthesised.dev().resources(STACK, "AWS::IAM::Policy")) {
      if (texts(policy.at("/Properties/Roles")).contains("<" + role + ">")) {
        for (JsonNode statement : statements(policy)) {
          assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
          for (String action : texts(statement.path("Action"))) {
            texts(statement.path("Resource"))
                .forEach(
                    resource ->
                        rights.add(action + " " + shortened(resource, function.replace("-", ""))));
          }
        }
      }
    }
    return rights;
  }

  /** The logical id of its role. */
  static String roleOf(String function) {
    return Synthesised.dev()
        .resource(STACK, "AWS::Lambda::Function", "FunctionName", "dev-" + function)
        .at("/Properties/Role/Fn::GetAtt/0")
        .asText();
  }

  private static String shortened(String resource, String id) {
    if (resource.startsWith("<cargobond-dev-key:")) {
      return "key";
    }
    if (resource.startsWith("<cargobond-dev-data:") && resource.contains("outbox")) {
      return "outbox's stream";
    }
    if (resource.matches("<" + id + "Log[0-9A-F]{8}\\.Arn>")) {
      return "its log";
    }
    return resource.substring(resource.lastIndexOf(':') + 1);
  }

  static List<JsonNode> statements(JsonNode policy) {
    return policy.at("/Properties/PolicyDocument/Statement").valueStream().toList();
  }

  /** The conditions under which a role may do something, such as {@code dynamodb:PutItem}. */
  static List<String> conditions(String function, String action, String resource) {
    return Synthesised.dev().resources(STACK, "AWS::IAM::Policy").stream()
        .filter(
            policy -> texts(policy.at("/Properties/Roles")).contains("<" + roleOf(function) + ">"))
        .flatMap(policy -> statements(policy).stream())
        .filter(statement -> texts(statement.path("Action")).contains(action))
        .filter(
            statement ->
                texts(statement.path("Resource")).stream()
                    .anyMatch(one -> shortened(one, "").equals(resource)))
        .map(statement -> condition(statement.path("Condition")))
        .toList();
  }

  private static String condition(JsonNode condition) {
    return condition
        .propertyStream()
        .flatMap(
            operator ->
                operator
                    .getValue()
                    .propertyStream()
                    .map(
                        key ->
                            operator.getKey()
                                + " "
                                + key.getKey()
                                + " "
                                + String.join(" ", texts(key.getValue()))))
        .collect(Collectors.joining(", "));
  }
}
