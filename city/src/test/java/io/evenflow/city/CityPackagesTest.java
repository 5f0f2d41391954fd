package io.evenflow.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Spark is known in one package, and nothing knows the commands. */
class CityPackagesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenflow.city");

  @Test
  void onlyOnePackageKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.evenflow.city.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CLASSES);
  }

  @Test
  void portfoliosKnowNoPlansAndPlansNoTables() {
    noClasses()
        .that()
        .resideInAPackage("io.evenflow.city.portfolio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.evenflow.city.plan..", "io.evenflow.city.spark..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.evenflow.city.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.evenflow.city.spark..", "io.evenflow.city.cli..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("io.evenflow.city.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
