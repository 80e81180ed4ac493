package com.cargobond.events;

import com.cargobond.store.EventFunction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.funqy.Funq;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The functions of the executable are those that are deployed. */
class EventFunctionsTest {

  @Test
  void every_listed_function_is_in_the_executable_under_its_name() {
    Stream<String> functions =
        Stream.of(
                ApplyEvents.class,
                Publish.class,
                AskPosition.class,
                PayRefunds.class,
                KeepDeadLetters.class,
                Sweep.class)
            .map(EventFunctionsTest::function);

    assertThat(functions)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventFunction.values()).map(EventFunction::functionName).toList());
  }

  private static String function(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Funq.class))
        .map((Method method) -> method.getAnnotation(Funq.class).value())
        .findFirst()
        .orElseThrow();
  }
}
