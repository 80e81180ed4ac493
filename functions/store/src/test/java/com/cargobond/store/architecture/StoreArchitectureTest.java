package com.cargobond.store.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the store may know: the domain, the AWS SDK and the JDK. */
@AnalyzeClasses(
    packages = "com.cargobond.store",
    importOptions = ImportOption.DoNotIncludeTests.class)
class StoreArchitectureTest {

  @ArchTest
  static final ArchRule knows_the_domain_the_sdk_and_the_jdk_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.cargobond.domain..",
              "com.cargobond.store..",
              "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule speaks_of_the_database_in_one_package_only =
      noClasses()
          .that()
          .resideInAnyPackage("com.cargobond.store", "com.cargobond.store.memory..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..", "com.cargobond.store.dynamo..");
}
