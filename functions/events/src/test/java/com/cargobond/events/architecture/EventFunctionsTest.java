package com.cargobond.events.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.events.frame.ApplyEvents;
import com.cargobond.store.deployment.EventFunction;
import io.quarkus.funqy.Funq;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The functions of the executable are those that are listed, and so deployed. */
class EventFunctionsTest {

  @Test
  void the_executable_has_the_listed_functions_under_their_names_and_no_others() throws Exception {
    assertThat(exported())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventFunction.values()).map(EventFunction::functionName).toList());
  }

  private static List<String> exported() throws IOException, URISyntaxException {
    Path classes =
        Path.of(ApplyEvents.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(EventFunctionsTest::type)
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Funq.class))
          .map((Method method) -> method.getAnnotation(Funq.class).value())
          .toList();
    }
  }

  private static Class<?> type(String file) {
    String name = file.replaceAll("\\.class$", "").replace('/', '.');
    try {
      return Class.forName(name, false, EventFunctionsTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
