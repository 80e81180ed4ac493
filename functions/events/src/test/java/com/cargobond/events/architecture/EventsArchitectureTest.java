package com.cargobond.events.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.CapabilityArrows;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.funqy.Funq;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the packages of the functions may know: a frame, the payments on it, and capabilities. */
@AnalyzeClasses(
    packages = "com.cargobond.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class EventsArchitectureTest {

  private static final String ROOT = "com.cargobond.events";

  /** The packages, and which others each of them uses. */
  private static final Map<String, Set<String>> USES =
      Map.of(
          "frame", Set.of(),
          "payment", Set.of("frame"),
          "guarantee", Set.of("frame"),
          "shipment", Set.of("frame"));

  @ArchTest
  static final ArchRule functions_are_public_and_so_found_wherever_they_are =
      methods().that().areAnnotatedWith(Funq.class).should().bePublic();

  @ArchTest
  static final ArchRule the_ledger_is_opened_in_the_frame =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".frame..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..");

  @ArchTest
  static void the_table_names_every_package_and_every_use(JavaClasses functions) {
    Map<String, Set<String>> found = new HashMap<>();
    functions.stream()
        .collect(groupingBy(EventsArchitectureTest::room, mapping(Function.identity(), toSet())))
        .forEach((room, types) -> found.put(room, usedBy(room, types)));

    assertThat(found).isEqualTo(USES);
  }

  @ArchTest
  static void a_capability_knows_those_that_it_rests_on_and_the_rest_knows_none(
      JavaClasses classes) {
    CapabilityArrows.check(classes, "com.cargobond.events", Map.of());
  }

  private static Set<String> usedBy(String room, Set<JavaClass> types) {
    return types.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .filter(resideInAPackage(ROOT + ".."))
        .map(EventsArchitectureTest::room)
        .filter(used -> !used.equals(room))
        .collect(toSet());
  }

  /** The first part of the package's name within the functions'. */
  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).replaceAll("\\..*", "");
  }
}
