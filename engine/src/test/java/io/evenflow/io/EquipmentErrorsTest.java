package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with batteries, PV, vehicles, tariffs and the rest is said in one sentence. */
class EquipmentErrorsTest {
  private static InputException error(String piece, String replacement) {
    String depot = FormatPages.depot();
    assertThat(depot).contains(piece);
    String broken = depot.replace(piece, replacement);
    InputException problem =
        catchThrowableOfType(InputException.class, () -> FormatPages.read(broken));
    assertThat(problem).as(replacement).isNotNull();
    assertThat(problem.sentence()).doesNotContain("\n").startsWith("example.json: ");
    assertThat(problem.maybe()).startsWith("Maybe ").endsWith(".");
    return problem;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a piece of the depot's file | what stands there instead | what the error says of it
        "\"firstPeriodMinutes\": 9 | \"firstPeriodMinutes\": 16 | horizon.firstPeriodMinutes (16) must be from 1 to stepMinutes (15)",
        "\"firstPeriodMinutes\": 9 | \"firstPeriodMinutes\": 0 | horizon.firstPeriodMinutes (0) must be from 1 to stepMinutes (15)",
        "\"prices\": {\"perMwh\": [78.21, 41.0, 35.5, 62]}, | `` | prices is missing",
        "[80, 60, 55, 70] | [80, 60, 55] | substation.importPricePerMwh has 3 numbers, horizon.periods is 4",
        "[80, 60, 55, 70], \"exportPricePerMwh\": 40 | [80, 60, 55, 70], \"exportPricePerMwh\": 57 | substation.exportPricePerMwh (57.0 in period 2) must be at most importPricePerMwh (55.0): a loop through the meter would print 2.0 per MWh",
        "\"importPricePerMwh\": [80, 60, 55, 70], | `` | substation.importPricePerMwh is missing, and exportPricePerMwh is given",
        "\"substation\" | \"substationCostPerMwh\": 60, \"substation\" | substationCostPerMwh and substation.importPricePerMwh are both given",
        "[4600, 4600, 4400, 4400] | [4600, 4600, 4400, -1] | substation.importLimitKw (-1.0 kW) must be at least 0",
        "\"exportLimitKw\": 500 | \"exportLimitKw\": -500 | substation.exportLimitKw (-500.0 kW) must be at least 0",
        "\"exportLimitKw\": 500 | \"exportLimitKw\": \"500\" | substation.exportLimitKw must be a number, not the text \"500\"",
        "\"perKw\": 0.2 | \"perKw\": -0.2 | substation.peakCharge.perKw (-0.2) must be a number of at least 0",
        "\"soFarKw\": 3900 | \"soFarKw\": -1 | substation.peakCharge.soFarKw (-1.0) must be a number of at least 0",
        "[250, 250, 220, 240], \"exportPricePerMwh\": 80 | [250, 250, 220, 40], \"exportPricePerMwh\": 80 | station 'depot': exportPricePerMwh (80.0 in period 3) must be at most importPricePerMwh (40.0): a loop through the meter would print 40.0 per MWh",
        "\"importPricePerMwh\": [250, 250, 220, 240], | `` | station 'depot': importPricePerMwh is missing, and exportPricePerMwh is given",
        "[12, 14, 15, 15] | [12, 14, null, 15] | station 'depot': loadKw[2] must be a number, not null",
        "[12, 14, 15, 15] | [12, 14] | station 'depot': loadKw has 2 numbers, horizon.periods is 4",
        "\"import\": 60 | \"import\": -60 | station 'depot': connectionKw.import (-60.0 kW) must be at least 0",
        "[30, 30, 25, 25] | [30, 30, 25] | station 'depot': connectionKw.export has 3 numbers, horizon.periods is 4",
        "\"plugs\": 2 | \"plugs\": -2 | station 'depot': plugs (-2) must be at least 0",
        "\"plugs\": 2 | \"plugs\": 1.5 | station 'depot': plugs must be a whole number, not 1.5",
        "\"perKw\": 0.1, | `` | station 'depot': peakCharge.perKw is missing",
        "[\"depot\", \"shop\"] | [\"depot\", \"pub\"] | group 'street': station 'pub' does not exist",
        "[\"depot\", \"shop\"] | [] | group 'street': stations must name at least one station",
        "[\"depot\", \"shop\"] | [\"depot\", \"depot\"] | group 'street': stations names 'depot' twice",
        "[\"depot\", \"shop\"] | [\"depot\", 7] | group 'street': stations[1] must be a text, not 7",
        "\"id\": \"field\" | \"id\": \"roof\" | solar 'roof': the id appears twice",
        "\"id\": \"roof\", \"station\": \"depot\" | \"id\": \"roof\", \"station\": \"barn\" | solar 'roof': station 'barn' does not exist",
        "\"id\": \"roof\", \"station\": \"depot\" | \"id\": \"roof\" | solar 'roof': station or bus is missing",
        "\"id\": \"roof\", \"station\": \"depot\" | \"id\": \"roof\", \"bus\": 6, \"station\": \"depot\" | solar 'roof': station ('depot') and bus (6) exclude each other",
        "\"id\": \"field\", \"bus\": 25 | \"id\": \"field\", \"bus\": 34 | solar 'field': bus 34 does not exist in case33bw",
        "[4, 6, 9, 9] | [4, 6, 9, -9] | solar 'roof': availableKw (-9.0 kW) must be at least 0",
        "\"curtailable\": true, \"ratingKva\": 50 | \"curtailable\": false, \"ratingKva\": 30 | solar 'field': availableKw (40.0 kW in period 0) is more than ratingKva (30.0) passes, and it is not curtailable",
        "\"ratingKva\": 10 | \"ratingKva\": 0 | solar 'roof': ratingKva (0.0) must be a number above 0",
        "\"ratingKva\": 50, | `` | solar 'field': ratingKva is missing, and reactive is 'free'",
        "\"free\" | \"fre\" | solar 'field': reactive ('fre') is none of none, free, fixed",
        "\"powerFactor\": 0.95 | \"powerFactor\": 95 | solar 'roof': powerFactor (95.0) must be from -1 to 1 and not 0",
        ", \"powerFactor\": 0.95 | `` | solar 'roof': powerFactor is missing, and reactive is 'fixed'",
        "\"reactive\": \"free\" | \"reactive\": \"free\", \"powerFactor\": 1 | solar 'field': powerFactor (1.0) must be left out unless reactive is 'fixed'",
        "\"id\": \"bank\" | \"id\": \"rack\" | battery 'rack': the id appears twice",
        "\"capacityKwh\": 50 | \"capacityKwh\": 0 | battery 'rack': capacityKwh (0.0) must be above 0",
        "\"capacityKwh\": 50, \"minEnergyKwh\": 5 | \"capacityKwh\": 50, \"minEnergyKwh\": 51 | battery 'rack': minEnergyKwh (51.0 kWh) must be at most capacityKwh (50.0 kWh)",
        "\"startEnergyKwh\": 20 | \"startEnergyKwh\": 60 | battery 'rack': startEnergyKwh (60.0 kWh) must be at most capacityKwh (50.0 kWh)",
        "\"startEnergyKwh\": 20, | `` | battery 'rack': startEnergyKwh is missing",
        "\"endEnergyKwh\": 15 | \"endEnergyKwh\": 51 | battery 'rack': endEnergyKwh (51.0 kWh) must be at most capacityKwh (50.0 kWh)",
        "\"endValuePerKwh\": 0.05 | \"endValuePerKwh\": -0.05 | battery 'rack': endValuePerKwh (-0.05) must be a number of at least 0",
        "{\"min\": 0, \"max\": 25}, \"chargeEfficiency\": 0.95 | {\"min\": 30, \"max\": 25}, \"chargeEfficiency\": 0.95 | battery 'rack': chargePowerKw.max (25.0 kW) must be a number of at least min (30.0 kW)",
        "\"dischargeEfficiency\": 0.95 | \"dischargeEfficiency\": 95 | battery 'rack': dischargeEfficiency (95.0) must be above 0 and at most 1",
        "\"throughputCostPerKwh\": 0.02 | \"throughputCostPerKwh\": -1 | battery 'rack': throughputCostPerKwh (-1.0) must be a number of at least 0",
        "\"id\": \"van7\" | \"id\": \"ev1\" | vehicle 'ev1': the id appears twice",
        "\"batteryKwh\": 75 | \"batteryKwh\": 0 | vehicle 'van7': batteryKwh (0.0) must be above 0",
        "\"batteryKwh\": 75, \"minEnergyKwh\": 5 | \"batteryKwh\": 75, \"minEnergyKwh\": 500 | vehicle 'van7': minEnergyKwh (500.0 kWh) must be at most batteryKwh (75.0 kWh)",
        "\"startEnergyKwh\": 30 | \"startEnergyKwh\": 80 | vehicle 'van7': startEnergyKwh (80.0 kWh) must be at most batteryKwh (75.0 kWh)",
        "\"endEnergyKwh\": 25 | \"endEnergyKwh\": 76 | vehicle 'van7': endEnergyKwh (76.0 kWh) must be at most batteryKwh (75.0 kWh)",
        "\"shortfallCostPerKwh\": 2 | \"shortfallCostPerKwh\": -2 | vehicle 'van7': shortfallCostPerKwh (-2.0) must be a number of at least 0",
        "\"chargeEfficiency\": 0.9, | \"chargeEfficiency\": 90, | vehicle 'van7': chargeEfficiency (90.0) must be above 0 and at most 1",
        "\"station\": \"shop\", \"arrival\": 3 | \"station\": \"shp\", \"arrival\": 3 | vehicle 'van7': stays[1].station 'shp' does not exist",
        "\"arrival\": 3 | \"arrival\": 1 | vehicle 'van7': stays[1].arrival (period 1) must not be before the departure before it (period 2)",
        "\"arrival\": 0, \"departure\": 2 | \"arrival\": 2, \"departure\": 2 | vehicle 'van7': stays[0].departure (period 2) must come after arrival (period 2)",
        "\"arrival\": 0, \"departure\": 2 | \"arrival\": -1, \"departure\": 2 | vehicle 'van7': stays[0].arrival (period -1) must be at least 0",
        "\"arrival\": 3, \"departure\": 4 | \"arrival\": 3, \"departure\": 5 | vehicle 'van7': stays[1].departure (period 5) must be at most horizon.periods (4)",
        "\"departEnergyKwh\": 32 | \"departEnergyKwh\": 320 | vehicle 'van7': stays[0].departEnergyKwh (320.0 kWh) must be at most batteryKwh (75.0 kWh)",
        "\"usedKwh\": 4.5 | \"usedKwh\": -4.5 | vehicle 'van7': stays[1].usedKwh (-4.5) must be a number of at least 0",
        "\"period\": 2 | \"period\": 4 | session 'ev1': targets: period (4) must be between arrival (period 0) and departure (period 4)",
        "\"energyKwh\": 22 | \"energyKwh\": 61 | session 'ev1': targets: energyKwh (61.0 kWh) must be at most batteryKwh (60.0 kWh)",
        "\"valueAboveTargetPerKwh\": 0.08 | \"valueAboveTargetPerKwh\": 2 | session 'ev1': valueAboveTargetPerKwh (2.0) must be at most shortfallCostPerKwh (1.0)",
        "\"throughputCostPerKwh\": 0.03 | \"throughputCostPerKwh\": -3 | session 'ev1': throughputCostPerKwh (-3.0) must be a number of at least 0",
        "\"startCost\": 0.1 | \"startCost\": -1 | session 'ev1': startCost (-1.0) must be a number of at least 0",
        "\"minimumRunPeriods\": 2 | \"minimumRunPeriods\": 0 | session 'ev1': minimumRunPeriods (0) must be at least 1",
        "[4.2, 6.9, 11] | [6.9, 4.2, 11] | session 'ev1': powerStepsKw[1] (4.2 kW) must be above 6.9 kW",
        "[4.2, 6.9, 11] | [4.2, 6.9, 12] | session 'ev1': powerStepsKw (12.0 kW) must be within chargePowerKw (0.0 to 11.0 kW)",
        "[[0, 11], [0.8, 11], [1, 4.2]] | [[0, 11], [80, 11]] | session 'ev1': chargingCurve: state of charge (80.0) must be between 0 and 1",
        "[[0, 11], [0.8, 11], [1, 4.2]] | [[0.8, 11], [0, 11]] | session 'ev1': chargingCurve: state of charge (0.0) must be above the one before (0.8)",
        "[[0, 11], [0.8, 11], [1, 4.2]] | [[0, -11]] | session 'ev1': chargingCurve: power (-11.0 kW) must be a number of at least 0",
        "[[0, 11], [0.8, 11], [1, 4.2]] | [[0, 11, 1]] | session 'ev1': chargingCurve[0] must be a list of two numbers, not a list",
        "[[0, 11], [0.8, 11], [1, 4.2]] | [] | session 'ev1': chargingCurve must have at least one point",
        "\"chargingNow\": true | \"chargingNow\": 1 | session 'ev1': chargingNow must be true or false, not 1",
        "\"valueAtEndPerKwh\": 0.1 | \"valueAtEndPerKwh\": -1 | session 'ev1': valueAtEndPerKwh (-1.0) must be a number of at least 0",
        "[310, 300, 280, 290] | [310] | emissions.gramsPerKwh has 1 numbers, horizon.periods is 4",
        "\"pricePerTonne\": 80 | \"pricePerTonne\": -80 | emissions.pricePerTonne (-80.0) must be a number of at least 0",
      })
  void saysWhatIsWrong(String piece, String replacement, String sentence) {
    assertThat(error(piece, replacement).sentence()).isEqualTo("example.json: " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"vehicles\" | \"vehicels\" | vehicels is not a field | Maybe 'vehicles' is meant.",
        "\"usedKwh\" | \"usedkWh\" | vehicle 'van7': stays[1].usedkWh is not a field | Maybe 'usedKwh' is meant.",
        "\"station\": \"shop\", \"arrival\": 3 | \"station\": \"shp\", \"arrival\": 3 | vehicle 'van7': stays[1].station 'shp' does not exist | Maybe 'shop' is meant.",
        "\"free\" | \"fre\" | solar 'field': reactive ('fre') is none of none, free, fixed | Maybe 'free' is meant.",
        "\"dischargeEfficiency\": 0.95 | \"dischargeEfficiency\": 95 | battery 'rack': dischargeEfficiency (95.0) must be above 0 and at most 1 | Maybe a percentage was given: 90 % is 0.9.",
      })
  void saysWhatMayBeMeant(String piece, String replacement, String sentence, String maybe) {
    InputException problem = error(piece, replacement);
    assertThat(problem.sentence()).isEqualTo("example.json: " + sentence);
    assertThat(problem.maybe()).isEqualTo(maybe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"substation\": {}",
        "\"groups\": []",
        "\"solar\": []",
        "\"batteries\": []",
        "\"vehicles\": []",
        "\"emissions\": {\"gramsPerKwh\": 300}"
      })
  void theFirstFormatHasNoneOfIt(String part) {
    String field = part.substring(1, part.indexOf("\":"));
    assertRefusedByTheFirst(Scenarios.withRootPart(part + ", "), field);
  }

  @Test
  void theFirstFormatHasNoneOfItInItsObjects() {
    for (String field :
        List.of(
            "importPricePerMwh",
            "exportPricePerMwh",
            "loadKw",
            "connectionKw",
            "plugs",
            "peakCharge")) {
      assertRefusedByTheFirst(
          Scenarios.with("\"bus\": 6", "\"" + field + "\": 1, \"bus\": 6"),
          "station 'bus6': " + field);
    }
    for (String field :
        List.of(
            "targets",
            "valueAboveTargetPerKwh",
            "throughputCostPerKwh",
            "startCost",
            "minimumRunPeriods",
            "powerStepsKw",
            "chargingCurve",
            "chargingNow",
            "valueAtEndPerKwh")) {
      assertRefusedByTheFirst(
          Scenarios.withSessionPart("\"" + field + "\": 1, "), "session 'ev1': " + field);
    }
    assertRefusedByTheFirst(
        Scenarios.with("\"periods\"", "\"firstPeriodMinutes\": 5, \"periods\""),
        "horizon.firstPeriodMinutes");
  }

  private static void assertRefusedByTheFirst(String json, String field) {
    InputException problem = catchThrowableOfType(InputException.class, () -> Scenarios.read(json));
    assertThat(problem).as(field).isNotNull();
    assertThat(problem.sentence())
        .isEqualTo("evening.json: " + field + " is not a field of evenflow-scenario/1");
    assertThat(problem.maybe())
        .isEqualTo("Maybe change the scenario's format to evenflow-scenario/2.");
  }
}
