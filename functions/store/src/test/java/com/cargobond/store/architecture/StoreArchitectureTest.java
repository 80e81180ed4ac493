package com.cargobond.store.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.cargobond.store.Claim;
import com.cargobond.store.GuaranteeDesk;
import com.cargobond.store.dynamo.ItemSize;
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
          .dependOnClassesThat(
              resideInAnyPackage("software.amazon.awssdk..", "com.cargobond.store.dynamo..")
                  .and(not(type(ItemSize.class))));

  /** A deployment is described by it, which knows neither the ledger nor the database. */
  @ArchTest
  static final ArchRule lists_what_is_deployed_with_the_jdk_only =
      classes()
          .that()
          .resideInAPackage("com.cargobond.store.deployment")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "com.cargobond.store.deployment");

  @ArchTest
  static final ArchRule measures_items_as_the_database_does_where_it_stands_in_for_it =
      classes()
          .that()
          .areAssignableTo(ItemSize.class)
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("com.cargobond.store.dynamo..", "com.cargobond.store.memory..");

  /** A deployment lets no function but the API's take them: {@code KeyPrefix}. */
  @ArchTest
  static final ArchRule takes_the_identifiers_of_a_guarantee_at_its_desk_only =
      noClasses()
          .that()
          .areNotAssignableTo(GuaranteeDesk.class)
          .should()
          .callConstructorWhere(
              target(
                  owner(
                      assignableTo(Claim.Issuance.class)
                          .or(assignableTo(Claim.Number.class))
                          .or(assignableTo(Claim.Registration.class)))));
}
