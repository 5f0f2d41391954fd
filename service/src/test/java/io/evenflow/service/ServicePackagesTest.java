package io.evenflow.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The service stands on the commands' reports and the engine, and nothing of those knows it.
 *
 * <pre>
 *   service
 *   page
 *   http   ocpp
 *   work   site   metrics
 *   problem
 *   queue
 *   storage   log
 * </pre>
 */
class ServicePackagesTest {
  private static final String HOME = "io.evenflow.service";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenflow");

  @Test
  void nothingBelowKnowsTheService() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOME + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOME + "..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(HOME + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.evenflow.cli..")
        .check(CLASSES);
  }

  @Test
  void importsOnlyRowsBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(HOME + "..")
        .layer("service")
        .definedBy(HOME)
        .layer("page")
        .definedBy(HOME + ".page..")
        .layer("http")
        .definedBy(HOME + ".http..")
        .layer("ocpp")
        .definedBy(HOME + ".ocpp..")
        .layer("work")
        .definedBy(HOME + ".work..")
        .layer("site")
        .definedBy(HOME + ".site..")
        .layer("problem")
        .definedBy(HOME + ".problem..")
        .layer("metrics")
        .definedBy(HOME + ".metrics..")
        .layer("queue")
        .definedBy(HOME + ".queue..")
        .layer("storage")
        .definedBy(HOME + ".storage..")
        .layer("log")
        .definedBy(HOME + ".log..")
        .whereLayer("service")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("service")
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("service", "page")
        .whereLayer("ocpp")
        .mayOnlyBeAccessedByLayers("service")
        .whereLayer("site")
        .mayOnlyBeAccessedByLayers("service", "page", "http", "ocpp")
        .whereLayer("work")
        .mayOnlyBeAccessedByLayers("service", "http")
        .whereLayer("problem")
        .mayOnlyBeAccessedByLayers("page", "http", "ocpp", "site")
        .whereLayer("metrics")
        .mayOnlyBeAccessedByLayers("service", "http")
        .whereLayer("queue")
        .mayOnlyBeAccessedByLayers("service", "page", "http", "work")
        .whereLayer("storage")
        .mayOnlyBeAccessedByLayers("service", "http", "site", "work", "queue")
        .check(CLASSES);
  }

  /** HTTP and SQL stay where they belong. */
  @Test
  void librariesStayInTheirPackages() {
    noClasses()
        .that()
        .resideInAnyPackage(
            HOME + ".queue..", HOME + ".work..", HOME + ".site..", HOME + ".storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta..", "org.eclipse.jetty..", "gg.jte..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(HOME + "..")
        .and()
        .resideOutsideOfPackages(HOME + ".queue..", HOME + ".site..", HOME + ".storage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(HOME + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
