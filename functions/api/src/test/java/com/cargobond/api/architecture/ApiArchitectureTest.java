package com.cargobond.api.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.cargobond.domain.fixture.CapabilityArrows;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the packages of the API may know of each other: a frame, and capabilities beside it. */
@AnalyzeClasses(
    packages = "com.cargobond.api",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {

  private static final String ROOT = "com.cargobond.api";
  private static final String FRAME = "frame";

  /** The capabilities, and which others each of them may use. */
  private static final Map<String, Set<String>> USES =
      Map.of(
          "event", Set.of(),
          "guarantee", Set.of(),
          "deposit", Set.of("event"),
          "exception", Set.of("event"),
          "shipment", Set.of("event", "guarantee"));

  @ArchTest
  static final ArchRule the_frame_knows_no_capability =
      classes()
          .that()
          .resideInAPackage(ROOT + ".frame..")
          .should()
          .onlyDependOnClassesThat(isOutsideOrIn(Set.of(FRAME)));

  @ArchTest
  static final ArchRule the_executable_knows_no_capability =
      classes().that().resideInAPackage(ROOT).should().onlyDependOnClassesThat(isOutside());

  @ArchTest
  static final ArchRule what_is_started_is_known_to_nobody =
      classes().that().resideInAPackage(ROOT).should().onlyBeAccessed().byAnyPackage(ROOT);

  @ArchTest
  static final ArchRule the_parts_of_the_frame_build_on_each_other =
      slices().matching(ROOT + ".frame.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule resources_are_of_a_capability_or_describe_the_api =
      classes()
          .that()
          .areAnnotatedWith("jakarta.ws.rs.Path")
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      USES.keySet().stream().map(ApiArchitectureTest::packageOf),
                      Stream.of(ROOT + ".frame.description"))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule the_database_is_known_where_the_ledger_is_opened =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.cargobond.store.dynamo..", "software.amazon.awssdk.services.dynamodb..");

  @ArchTest
  static void a_capability_uses_the_frame_and_what_the_table_allows(JavaClasses api) {
    USES.forEach(
        (capability, others) ->
            classes()
                .that()
                .resideInAPackage(packageOf(capability))
                .should()
                .onlyDependOnClassesThat(
                    isOutsideOrIn(
                        Stream.concat(Stream.of(FRAME, capability), others.stream())
                            .collect(toSet())))
                .check(api));
  }

  @ArchTest
  static void the_table_names_every_package_and_every_use(JavaClasses api) {
    assertThat(
            api.stream()
                .map(ApiArchitectureTest::room)
                .filter(room -> !room.isEmpty() && !room.equals(FRAME))
                .distinct()
                .collect(toMap(Function.identity(), room -> usedBy(room, api))))
        .isEqualTo(USES);
  }

  /** Events travel in as many lanes as the guarantees of their operator have slices. */
  @ArchTest
  static void a_capability_knows_those_that_it_rests_on_and_the_rest_knows_none(
      JavaClasses classes) {
    CapabilityArrows.check(classes, "com.cargobond.api", Map.of("event", Set.of("guarantee")));
  }

  private static Set<String> usedBy(String room, JavaClasses api) {
    return api.stream()
        .filter(type -> room(type).equals(room))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .filter(resideInAPackage(ROOT + ".."))
        .map(ApiArchitectureTest::room)
        .filter(used -> !Set.of(room, FRAME).contains(used))
        .collect(toSet());
  }

  /** The first part of the package's name within the API's; empty for the executable's own. */
  private static String room(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.isEmpty() ? "" : rest.substring(1).replaceAll("\\..*", "");
  }

  private static DescribedPredicate<JavaClass> isOutsideOrIn(Set<String> rooms) {
    return isOutside()
        .or(
            resideInAnyPackage(
                rooms.stream().map(ApiArchitectureTest::packageOf).toArray(String[]::new)));
  }

  private static DescribedPredicate<JavaClass> isOutside() {
    return DescribedPredicate.not(resideInAPackage(ROOT + ".."))
        .or(resideInAPackage(ROOT))
        .as("reside outside of the API");
  }

  private static String packageOf(String room) {
    return ROOT + "." + room + "..";
  }
}
