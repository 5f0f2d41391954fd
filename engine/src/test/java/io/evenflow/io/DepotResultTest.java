package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A result of a day with a van, batteries, PV, meters, peak charges and emissions. */
class DepotResultTest {
  private static final Scenario DEPOT = FormatPages.read(FormatPages.depot());

  /** A tangent of cos φ = 0.95. */
  private static final double TAN = Math.sqrt(1 - 0.95 * 0.95) / 0.95;

  private static final Dispatch DISPATCH =
      dispatch(
          Verifier.verify(DEPOT, dispatch(0, 0, 0, 0)).periods().stream()
              .mapToDouble(Verification.PeriodFlow::importKw)
              .toArray());

  private static Dispatch dispatch(double... importKw) {
    return new Dispatch(
        new double[][] {{4.2, 6.9, 0, 0}},
        new double[][] {{0, 0, 0, 0}},
        new double[][] {importKw},
        new double[][] {{2400, 2400, 2400, 2400}},
        new double[] {1, 1, 1, 1},
        new Dispatch.Assets(
            new double[][] {{7.4, 7.4, 0, 5}},
            new double[][] {{0, 0, 0, 0}},
            new double[][] {{0, 10, 0, 0}, {0, 0, 0, 0}},
            new double[][] {{5, 0, 0, 0}, {0, 0, 20, 0}},
            new double[][] {{4, 6, 9, 9}, {40, 30, 40, 40}},
            new double[][] {{-4 * TAN, -6 * TAN, -9 * TAN, -9 * TAN}, {10, 0, -10, 0}}));
  }

  private static final Verification FOUND = Verifier.verify(DEPOT, DISPATCH);

  private static Result result(List<LimitValue> limitValues) {
    return new Result(
        DEPOT.name(),
        "by hand",
        SolvedProblem.AC,
        Status.FEASIBLE,
        DISPATCH,
        false,
        FOUND.cost(),
        null,
        null,
        0,
        Map.of("total", 1.0),
        List.of(),
        List.of(),
        FOUND,
        limitValues,
        new Fairness(0.25, 0.5, List.of("ev1")));
  }

  private static final String TEXT = ResultWriter.text(DEPOT, result(List.of()));

  private static JsonNode json() {
    return JsonPlaces.parse(TEXT);
  }

  private static void assertNumbers(JsonNode list, double... expected) {
    assertThat(list).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(list.get(i).doubleValue()).as("[%d]", i).isEqualTo(expected[i], within(1e-9));
    }
  }

  @Test
  void tellsTheVansTour() {
    JsonNode van = json().at("/vehicles/0");
    assertThat(van.get("id").stringValue()).isEqualTo("van7");
    assertNumbers(van.get("chargeKw"), 7.4, 7.4, 0, 5);
    // 30 + 0.15 h · 0.9 · 7.4, + 0.25 h · 0.9 · 7.4, the trip takes 4.5, + 0.25 h · 0.9 · 5
    assertNumbers(van.get("energyKwh"), 30, 30.999, 32.664, 28.164, 29.289);
    assertThat(van.get("shortfallKwh").doubleValue()).isZero();
  }

  @Test
  void onTheRoadThereIsNoEnergy() {
    // Away in periods 1 and 2, and 30.999 − 32 kWh on departure.
    Scenario away =
        FormatPages.read(FormatPages.depot().replace("\"departure\": 2", "\"departure\": 1"));
    JsonNode van = JsonPlaces.parse(ResultWriter.text(away, result(List.of()))).at("/vehicles/0");
    assertThat(van.at("/energyKwh/2").isNull()).isTrue();
    assertThat(van.at("/energyKwh/1").doubleValue()).isEqualTo(30.999, within(1e-9));
    assertThat(van.get("shortfallKwh").doubleValue()).isEqualTo(1.001, within(1e-9));
  }

  @Test
  void tellsBatteriesAndPlants() {
    JsonNode rack = json().at("/batteries/0");
    assertThat(rack.propertyNames()).containsExactly("id", "chargeKw", "dischargeKw", "energyKwh");
    double before = 20 - 0.15 * 5 / 0.95;
    assertNumbers(
        rack.get("energyKwh"), 20, before, before + 2.375, before + 2.375, before + 2.375);
    assertNumbers(json().at("/batteries/1/energyKwh"), 40, 40, 40, 35, 35);
    assertThat(json().at("/solar/1/id").stringValue()).isEqualTo("field");
    assertNumbers(json().at("/solar/1/activeKw"), 40, 30, 40, 40);
    assertNumbers(json().at("/solar/1/reactiveKvar"), 10, 0, -10, 0);
  }

  @Test
  void tellsWhatMetersShow() {
    // load − roof + rack + van: 12 − 4 − 5 + 7.4, 14 − 6 + 10 + 7.4, 15 − 9, 15 − 9
    assertNumbers(json().at("/stations/0/netKw"), 10.4, 25.4, 6, 6);
    assertNumbers(json().at("/stations/0/exportKw"), 0, 0, 0, 0);
    // ev1, then the van: 4.2, 6.9, 0, 5
    assertNumbers(json().at("/stations/1/importKw"), 4.2, 6.9, 0, 5);
    assertThat(json().at("/periods/1/stationKw/depot").doubleValue()).isEqualTo(25.4, within(1e-9));
    // 0.1 a kW above 25, and 0.05 a kW of both above 10.
    JsonNode peaks = json().get("peaks");
    assertThat(peaks).hasSize(3);
    assertThat(cost(peaks, "station 'depot'")).isEqualTo(0.04, within(1e-9));
    assertThat(cost(peaks, "group 'street'")).isEqualTo(0.05 * 22.3, within(1e-9));
    assertThat(json().get("emissionsKg").doubleValue())
        .isEqualTo(Objects.requireNonNull(FOUND.settlement().emissionsKg()));
  }

  private static double cost(JsonNode peaks, String where) {
    for (JsonNode peak : peaks) {
      if (peak.get("where").stringValue().equals(where)) {
        return peak.get("cost").doubleValue();
      }
    }
    throw new AssertionError("no peak of " + where);
  }

  @Test
  void readsWhatItWrote() {
    LimitValue value = new LimitValue("station 'depot': connection import", 1, "kW", 0.1, 0.2);
    LimitValue ofAll = new LimitValue("branch 3-4", null, "kVA", 0, 0.2);
    Result written = result(List.of(value, ofAll));
    Result read =
        ResultReader.read("result.json", ResultWriter.text(DEPOT, written), DEPOT).result();
    assertThat(read)
        .usingRecursiveComparison()
        // Voltages of all buses are not in the file.
        .ignoringFields("verification.grid")
        .isEqualTo(written);
  }

  @Test
  void whatIsTrueIsNotRefused() {
    assertThat(refusal(TEXT)).isEmpty();
  }

  /** What is said of claims beside what the powers alone miss. */
  private static List<String> refusal(String text) {
    try {
      ReportedResult reported = ResultReader.read("result.json", text, DEPOT);
      Dispatch dispatch = Objects.requireNonNull(reported.result().dispatch());
      List<String> sentences =
          new ArrayList<>(Verifier.verify(DEPOT, dispatch, reported.claims()).violations());
      sentences.removeAll(Verifier.verify(DEPOT, dispatch).violations());
      sentences.removeIf(sentence -> sentence.startsWith("substation"));
      return sentences;
    } catch (InputException wrong) {
      return List.of(wrong.sentence());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/vehicles, energyKwh",
    "/vehicles, shortfallKwh",
    "/batteries, energyKwh",
    "/stations, netKw",
    "/stations, importKw",
    "/stations, exportKw",
    "/peaks, kw",
    "/peaks, cost",
    "/emissionsKg, ''",
    "/cost, peaks",
    "/cost, emissions",
    "/cost, wear",
    "/cost, stored",
  })
  void everyNumberCounts(String start, String field) {
    List<String> places =
        JsonPlaces.of(TEXT, JsonNode::isNumber).stream()
            .filter(place -> place.startsWith(start) && place.contains(field))
            .toList();
    assertThat(places).isNotEmpty();
    for (String place : places) {
      double number = json().at(place).doubleValue();
      for (double other : new double[] {number + 0.5, number * 0.9 - 0.2}) {
        String lie = JsonPlaces.with(TEXT, place, other);
        assertThat(refusal(lie))
            .as("%s = %s", place, other)
            .anyMatch(sentence -> sentence.contains(field.replace("Kwh", "")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vehicles", "batteries", "solar"})
  void powersOfWhatMovesMustBeThere(String field) {
    ObjectNode root = (ObjectNode) json();
    root.remove(field);
    assertThatThrownBy(() -> ResultReader.read("result.json", root.toString(), DEPOT))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "result.json: "
                + field
                + " has no \\w+ '\\w+', which scenario 'depot-hour' has\nMaybe .*");
  }

  @Test
  void theRestMayBeLeftOut() {
    ObjectNode root = (ObjectNode) json();
    root.remove(List.of("stations", "peaks", "limitValues", "emissionsKg", "notes", "trace"));
    for (JsonNode van : root.get("vehicles")) {
      ((ObjectNode) van).remove(List.of("energyKwh", "shortfallKwh"));
    }
    Result read = ResultReader.read("result.json", root.toString(), DEPOT).result();
    assertThat(read.dispatch()).usingRecursiveComparison().isEqualTo(DISPATCH);
    assertThat(refusal(root.toString())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\"van7\" | \"id\":\"van8\" | vehicle 'van8': scenario 'depot-hour' has no such vehicle",
        "\"id\":\"bank\" | \"id\":\"rack\" | battery 'rack': the id appears twice",
        "[7.4,7.4,0.0,5.0] | [7.4,7.4,0.0] | vehicle 'van7': chargeKw has 3 numbers, horizon.periods is 4",
        "\"activeKw\":[4.0,6.0,9.0,9.0] | \"activeKw\":[4.0,6.0,9.0,null] | solar 'roof': activeKw[3] must be a number, not null",
        "\"activeKw\":[4.0,6.0,9.0,9.0] | \"activeKW\":[4.0,6.0,9.0,9.0] | solar 'roof': activeKW is not a field",
        "\"energyKwh\":[40.0, | \"energyKwh\":[ | battery 'bank': energyKwh has 4 entries, horizon.periods + 1 is 5",
        "\"id\":\"shop\" | \"id\":\"pub\" | station 'pub': scenario 'depot-hour' has no such station",
        "\"where\":\"substation\" | \"where\":7 | peaks[2].where must be a text, not 7",
        "\"exportKw\":[0.0,0.0,0.0,0.0] | \"exportKw\":[0.0,0.0,0.0] | station 'depot': exportKw has 3 numbers, horizon.periods is 4",
      })
  void saysWhatIsWrong(String piece, String replacement, String sentence) {
    assertThat(TEXT).contains(piece);
    String broken = TEXT.replace(piece, replacement);
    assertThatThrownBy(() -> ResultReader.read("result.json", broken, DEPOT))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("result.json: " + sentence + "\nMaybe ");
  }

  @Test
  void theFileIsValidByTheSchema() {
    SchemaTest.assertValidResult(TEXT);
    SchemaTest.assertValidResult(
        ResultWriter.text(
            DEPOT, result(List.of(new LimitValue("branch 3-4", null, "kVA", 0, 0.2)))));
  }
}
