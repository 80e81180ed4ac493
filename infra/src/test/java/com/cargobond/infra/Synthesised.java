package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** A deployment's templates, made once for all tests. */
final class Synthesised {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Synthesised> MADE = new HashMap<>();

  private final Path folder;
  private final Map<String, JsonNode> stacks = new TreeMap<>();

  private Synthesised(String name, Map<String, Object> settings) {
    this.folder = Path.of("target", "synthesised", name).toAbsolutePath();
    App app =
        new App(AppProps.builder().outdir(folder.toString()).context(Flags.ofCdkJson()).build());
    Deployment.describe(app, Settings.read(settings, Optional.of(ASetting.USUAL)));
    app.synth();
    app.getNode().findAll().stream()
        .filter(Stack.class::isInstance)
        .map(Stack.class::cast)
        .forEach(
            stack ->
                stacks.put(
                    stack.getStackName(), JSON.valueToTree(Template.fromStack(stack).toJSON())));
  }

  static Synthesised dev() {
    return of("dev", ASetting.dev());
  }

  static Synthesised prod() {
    return of("prod", ASetting.prod());
  }

  static Synthesised failedOver() {
    return of("failed-over", ASetting.failedOver());
  }

  static Synthesised atRest() {
    return of("at-rest", ASetting.atRest());
  }

  static Synthesised restored() {
    return of("restored", ASetting.restored());
  }

  /** The templates of settings of a test's own. */
  static synchronized Synthesised of(String name, Map<String, Object> settings) {
    return MADE.computeIfAbsent(name, made -> new Synthesised(made, settings));
  }

  static Stream<Synthesised> all() {
    return Stream.of(dev(), prod(), failedOver(), atRest(), restored());
  }

  /** Where the templates and the checks' reports are. */
  Path folder() {
    return folder;
  }

  List<Path> files(String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  List<String> stackNames() {
    return List.copyOf(stacks.keySet());
  }

  /** The resources of a type in one stack, each with its properties. */
  List<JsonNode> resources(String stack, String type) {
    return resources(stacks.get(stack), type);
  }

  /** The resources of a type in all stacks. */
  List<JsonNode> resources(String type) {
    return stacks.values().stream().flatMap(stack -> resources(stack, type).stream()).toList();
  }

  /** The only resource of a type whose property has the value. */
  JsonNode resource(String stack, String type, String property, String value) {
    List<JsonNode> found =
        resources(stack, type).stream()
            .filter(one -> text(one.at("/Properties/" + property)).equals(value))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + type + " with " + property + " " + value);
    }
    return found.getFirst();
  }

  JsonNode template(String stack) {
    return stacks.get(stack);
  }

  private static List<JsonNode> resources(JsonNode stack, String type) {
    return StreamSupport.stream(stack.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .toList();
  }

  /** A value as text, with what CloudFormation puts in as its logical id or in brackets. */
  static String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value.has("Fn::Join")) {
      StringBuilder joined = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> joined.append(text(part)));
      return joined.toString();
    }
    if (value.has("Ref")) {
      return "<" + value.path("Ref").asText() + ">";
    }
    if (value.has("Fn::GetAtt")) {
      return "<"
          + value.at("/Fn::GetAtt/0").asText()
          + "."
          + value.at("/Fn::GetAtt/1").asText()
          + ">";
    }
    if (value.has("Fn::ImportValue")) {
      return "<" + value.path("Fn::ImportValue").asText() + ">";
    }
    return value.toString();
  }

  /** A value or list of values, as texts. */
  static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> texts.add(text(one)));
    } else {
      texts.add(text(value));
    }
    return texts;
  }
}
