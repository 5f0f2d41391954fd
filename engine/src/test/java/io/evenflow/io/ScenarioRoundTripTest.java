package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.SharedFolder;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SubstationVoltage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRoundTripTest {
  @TempDir Path folder;

  @Test
  void everyReferenceInstanceIsReadAndSurvivesTheWriter() throws IOException {
    List<Path> instances = instances();
    assertThat(instances).hasSizeGreaterThanOrEqualTo(10);
    for (Path instance : instances) {
      Scenario scenario = ScenarioReader.read(instance);
      assertThat(instance.getFileName()).hasToString(scenario.name() + ".json");
      assertThat(scenario.sessions()).isNotEmpty();
      assertSurvives(scenario);
    }
  }

  private static List<Path> instances() throws IOException {
    try (Stream<Path> files = Files.list(SharedFolder.path("instances"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"substationCostPerMwh\": 55.5,",
        "\"substationCostPerMwh\": [0.1, 0.2],",
        "\"limits\": {\"voltageMaxPu\": 1.07},",
        """
        "limits": {"voltageMinPu": 0.91, "voltageMaxPu": 1.05, "substationExportMw": 0.5,
                   "branchRatings": [{"from": 2, "to": 1, "mva": 4.3}]},
        """,
        """
        "branchScaling": [{"from": 1, "to": 2, "resistance": 1.03, "reactance": 0.98}],
        """,
        """
        "loads": {"scale": [0.62, 1.1],
                  "adjustments": [{"bus": 6, "activeKw": [1.5, -2], "reactiveKvar": [0.1, 0.3]},
                                  {"bus": 7, "reactiveKvar": [0, 3]}]},
        """,
      })
  void everyOptionalPartSurvivesTheWriter(String part) throws IOException {
    assertSurvives(Scenarios.read(Scenarios.withRootPart(part)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"shortfallCostPerKwh\": null,",
        "\"shortfallCostPerKwh\": 0,",
        "\"minEnergyKwh\": 5,",
        "\"dischargePowerKw\": null,",
        "\"chargePowerKw\": {\"min\": 0, \"max\": 7.4}, \"chargeEfficiency\": 0.93,",
        "\"dischargePowerKw\": {\"min\": 1, \"max\": 3}, \"dischargeEfficiency\": 0.71,",
      })
  void everyOptionalFieldOfASessionSurvivesTheWriter(String part) throws IOException {
    assertSurvives(Scenarios.read(Scenarios.withSessionPart(part)));
  }

  @Test
  void theSecondFormatIsWrittenOnlyWhereItIsNeeded() throws IOException {
    Scenario inBerlin = Scenarios.read(Scenarios.inZone("Europe/Berlin"));
    assertThat(inBerlin.horizon().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertSurvives(inBerlin);
    assertThat(ScenarioWriter.text(inBerlin))
        .contains("\"evenflow-scenario/2\"", "\"zone\":\"Europe/Berlin\"");
    String second = Scenarios.with("evenflow-scenario/1", "evenflow-scenario/2");
    assertThat(ScenarioWriter.text(Scenarios.read(second)))
        .contains("\"evenflow-scenario/1\"")
        .doesNotContain("zone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'min': 0.97, 'max': 1.03, 'perPeriod': true} | 0.97 | 1.03 | true",
        "{'min': 0.97, 'max': 1, 'perPeriod': false}   | 0.97 | 1    | false",
        "{'min': 0.97, 'max': 1}                       | 0.97 | 1    | false",
        "{'min': 1, 'max': 1}                          | 1    | 1    | false",
      })
  void aSubstationVoltageSurvivesInTheSecondFormat(
      String range, double min, double max, boolean perPeriod) throws IOException {
    String part = "\"limits\": {\"substationVoltagePu\": " + range.replace('\'', '"') + "},";
    Scenario scenario = Scenarios.read(Scenarios.withSecondPart(part));
    assertThat(scenario.limits().substationVoltage())
        .isEqualTo(new SubstationVoltage(min, max, perPeriod));
    assertThat(scenario.feeder().substation().voltageMinPu()).isEqualTo(min);
    assertThat(scenario.feeder().substation().voltageMaxPu()).isEqualTo(max);
    assertThat(ScenarioWriter.text(scenario)).contains("\"evenflow-scenario/2\"");
    assertSurvives(scenario);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1001, 2001})
  void randomDaysOfAllFieldsSurviveTheWriter(long seed) {
    for (long day = seed; day < seed + 100; day++) {
      Scenario scenario = RandomDays.day(day);
      String text = ScenarioWriter.text(scenario);
      Scenario copy = ScenarioReader.read("copy.json", text);
      assertThat(copy).as("seed %d", day).usingRecursiveComparison().isEqualTo(scenario);
      assertThat(ScenarioWriter.text(copy)).isEqualTo(text);
    }
  }

  @Test
  void everyFieldIsWrittenOfSomeRandomDay() {
    String all =
        LongStream.range(1, 101)
            .mapToObj(seed -> ScenarioWriter.text(RandomDays.day(seed)))
            .collect(Collectors.joining());
    FormatFiles.scenarioTables()
        .values()
        .forEach(
            shape ->
                shape.fields().stream()
                    .filter(Field::isSecond)
                    .filter(field -> !field.name().equals("zone"))
                    .filter(field -> !field.name().equals("substationVoltagePu"))
                    .filter(field -> !field.name().equals("matpower"))
                    .forEach(field -> assertThat(all).contains("\"" + field.name() + "\"")));
  }

  @Test
  void aVehicleWhoseChargersAFileCannotSayIsRefused() {
    Scenario depot = FormatPages.read(FormatPages.depot());
    Vehicle van = depot.vehicles().getFirst();
    Vehicle.Stay last = van.stays().getLast();
    Charger other = new Charger(new PowerRange(2, 3), 1, null, 1);
    Vehicle odd =
        new Vehicle(
            van.id(),
            75,
            5,
            30,
            25,
            2.0,
            List.of(van.stays().getFirst(), new Vehicle.Stay(last.station(), 3, 4, 0, 4.5, other)));
    Equipment equipment = depot.equipment();
    Scenario day =
        depot.withEquipment(
            new Equipment(
                equipment.substation(),
                equipment.groups(),
                equipment.solar(),
                equipment.batteries(),
                List.of(odd),
                equipment.emissions()));
    assertThatThrownBy(() -> ScenarioWriter.text(day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("vehicle 'van7' has other chargers than its stations");
  }

  private void assertSurvives(Scenario scenario) throws IOException {
    Path file = folder.resolve("sub").resolve("copy.json");
    ScenarioWriter.write(scenario, file);
    assertThat(ScenarioReader.read(file)).usingRecursiveComparison().isEqualTo(scenario);
    // Nothing is left of the draft.
    try (Stream<Path> files = Files.list(folder.resolve("sub"))) {
      assertThat(files).containsExactly(file);
    }
  }
}
