package io.evenflow.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.market.DayAheadPrices;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real day never warns, a factor of 1000 does. */
class PlausibilityTest {
  private static final String DAY =
      """
      {
        "format": "evenflow-scenario/2", "name": "night", "currency": "EUR",
        "feeder": {"case": "case33bw"},
        "horizon": {"start": "2024-07-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
        "prices": {"perMwh": [80, 75, 110]},
        "loads": {"scale": [0.6, 0.7, 0.8], "adjustments": [{"bus": 6, "activeKw": [120, 0, -50]}]},
        "branchScaling": [{"from": 1, "to": 2, "resistance": 1.03}],
        "limits": {"voltageMaxPu": 1.05},
        "substationCostPerMwh": [60, 55, 70],
        "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 4.2, "max": 11},
                      "chargeEfficiency": 0.9}],
        "sessions": [{"id": "ev1", "station": "garage", "arrival": 0, "departure": 3,
                      "batteryKwh": 60, "arrivalEnergyKwh": 20, "targetEnergyKwh": 40},
                     {"id": "ev2", "station": "garage", "arrival": 0, "departure": 3,
                      "batteryKwh": 60, "arrivalEnergyKwh": 20, "targetEnergyKwh": 40}]
      }
      """;

  private static List<String> warnings(String json) {
    return Plausibility.warnings(ScenarioReader.read("night.json", json));
  }

  @Test
  void anOrdinaryDayIsPlausible() {
    assertThat(warnings(DAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a pattern in the day | what stands there instead | warning | what it may be
        "60, \"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": 40"
            + " | 60000, \"arrivalEnergyKwh\": 20000, \"targetEnergyKwh\": 40000"
            + " | session 'ev1': batteryKwh (60000) is more than vehicles hold; and 1 more like it"
            + " | Maybe energies are in Wh: 60000 Wh are 60 kWh.",
        "60, \"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": 40"
            + " | 9000, \"arrivalEnergyKwh\": 2000, \"targetEnergyKwh\": 7000"
            + " | session 'ev1': batteryKwh (9000) takes 909 hours to fill at 11 kW; and 1 more"
            + " like it | Maybe energies are in Wh: 9000 Wh are 9 kWh.",
        "\"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": 40"
            + " | \"arrivalEnergyKwh\": 0.3, \"targetEnergyKwh\": 0.8"
            + " | session 'ev1': arrivalEnergyKwh (0.3) and targetEnergyKwh (0.8) are at most 1 of"
            + " batteryKwh (60); and 1 more like it"
            + " | Maybe they are states of charge: 0.8 of 60 kWh is 48 kWh.",
        "\"min\": 4.2, \"max\": 11} | \"min\": 4200, \"max\": 11000}"
            + " | station 'garage': chargePowerKw.max (11000) would fill or empty the 60 kWh of"
            + " session 'ev1' in 20 s | Maybe powers are in W: 11000 W are 11 kW.",
        "\"chargeEfficiency\": 0.9 | \"dischargePowerKw\": {\"min\": 0, \"max\": 10000}"
            + " | station 'garage': dischargePowerKw.max (10000) would fill or empty the 60 kWh of"
            + " session 'ev1' in 22 s | Maybe powers are in W: 10000 W are 10 kW.",
        "\"chargeEfficiency\": 0.9 | \"chargeEfficiency\": 0.1"
            + " | station 'garage': chargeEfficiency (0.1) leaves less than half of the energy"
            + " | Maybe the loss was given: a loss of 10 % is an efficiency of 0.9.",
        "[80, 75, 110] | [0.08, 0.075, 0.11] | prices: none is above 0.11 EUR per MWh"
            + " | Maybe they are per kWh: 0.11 per kWh is 110 per MWh.",
        "[80, 75, 110] | [0.3, 0.3, 0.3] | prices: none is above 0.3 EUR per MWh"
            + " | Maybe they are per kWh: 0.3 per kWh is 300 per MWh.",
        "[80, 75, 110] | [80000, 75000, 110000]"
            + " | prices: a price of 110000 EUR per MWh is more than any exchange allows"
            + " | Maybe a decimal point is missing, or the unit is another.",
        "[60, 55, 70] | 0.06 | substationCostPerMwh: none is above 0.06 EUR per MWh"
            + " | Maybe they are per kWh: 0.06 per kWh is 60 per MWh.",
        "[0.6, 0.7, 0.8] | [60, 70, 80]"
            + " | loads.scale: a factor of 80 brings the load to 297 MW, and all generators give"
            + " 10 MW | Maybe it is in per cent: 62 % is 0.62.",
        "[120, 0, -50] | [120000, 0, -50000]"
            + " | loads.adjustments of bus 6: activeKw (120000) is 120 MW, and all generators give"
            + " 10 MW | Maybe it is in W: 120000 W are 120 kW.",
        "\"voltageMaxPu\": 1.05 | \"voltageMaxPu\": 100"
            + " | limits: voltageMaxPu (100) is a factor, 1 for what is usual"
            + " | Maybe it is in per cent: 100 % is 1.",
        "\"resistance\": 1.03 | \"resistance\": 103"
            + " | branchScaling of branch 1-2: resistance (103) is a factor, 1 for what is usual"
            + " | Maybe it is in per cent: 103 % is 1.03.",
        "\"periods\": 3 | \"zone\": \"Europe/Lisbon\", \"periods\": 3"
            + " | horizon: start ('2024-07-09T00:00+02:00') has another offset than Europe/Lisbon"
            + " then, +01:00 | Maybe 2024-07-09T00:00+01:00 is meant.",
      })
  void saysWhatCanHardlyBeMeant(String piece, String replacement, String warning, String maybe) {
    String day = DAY.replaceAll(",\\s+\"", ", \"");
    assertThat(day).contains(piece);
    assertThat(warnings(day.replace(piece, replacement))).containsExactly(warning + "\n" + maybe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is rare, but real
        "\"batteryKwh\": 60 | \"batteryKwh\": 200",
        "\"max\": 11} | \"max\": 600}",
        "\"min\": 4.2, \"max\": 11} | \"min\": 1, \"max\": 1.4}",
        "[80, 75, 110] | [-500, 0, 3999]",
        "[80, 75, 110] | [0, 0, 0]",
        "[80, 75, 110] | [0.4, 1.2, 0.9]",
        "[60, 55, 70] | 0",
        "[60, 55, 70] | 0.01",
        "\"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": 40 | \"arrivalEnergyKwh\": 0, \"targetEnergyKwh\": 0.7",
        "\"targetEnergyKwh\": 40 | \"targetEnergyKwh\": 1",
        "\"2024-07-09T00:00:00+02:00\", | \"2024-07-09T00:00:00Z\", \"zone\": \"Europe/Lisbon\",",
      })
  void whatIsRareButRealIsPlausible(String piece, String replacement) {
    String day = DAY.replaceAll(",\\s+\"", ", \"");
    assertThat(day).contains(piece);
    assertThat(warnings(day.replace(piece, replacement))).isEmpty();
  }

  @Test
  void aFerryAndABicycleArePlausible() {
    String ferry =
        DAY.replace("\"min\": 4.2, \"max\": 11", "\"min\": 100, \"max\": 9000")
            .replace("\"batteryKwh\": 60", "\"batteryKwh\": 10000")
            .replace("\"targetEnergyKwh\": 40", "\"targetEnergyKwh\": 9000");
    assertThat(warnings(ferry)).isEmpty();
    String bicycle =
        DAY.replace("\"min\": 4.2, \"max\": 11", "\"min\": 0, \"max\": 0.2")
            .replace(
                "60, \"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": 40",
                "0.4, \"arrivalEnergyKwh\": 0.1, \"targetEnergyKwh\": 0.4");
    assertThat(warnings(bicycle)).isEmpty();
  }

  @Test
  void aWholeDayBelowOneEuroHappensWhereThereIsWater() {
    Scenario day = BuiltInDays.read("case69-day");
    double[] wet = new double[24];
    Arrays.setAll(wet, hour -> (10 + 3 * hour) / 100.0);
    assertThat(Plausibility.warnings(withPrices(day, wet))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"case69-day", "case18-small"})
  void aFactorOfAThousandWarnsOnBuiltInDays(String name) {
    Scenario day = BuiltInDays.read(name);
    assertThat(Plausibility.warnings(day)).isEmpty();
    double[] perKwh = Arrays.stream(day.prices().toArray()).map(price -> price / 1000).toArray();
    assertThat(Plausibility.warnings(withPrices(day, perKwh))).hasSize(1);
    assertThat(Plausibility.warnings(with(day, each -> scaled(each, 1000, 1)))).hasSize(1);
    assertThat(Plausibility.warnings(with(day, each -> scaled(each, 1, 1000)))).hasSize(1);
    assertThat(Plausibility.warnings(with(day, each -> scaled(each, 1000, 1000)))).isNotEmpty();
  }

  private static Session scaled(Session session, double energy, double power) {
    Charger charger = session.charger();
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        energy * session.batteryKwh(),
        energy * session.minEnergyKwh(),
        energy * session.arrivalEnergyKwh(),
        energy * session.targetEnergyKwh(),
        session.shortfallCostPerKwh(),
        new Charger(
            Objects.requireNonNull(scaled(charger.charge(), power)),
            charger.chargeEfficiency(),
            scaled(charger.discharge(), power),
            charger.dischargeEfficiency()));
  }

  private static @Nullable PowerRange scaled(@Nullable PowerRange range, double factor) {
    return range == null ? null : new PowerRange(factor * range.minKw(), factor * range.maxKw());
  }

  private static Scenario with(Scenario day, UnaryOperator<Session> change) {
    return day.withSessions(day.sessions().stream().map(change).toList());
  }

  private static Scenario withPrices(Scenario day, double[] prices) {
    return new Scenario(
        day.name(),
        day.currency(),
        day.feederCase(),
        day.network(),
        day.horizon(),
        DayAheadPrices.of(prices),
        day.loads(),
        day.branchScaling(),
        day.limits(),
        day.substationCostPerMwh(),
        day.stations(),
        day.sessions());
  }

  @Test
  void aStationWithoutSessionsIsLookedAtToo() {
    Scenario day = BuiltInDays.read("case18-small");
    Station station = day.stations().getFirst();
    Charger watts = new Charger(new PowerRange(0, 350_000), 1, null, 1);
    Scenario empty =
        new Scenario(
            day.name(),
            day.currency(),
            day.feederCase(),
            day.network(),
            day.horizon(),
            day.prices(),
            day.loads(),
            day.branchScaling(),
            day.limits(),
            day.substationCostPerMwh(),
            List.of(new Station(station.id(), station.bus(), watts)),
            List.of());
    assertThat(Plausibility.warnings(empty))
        .singleElement()
        .asString()
        .contains(
            "chargePowerKw.max (350000) is more than any charger gives\nMaybe powers are in W");
  }
}
