package io.evenflow.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The commands are at the top: nothing in engine or app knows them. */
class AppPackagesTest {
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.evenflow");

  @Test
  void nothingImportsTheCommands() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.evenflow.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.evenflow.cli..")
        .check(CLASSES);
  }

  /** Rows and tables are made without pictures; pictures are made from them. */
  @Test
  void studiesAndReplaysKnowNoReport() {
    noClasses()
        .that()
        .resideInAnyPackage("io.evenflow.study..", "io.evenflow.replay..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.evenflow.report..")
        .check(CLASSES);
  }

  /** Messages are made of a schedule, whoever made it, and read without knowing who plans. */
  @Test
  void messagesKnowNeitherMethodsNorPictures() {
    noClasses()
        .that()
        .resideInAnyPackage("io.evenflow.ocpp..", "io.evenflow.openadr..")
        .and()
        .haveNameNotMatching(".*(Test|PlanningBackEnd).*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.evenflow.method..",
            "io.evenflow.formulation..",
            "io.evenflow.solver..",
            "io.evenflow.coordination..",
            "io.evenflow.report..",
            "io.evenflow.study..")
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("io.evenflow.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesSayWhatTheyHold() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..core..", "..impl..", "..helper..")
        .check(CLASSES);
  }
}
