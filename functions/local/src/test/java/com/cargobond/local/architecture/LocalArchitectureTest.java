package com.cargobond.local.architecture;

import com.cargobond.domain.fixture.CapabilityArrows;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;

/** What the packages of the one-machine system may know: capabilities stand beside each other. */
@AnalyzeClasses(
    packages = "com.cargobond.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LocalArchitectureTest {

  /** The bank's statement is held against refunds, which deposits have alone. */
  private static final Map<String, Set<String>> MORE = Map.of("reconcile", Set.of("deposit"));

  @ArchTest
  static void a_capability_knows_those_that_it_rests_on_and_the_rest_knows_none(
      JavaClasses classes) {
    CapabilityArrows.check(classes, "com.cargobond.local", MORE);
  }
}
