package com.cargobond.domain.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cargobond.domain.capability.Capabilities;
import com.cargobond.domain.data.DataFile;
import com.cargobond.domain.fixture.CapabilityArrows;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the domain may know: the JDK, and of it neither the clock nor chance. */
@AnalyzeClasses(
    packages = "com.cargobond.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DomainArchitectureTest {

  private static final DescribedPredicate<JavaClass> FLOATING_POINT =
      DescribedPredicate.describe(
          "floating point",
          type ->
              Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                  .contains(type.getBaseComponentType().getName()));

  @ArchTest
  static final ArchRule knows_the_jdk_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.cargobond.domain..");

  @ArchTest
  static final ArchRule asks_no_clock =
      noClasses()
          .should()
          .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callConstructor(Date.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule leaves_nothing_to_chance =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class);

  @ArchTest
  static final ArchRule keeps_no_amount_in_floating_point =
      noFields().should().haveRawType(FLOATING_POINT);

  @ArchTest
  static final ArchRule returns_no_amount_in_floating_point =
      noMethods().should().haveRawReturnType(FLOATING_POINT);

  @ArchTest
  static final ArchRule takes_no_amount_in_floating_point =
      noMethods()
          .should()
          .haveRawParameterTypes(
              DescribedPredicate.<List<JavaClass>>describe(
                  "floating point", types -> types.stream().anyMatch(FLOATING_POINT)));

  @ArchTest
  static final ArchRule has_packages_that_build_on_each_other =
      slices().matching("com.cargobond.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void a_capability_knows_those_that_it_rests_on_and_the_rest_knows_none(
      JavaClasses classes) {
    CapabilityArrows.check(classes, "com.cargobond.domain", Map.of());
  }

  /** What is in no table is in no capability: everybody might know it. */
  @Test
  void the_table_of_capabilities_has_those_of_the_list() {
    assertThat(CapabilityArrows.TABLE.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Capabilities.ALL.list().stream()
                .map(capability -> capability.kind().type().getPackageName())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList());
  }

  /**
   * An executable is built with what classes read as they are initialised, and carries no files.
   */
  @ArchTest
  static void tables_are_read_as_classes_are_initialised(JavaClasses classes) {
    List<JavaCodeUnit> reading =
        classes.get(DataFile.class).getMethods().stream()
            .flatMap(method -> method.getCallsOfSelf().stream())
            .map(JavaAccess::getOrigin)
            .filter(origin -> !origin.getOwner().isEquivalentTo(DataFile.class))
            .toList();

    assertThat(reading)
        .isNotEmpty()
        .allSatisfy(
            unit ->
                assertThat(isOfInitialisation(unit))
                    .as("%s is called by static initialisers only", unit.getFullName())
                    .isTrue());
  }

  private static boolean isOfInitialisation(JavaCodeUnit unit) {
    Set<JavaMethodCall> calls =
        unit instanceof JavaMethod method ? method.getCallsOfSelf() : Set.of();
    return unit instanceof JavaStaticInitializer
        || !calls.isEmpty()
            && calls.stream().allMatch(call -> isOfInitialisation(call.getOrigin()));
  }

  @Test
  void fails_a_rule_that_matches_no_class() {
    ArchRule nowhere =
        classes().that().resideInAPackage("com.cargobond.nowhere..").should().bePublic();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> nowhere.check(new ClassFileImporter().importPackages("com.cargobond.domain")))
        .withMessageContaining("failed to check any classes");
  }
}
