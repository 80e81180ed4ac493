package com.cargobond.infra;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.cargobond.domain.capability.Capabilities;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A capability is deployed and watched by the lists that it is in. */
@AnalyzeClasses(
    packages = "com.cargobond.infra",
    importOptions = ImportOption.DoNotIncludeTests.class)
class InfraArchitectureTest {

  @ArchTest
  static final ArchRule a_deployment_names_no_capability =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Capabilities.ALL.list().stream()
                  .map(capability -> capability.kind().type().getPackageName())
                  .map(home -> "com.cargobond.." + home.substring(home.lastIndexOf('.') + 1) + "..")
                  .toArray(String[]::new));
}
