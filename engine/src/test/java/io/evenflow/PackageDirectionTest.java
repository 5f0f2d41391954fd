package io.evenflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may import which; a package not named here may not exist.
 *
 * <pre>
 *   live
 *   method
 *   resource   network   settlement
 *   formulation   check   io
 *   scenario      coordination
 *   solver        grid  fleet  market
 *   mip  conic  interior  time
 * </pre>
 *
 * <p>The coordination knows neither vehicles nor grids. The check knows no formulation, solver or
 * method: it must not share what it verifies.
 */
class PackageDirectionTest {
  private static final String ROOT = "io.evenflow.";
  private static final Set<String> FORMULATION_AND_BELOW =
      Set.of(
          "formulation", "scenario", "solver", "mip", "conic", "grid", "fleet", "market", "time");
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("time", Set.of()),
          Map.entry("conic", Set.of()),
          Map.entry("mip", Set.of()),
          Map.entry("interior", Set.of()),
          Map.entry("solver", Set.of("mip", "conic")),
          Map.entry("grid", Set.of("time")),
          Map.entry("fleet", Set.of("market", "time")),
          Map.entry("market", Set.of("time")),
          Map.entry("scenario", Set.of("grid", "fleet", "market", "time")),
          Map.entry(
              "formulation", Set.of("scenario", "mip", "conic", "grid", "fleet", "market", "time")),
          Map.entry("check", Set.of("scenario", "grid", "fleet", "market", "time")),
          Map.entry("io", Set.of("scenario", "grid", "fleet", "market", "time")),
          Map.entry("coordination", Set.of("solver", "mip", "interior")),
          Map.entry("settlement", Set.of("coordination", "market")),
          Map.entry("resource", and(FORMULATION_AND_BELOW, "coordination")),
          Map.entry("network", and(FORMULATION_AND_BELOW, "coordination")),
          Map.entry(
              "method",
              and(
                  FORMULATION_AND_BELOW,
                  "coordination",
                  "resource",
                  "network",
                  "settlement",
                  "check")),
          Map.entry(
              "live", Set.of("method", "check", "scenario", "grid", "fleet", "market", "time")));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.evenflow");

  private static Set<String> and(Set<String> below, String... more) {
    return Stream.concat(below.stream(), Arrays.stream(more)).collect(Collectors.toSet());
  }

  static Set<String> packages() {
    return new TreeSet<>(MAY_IMPORT.keySet());
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> packages =
        CLASSES.stream().map(PackageDirectionTest::slice).collect(Collectors.toSet());
    assertThat(packages).isSubsetOf(MAY_IMPORT.keySet()).contains("grid", "scenario", "method");
  }

  private static String slice(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyRowsBelowIt(String importer) {
    String[] forbidden =
        packages().stream()
            .filter(other -> !other.equals(importer) && !mayImport(importer, other))
            .map(other -> ROOT + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + importer + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static boolean mayImport(String importer, String other) {
    return MAY_IMPORT.getOrDefault(importer, Set.of()).contains(other);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesSayWhatTheyHold() {
    Set<String> nothingSaid = Set.of("util", "utils", "common", "core", "impl", "helper", "misc");
    assertThat(CLASSES)
        .allSatisfy(
            type ->
                assertThat(Arrays.asList(type.getPackageName().split("\\.")))
                    .doesNotContainAnyElementsOf(nothingSaid));
  }
}
