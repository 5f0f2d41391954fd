package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad scenario has one sentence that names file, object, field, value and bound. */
class ScenarioErrorsTest {
  private static final String SESSION = listed("sessions");
  private static final String STATION = listed("stations");

  /** The only object in a list of the valid scenario. */
  private static String listed(String field) {
    int start = Scenarios.VALID.indexOf('{', Scenarios.VALID.indexOf("\"" + field + "\""));
    return Scenarios.VALID.substring(start, Scenarios.VALID.indexOf(']', start));
  }

  private static InputException error(String json) {
    InputException problem = catchThrowableOfType(InputException.class, () -> Scenarios.read(json));
    assertThat(problem).isNotNull();
    assertThat(problem.maybe()).startsWith("Maybe ").endsWith(".");
    assertThat(problem.sentence()).doesNotContain("\n");
    return problem;
  }

  @Test
  void theScenarioTheseTestsBreakIsValid() {
    assertThat(Scenarios.read(Scenarios.VALID).sessions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a piece of the valid file | what stands there instead | what the error says of it
        "evenflow-scenario/1 | evenflow-scenario/3 | format ('evenflow-scenario/3') must be 'evenflow-scenario/1' or 'evenflow-scenario/2'",
        "\"name\": \"evening\", | `` | name is missing",
        "\"currency\": \"EUR\" | \"currency\": 5 | currency must be a text, not 5",
        "\"evening\" | \" \" | name must not be empty",
        "case33bw | case33 | feeder.case 'case33' is neither a built-in case nor a path to a .m file",
        "\"case33bw\" | \"a/b.m\" | feeder.case ('a/b.m') names a file, and this scenario has no folder",
        "\"periods\": 2 | \"periods\": 0 | horizon.periods (0) must be at least 1",
        "\"periods\": 2 | \"periods\": -4 | horizon.periods (-4) must be at least 1",
        "\"periods\": 2 | \"periods\": 2000000000 | horizon.periods (2000000000) must be at most 35136",
        "\"periods\": 2 | \"periods\": 2.5 | horizon.periods must be a whole number, not 2.5",
        "\"periods\": 2 | \"periods\": \"2\" | horizon.periods must be a whole number, not the text \"2\"",
        "\"stepMinutes\": 60 | \"stepMinutes\": 0 | horizon.stepMinutes (0) must be between 1 and 1440",
        "00:00:00+02:00 | 00:00:00 | horizon.start ('2024-04-09T00:00:00') must be a time with its offset, as 2024-04-09T00:00:00+02:00",
        "00:00:00+02:00 | 24:00 | horizon.start ('2024-04-09T24:00') must be a time with its offset, as 2024-04-09T00:00:00+02:00",
        "\"2024-04-09T | \"+99999-04-09T | horizon.start ('+99999-04-09T00:00:00+02:00') must be in the years 1900 to 2200",
        "\"periods\": 2 | \"zone\": \"Europe/Berlin\", \"periods\": 2 | horizon.zone is not a field of evenflow-scenario/1",
        "\"periods\": 2 | \"periods\": 1e308 | horizon.periods (1.0E308) must be at most 2147483647",
        "[78.21, -3] | [78.21] | prices.perMwh has 1 numbers, horizon.periods is 2",
        "[78.21, -3] | [78.21, null] | prices.perMwh[1] must be a number, not null",
        "[78.21, -3] | [78.21, 1e999] | prices.perMwh[1] (Infinity) must be a finite number",
        "[78.21, -3] | 78.21 | prices.perMwh must be a list, not 78.21",
        "{\"perMwh\": [78.21, -3]} | {} | prices.perMwh is missing",
        "{\"perMwh\": [78.21, -3]} | {\"file\": \"p.csv\"} | prices.file ('p.csv') names a file, and this scenario has no folder",
        "{\"perMwh\": [78.21, -3]} | {\"perMwh\": [1, 2], \"file\": \"p.csv\"} | prices.perMwh and file are both given",
        "\"prices\" | \"loads\": {\"scale\": [1]}, \"prices\" | loads.scale has 1 numbers, horizon.periods is 2",
        "\"prices\" | \"loads\": {\"adjustments\": [{\"bus\": 6, \"activeKw\": [1]}]}, \"prices\" | loads.adjustments[0].activeKw has 1 numbers, horizon.periods is 2",
        "\"prices\" | \"loads\": {\"adjustments\": [{\"bus\": 99}]}, \"prices\" | loads.adjustments: bus 99 does not exist in case33bw",
        "\"prices\" | \"limits\": {\"voltageMinPu\": -0.9}, \"prices\" | limits.voltageMinPu (-0.9) must be at least 0",
        "\"prices\" | \"limits\": {\"substationExportMw\": -1}, \"prices\" | limits.substationExportMw (-1.0) must be at least 0",
        "\"prices\" | \"limits\": {\"voltageMinPu\": 1.1, \"voltageMaxPu\": 1.0}, \"prices\" | limits.voltageMinPu (1.1) must be at most voltageMaxPu (1.0)",
        "\"prices\" | \"limits\": {\"branchRatings\": [{\"from\": 2, \"to\": 3, \"mva\": -1}]}, \"prices\" | limits.branchRatings[0]: rating of branch 2-3: rating (MVA) -1 must be above 0",
        "\"prices\" | \"limits\": {\"branchRatings\": [{\"from\": 2, \"to\": 9, \"mva\": 1}]}, \"prices\" | case 'case33bw' has no branch 2-9 in service",
        "\"prices\" | \"branchScaling\": [{\"from\": 1, \"to\": 2, \"resistance\": -1}], \"prices\" | branchScaling[0]: scaling of branch 1-2: resistance factor -1 must be at least 0",
        "\"prices\" | \"substationCostPerMwh\": [1], \"prices\" | substationCostPerMwh has 1 numbers, horizon.periods is 2",
        "\"prices\" | \"substationCostPerMwh\": \"60\", \"prices\" | substationCostPerMwh must be a number, not the text \"60\"",
        "\"bus\": 6 | \"bus\": 60 | station 'bus6': bus 60 does not exist in case33bw",
        "\"min\": 12.5 | \"min\": -1 | station 'bus6': chargePowerKw.min (-1.0 kW) must be a number of at least 0",
        "\"max\": 25.0 | \"max\": 2.5 | station 'bus6': chargePowerKw.max (2.5 kW) must be a number of at least min (12.5 kW)",
        "\"chargeEfficiency\": 0.8, | \"chargeEfficiency\": 80, | station 'bus6': chargeEfficiency (80.0) must be above 0 and at most 1",
        "\"dischargeEfficiency\": 0.8 | \"dischargeEfficiency\": 0 | station 'bus6': dischargeEfficiency (0.0) must be above 0 and at most 1",
        "\"stations\": [{ | \"stations\": [7, { | stations[0] must be an object, not 7",
        "\"station\": \"bus6\" | \"station\": \"bus7\" | session 'ev1': station 'bus7' does not exist",
        "\"id\": \"ev1\", | `` | sessions[0].id is missing",
        "\"departure\": 2 | \"departure\": 0 | session 'ev1': departure (period 0) must come after arrival (period 0)",
        "\"departure\": 2 | \"departure\": 3 | session 'ev1': departure (period 3) must be at most horizon.periods (2)",
        "\"arrival\": 0 | \"arrival\": -1 | session 'ev1': arrival (period -1) must be at least 0",
        "\"departure\": 2, | `` | session 'ev1': departure is missing",
        "\"batteryKwh\": 100.0 | \"batteryKwh\": 0 | session 'ev1': batteryKwh (0.0) must be above 0",
        "\"batteryKwh\": 100.0 | \"batteryKwh\": -1 | session 'ev1': batteryKwh (-1.0) must be a number of at least 0",
        "\"targetEnergyKwh\": 60.0 | \"targetEnergyKwh\": 101 | session 'ev1': targetEnergyKwh (101.0 kWh) must be at most batteryKwh (100.0 kWh)",
        "\"targetEnergyKwh\": 60.0 | \"targetEnergyKwh\": true | session 'ev1': targetEnergyKwh must be a number, not true",
        "\"arrival\" | \"minEnergyKwh\": 140, \"arrival\" | session 'ev1': minEnergyKwh (140.0 kWh) must be at most batteryKwh (100.0 kWh)",
        "\"arrival\" | \"shortfallCostPerKwh\": -1, \"arrival\" | session 'ev1': shortfallCostPerKwh (-1.0) must be a number of at least 0",
      })
  void saysWhatIsWrong(String piece, String replacement, String sentence) {
    assertThat(error(Scenarios.with(piece, replacement)).sentence())
        .isEqualTo("evening.json: " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"departure\" | \"departur\" | session 'ev1': departur is not a field | Maybe 'departure' is meant.",
        "\"horizon\" | \"horizons\" | horizons is not a field | Maybe 'horizon' is meant.",
        "\"stepMinutes\" | \"stepminutes\" | horizon.stepminutes is not a field | Maybe 'stepMinutes' is meant.",
        "\"max\": 25.0 | \"maximumKw\": 25 | station 'bus6': chargePowerKw.maximumKw is not a field | Maybe one of these is meant: min, max.",
        "\"case33bw\" | \"case33\" | feeder.case 'case33' is neither a built-in case nor a path to a .m file | Maybe 'case33bw' is meant.",
      })
  void suggestsTheNearestKnownWord(
      String piece, String replacement, String sentence, String maybe) {
    InputException problem = error(Scenarios.with(piece, replacement));
    assertThat(problem.sentence()).isEqualTo("evening.json: " + sentence);
    assertThat(problem.maybe()).isEqualTo(maybe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the range | what the error says of it, and what may be meant
        "{'min': 1.03, 'max': 0.97} | : min (1.03 p.u.) must be above 0 and at most max (0.97 p.u.) | Maybe the two are the wrong way round, or in kV instead of p.u.",
        "{'min': 0, 'max': 1} | : min (0.0 p.u.) must be above 0 and at most max (1.0 p.u.) | Maybe the two are the wrong way round, or in kV instead of p.u.",
        "{'min': 0.97} | .max is missing | Maybe it stands in another object, or was left out.",
        "{'min': 9.7, 'max': 103} | .max (103.0) must be at most 100 p.u. | Maybe its exponent or its unit is wrong: it is p.u..",
        "{'min': 1, 'max': 1, 'perperiod': true} | .perperiod is not a field | Maybe 'perPeriod' is meant.",
        "{'min': 1, 'max': 1, 'perPeriod': 1} | .perPeriod must be true or false, not 1 | Maybe the value of another field stands there.",
        "1.02 | ' must be an object, not 1.02' | Maybe the value of another field stands there.",
      })
  void saysWhatIsWrongWithASubstationVoltage(String range, String sentence, String maybe) {
    String part = "\"limits\": {\"substationVoltagePu\": " + range.replace('\'', '"') + "},";
    InputException problem = error(Scenarios.withSecondPart(part));
    assertThat(problem.sentence()).isEqualTo("evening.json: limits.substationVoltagePu" + sentence);
    assertThat(problem.maybe()).isEqualTo(maybe);
    assertThat(error(Scenarios.withRootPart(part)).sentence())
        .isEqualTo(
            "evening.json: limits.substationVoltagePu is not a field of evenflow-scenario/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Berlin", "+02:00", "UTC+1", "europe/berlin"})
  void saysThatAZoneIsNone(String zone) {
    String second = Scenarios.inZone(zone);
    assertThat(error(second).sentence())
        .isEqualTo("evening.json: horizon.zone ('" + zone + "') is not the name of a time zone");
  }

  @Test
  void refusesTheSameIdTwice() {
    assertThat(error(Scenarios.with(SESSION, SESSION + ", " + SESSION)).sentence())
        .isEqualTo("evening.json: session 'ev1': the id appears twice");
    assertThat(error(Scenarios.with(STATION, STATION + ", " + STATION)).sentence())
        .isEqualTo("evening.json: station 'bus6': the id appears twice");
  }

  @Test
  void saysWhereTextIsNotJson() {
    assertThat(error(Scenarios.with("\"periods\": 2,", "\"periods\": 2")).sentence())
        .startsWith("evening.json, line 4, column 66: not JSON: ");
    assertThat(error(Scenarios.with("-3", "NaN")).sentence())
        .startsWith("evening.json, line 5, column ")
        .contains("not JSON: Non-standard token 'NaN'");
    assertThat(error(Scenarios.with("\"periods\": 2", "\"periods\": 2, \"periods\": 3")).sentence())
        .contains("line 4")
        .contains("not JSON: Duplicate Object property \"periods\"");
    assertThat(error(Scenarios.VALID.substring(0, 300)).sentence()).contains("not JSON: ");
    assertThat(error(Scenarios.VALID + "}").sentence()).contains("not JSON: ");
    assertThat(error("").sentence()).startsWith("evening.json: ");
    assertThat(error("[]").sentence())
        .isEqualTo("evening.json: must hold one JSON object, not a list");
  }

  @Test
  void asksForACostOfGenerationWhereTheCaseHasNone(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("two.m"),
        """
        function mpc = two
        mpc.version = '2';
        mpc.baseMVA = 10;
        mpc.bus = [1 3 0 0 0 0 1 1 0 12.66 1 1 1; 2 1 0.1 0 0 0 1 1 0 12.66 1 1.1 0.9];
        mpc.gen = [1 0 0 10 -10 1 100 1 10 0];
        mpc.branch = [1 2 0.01 0.01 0 0 0 0 0 0 1 -360 360];
        """);
    String json = Scenarios.with("case33bw", "two.m").replace("\"bus\": 6", "\"bus\": 2");
    InputException problem =
        catchThrowableOfType(
            InputException.class, () -> ScenarioReader.read("evening.json", json, folder));
    assertThat(problem.sentence())
        .isEqualTo(
            "evening.json: substationCostPerMwh is missing, and case 'two' has no costs of generation");
    String priced = json.replace("\"prices\"", "\"substationCostPerMwh\": 60, \"prices\"");
    assertThat(ScenarioReader.read("evening.json", priced, folder).generationCost(0, 1).perHour(2))
        .isEqualTo(120);
  }

  @Test
  void saysThatAFileIsNotThereOrNotUtf8(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("day.json");
    assertThat(
            catchThrowableOfType(InputException.class, () -> ScenarioReader.read(file)).sentence())
        .isEqualTo(file + ": there is no such file");
    Files.write(file, new byte[] {'{', (byte) 0xE4, '}'});
    assertThat(
            catchThrowableOfType(InputException.class, () -> ScenarioReader.read(file)).sentence())
        .isEqualTo(file + ": is not UTF-8");
  }

  @Test
  void takesAnEmptyFleetAndABatteryOfAnySize() {
    String stations = Scenarios.VALID.substring(Scenarios.VALID.indexOf("  \"stations\""));
    String empty = Scenarios.with(stations, "\"stations\": [], \"sessions\": []}");
    assertThat(Scenarios.read(empty).sessions()).isEmpty();
    String large = Scenarios.with("\"batteryKwh\": 100.0", "\"batteryKwh\": 1e9");
    assertThat(Scenarios.read(large).sessions().getFirst().batteryKwh()).isEqualTo(1e9);
  }
}
