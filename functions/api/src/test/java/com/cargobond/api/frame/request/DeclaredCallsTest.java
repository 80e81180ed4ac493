package com.cargobond.api.frame.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.api.frame.request.DeclaredCalls.Call;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.junit.jupiter.api.Test;

/** What capabilities tell of their calls beside the calls' annotations is the same. */
@QuarkusTest
class DeclaredCallsTest {

  private static final java.nio.file.Path COMPILED = java.nio.file.Path.of("target/classes");

  @Inject @All List<DeclaredCalls> capabilities;

  @Test
  void every_query_parameter_that_a_call_declares_is_taken_and_no_other() {
    assertThat(calls())
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(told().queryParametersOf(told(call)))
                    .as("%s", call)
                    .isEqualTo(queryParameters(call)));
  }

  @Test
  void a_call_that_reads_no_body_takes_none() {
    assertThat(calls().filter(call -> call.isAnnotationPresent(POST.class)))
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(told().takesNoBody(told(call)))
                    .as("%s", call)
                    .isEqualTo(!List.of(call.getParameterTypes()).contains(byte[].class)));
  }

  @Test
  void the_roles_that_are_described_are_those_that_are_let_in() {
    assertThat(calls())
        .filteredOn(call -> !call.getDeclaringClass().isAnnotationPresent(PermitAll.class))
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(declared(call, SecurityRequirement.class).scopes())
                    .as("%s", call)
                    .isEqualTo(declared(call, RolesAllowed.class).value()));
  }

  private static <A extends Annotation> A declared(Method call, Class<A> annotation) {
    A own = call.getAnnotation(annotation);
    return own != null ? own : call.getDeclaringClass().getAnnotation(annotation);
  }

  private static Set<String> queryParameters(Method call) {
    return Arrays.stream(call.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(Collectors.toSet());
  }

  private static Stream<Method> calls() {
    return resources()
        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(
                        annotation ->
                            annotation.annotationType().isAnnotationPresent(HttpMethod.class)));
  }

  private DeclaredCalls told() {
    return DeclaredCalls.of(capabilities);
  }

  private static Call told(Method call) {
    return new Call(call.getDeclaringClass(), call.getName());
  }

  private static Stream<Class<?>> resources() {
    try (Stream<java.nio.file.Path> compiled = Files.walk(COMPILED)) {
      return compiled
          .map(file -> COMPILED.relativize(file).toString())
          .filter(file -> file.endsWith("Resource.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .<Class<?>>map(DeclaredCallsTest::load)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
