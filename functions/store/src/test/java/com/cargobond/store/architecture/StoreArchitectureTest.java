package com.cargobond.store.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.cargobond.domain.fixture.CapabilityArrows;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.ledger.Claim;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;

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
  static final ArchRule speaks_of_the_database_in_two_packages_only =
      noClasses()
          .that()
          .resideOutsideOfPackages("com.cargobond.store.dynamo..", "com.cargobond.store.aws..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon.awssdk..");

  /** A deployment is described by it, which knows neither the ledger nor the database. */
  @ArchTest
  static final ArchRule lists_what_is_deployed_with_the_jdk_only =
      classes()
          .that()
          .resideInAPackage("com.cargobond.store.deployment")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.cargobond.store.deployment");

  /** What is kept, and how, is the same whatever it is kept in. */
  @ArchTest
  static final ArchRule ledger_and_payments_know_neither_what_they_are_kept_in_nor_the_lists =
      noClasses()
          .that()
          .resideInAnyPackage("com.cargobond.store.ledger..", "com.cargobond.store.payment..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.cargobond.store.dynamo..",
              "com.cargobond.store.memory..",
              "com.cargobond.store.capability..",
              "com.cargobond.domain.capability..");

  @ArchTest
  static void a_capability_knows_those_that_it_rests_on_and_the_rest_knows_none(
      JavaClasses classes) {
    CapabilityArrows.check(classes, "com.cargobond.store", Map.of());
  }

  /** Most subjects pay nothing. */
  @ArchTest
  static final ArchRule the_ledger_knows_no_payments =
      noClasses()
          .that()
          .resideInAPackage("com.cargobond.store.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.cargobond.store.payment..", "com.cargobond.domain.payment..");

  /** A deployment lets no function but the API's take them: {@code KeyPrefix}. */
  @ArchTest
  static final ArchRule takes_the_identifiers_of_a_guarantee_at_its_commands_only =
      noClasses()
          .that()
          .areNotAssignableTo(GuaranteeLedger.class)
          .and()
          .areNotAssignableTo(Claim.class)
          .should()
          .callMethod(Claim.class, "once", Alias.class, String.class, Optional.class)
          .orShould()
          .callMethod(Claim.class, "once", Alias.class, String.class);
}
