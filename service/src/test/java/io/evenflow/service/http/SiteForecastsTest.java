package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/**
 * What is expected of a site, and how it shares where energy is short. Eight hours from midnight on
 * 1 MVA; the branch to the chargers carries 200 kVA beside 150 kW of load.
 *
 * <pre>
 * substation [1] === 2 (100 kW, station a) --- 3 (50 kW, station b with a roof)
 * </pre>
 */
class SiteForecastsTest {
  static final String DAY =
      """
      {"format": "evenflow-scenario/2", "name": "site", "currency": "EUR",
       "feeder": {"case": "three", "matpower": "%s"},
       "horizon": {"start": "2024-04-09T00:00:00Z", "periods": 8, "stepMinutes": 60},
       "prices": {"perMwh": [50, 20, 60, 60, 60, 60, 60, 60]},
       "emissions": {"gramsPerKwh": 0, "pricePerTonne": 500},
       "stations": [{"id": "a", "bus": 2, "chargePowerKw": {"min": 0, "max": 50}, "chargeEfficiency": 1},
                    {"id": "b", "bus": 3, "chargePowerKw": {"min": 0, "max": 50}, "chargeEfficiency": 1,
                     "importPricePerMwh": [300, 300, 100, 100, 100, 120, 100, 100],
                     "exportPricePerMwh": 0}],
       "solar": [{"id": "roof", "station": "b", "availableKw": 0, "curtailable": true}],
       "sessions": []}"""
          .formatted(
              String.join(
                  "\\n",
                  "function mpc = three",
                  "mpc.version = '2';",
                  "mpc.baseMVA = 1;",
                  "mpc.bus = [1 3 0 0 0 0 1 1 0 12.66 1 1 1;",
                  "2 1 0.1 0 0 0 1 1 0 12.66 1 1.1 0.9;",
                  "3 1 0.05 0 0 0 1 1 0 12.66 1 1.1 0.9];",
                  "mpc.gen = [1 0 0 2 -2 1 1 1 2 0];",
                  "mpc.branch = [1 2 0.02 0.02 0 0.2 0 0 0 0 1 -360 360;",
                  "2 3 0.02 0.02 0 0 0 0 0 0 1 -360 360];",
                  "mpc.gencost = [2 0 0 2 60 0];"));

  private static final String SITE = "/api/v1/sites/street";
  private static final Instant MIDNIGHT = Instant.parse("2024-04-09T00:00:00Z");

  @RegisterExtension private final TestService service = new TestService();

  private static Instant at(int hour) {
    return MIDNIGHT.plusSeconds(3600L * hour);
  }

  private JsonNode arrive(String session, String station, int leaves, double energy, double wants) {
    HttpResponse<String> answer =
        service.send(
            "PATCH",
            SITE + "/sessions/" + session + "?deadline=20",
            """
                {"at": "%s", "station": "%s", "departure": "%s", "batteryKwh": 200,
                 "energyKwh": %s, "targetKwh": %s}"""
                .formatted(at(0), station, at(leaves), energy, wants));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestService.json(answer);
  }

  private HttpResponse<String> expect(int from, String what) {
    return service.send(
        "PUT",
        SITE + "/forecasts?deadline=20",
        "{\"at\": \"%s\", \"from\": \"%s\", %s}".formatted(at(0), at(from), what));
  }

  static double[] kw(JsonNode plan, String session) {
    return StreamSupport.stream(plan.get("sessions").spliterator(), false)
        .filter(each -> each.get("id").asString().equals(session))
        .flatMap(each -> StreamSupport.stream(each.get("netKw").spliterator(), false))
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double kwh(double[] kw) {
    return java.util.Arrays.stream(kw).sum();
  }

  /** Behind b's meter a kWh costs 0.1 in cheap hours; what the roof gives costs nothing. */
  @Test
  void vehiclesWaitForTheSunThatIsExpected() {
    service.send("PUT", SITE, DAY);
    JsonNode before = arrive("ev", "b", 8, 10, 50);
    assertThat(kw(before, "ev")[5]).isZero();

    JsonNode plan =
        TestService.json(expect(5, "\"solar\": [{\"id\": \"roof\", \"availableKw\": [40, 0, 0]}]"));

    assertThat(kw(plan, "ev")[5]).isCloseTo(40, within(0.1));
    assertThat(plan.get("changes").toString()).contains("\"reason\":\"forecast\"");
    assertThat(plan.get("objective").asDouble())
        .isLessThan(before.get("objective").asDouble() - 3.9);
  }

  /** 180 kW of load at station a leave the branch nothing for its vehicle in the second hour. */
  @Test
  void vehiclesMakeRoomForLoadsThatAreExpected() {
    service.send("PUT", SITE, DAY);
    JsonNode before = arrive("ev", "a", 3, 10, 50);
    assertThat(kw(before, "ev")[1]).as("the cheapest hour").isCloseTo(40, within(0.1));

    JsonNode station =
        TestService.json(expect(1, "\"stations\": [{\"id\": \"a\", \"loadKw\": [49]}]"));
    assertThat(kw(station, "ev")[1]).isLessThan(1);
    assertThat(kwh(kw(station, "ev"))).isCloseTo(40, within(0.1));
    JsonNode feeder =
        TestService.json(
            expect(
                1,
                "\"stations\": [{\"id\": \"a\", \"loadKw\": [0]}], \"loads\": {\"scale\": [1.2]}"));
    assertThat(kw(feeder, "ev")[1]).as("beside 180 kW").isBetween(15.0, 20.0);
    assertThat(feeder.get("changes").toString()).contains("\"reason\":\"forecast\"");
  }

  /** All of it at once, for the inputs of the plan and for another process. */
  @Test
  void whatIsExpectedIsKept() {
    service.send("PUT", SITE, DAY);
    arrive("ev", "a", 8, 10, 20);
    HttpResponse<String> answer =
        expect(
            2,
            """
            "solar": [{"id": "roof", "availableKw": [7, 8]}], "loads": {"scale": [0.5]},
            "stations": [{"id": "b", "loadKw": [3]}, {"id": "a", "loadKw": [-4]}],
            "prices": {"perMwh": [-5]}, "emissions": {"gramsPerKwh": [300]}""");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    service.restart();
    arrive("other", "b", 8, 10, 10);

    JsonNode inputs = TestService.json(service.get(SITE + "/plans/3")).get("inputs");

    Scenario rest = ScenarioReader.read("inputs", inputs.toString());
    assertThat(rest.solar().getFirst().availableKw().toArray())
        .containsExactly(0, 0, 7, 8, 0, 0, 0, 0);
    assertThat(rest.loads().scale()).containsExactly(1, 1, 0.5, 1, 1, 1, 1, 1);
    assertThat(rest.stations().getFirst().site().loadKw(2)).isEqualTo(-4);
    assertThat(rest.stations().getLast().site().loadKw(2)).isEqualTo(3);
    assertThat(rest.prices().perMwh(2)).isEqualTo(-5);
    assertThat(Objects.requireNonNull(rest.emissions()).gramsPerKwh().at(2)).isEqualTo(300);
  }

  @Test
  void forecastsOfNothingAreRefused() {
    service.send("PUT", SITE, DAY);
    assertThat(TestService.problem(expect(1, "\"solar\": []")))
        .isEqualTo(
            "422 invalid-scenario: body: nothing is expected from 2024-04-09T01:00:00Z on\n"
                + "Maybe one of these is missing: solar, stations, loads, prices, emissions, newcomers.");
    assertThat(TestService.problem(expect(1, "\"solar\": [{\"id\": \"x\", \"availableKw\": [1]}]")))
        .startsWith("409 refused: SolarExpected: no plant 'x'\nMaybe ");
    assertThat(TestService.problem(expect(1, "\"stations\": [{\"id\": \"x\", \"loadKw\": [1]}]")))
        .startsWith("409 refused: LoadExpected: station 'x' does not exist\nMaybe ");
    assertThat(TestService.problem(expect(7, "\"loads\": {\"scale\": [1, 1]}")))
        .startsWith("409 refused: loads: scale has more than the last periods of the site's day");
    assertThat(TestService.problem(expect(1, "\"loads\": {\"scale\": [1], \"factor\": 2}")))
        .startsWith("422 invalid-scenario: body: loads.factor is not a field\nMaybe one of these");
    assertThat(
            TestService.problem(expect(1, "\"stations\": [{\"id\": \"a\", \"loadKw\": [1e12]}]")))
        .startsWith("422 invalid-scenario: body: stations[0].loadKw[0] (1.0E12) must be at most");
  }

  /**
   * Two hours of some 49 kW for 100 kWh, of which 50 kW would give all. Another process shares as
   * this one.
   */
  @Test
  void aSiteThatSharesGivesAllTheSameShare() {
    HttpResponse<String> put = service.send("PUT", SITE + "?fair=max-min", DAY);
    assertThat(TestService.json(put).get("fair").asString()).isEqualTo("max-min");
    service.restart();

    JsonNode plan = arrive("ev1", "a", 2, 10, 110);

    JsonNode fairness = plan.get("fairness");
    assertThat(fairness.get("share").asDouble()).isCloseTo(0.98, within(0.01));
    assertThat(fairness.get("sessions").get(0).asString()).isEqualTo("ev1");
    assertThat(service.send(service.request("/sites/street").build()).body())
        .contains("all have 98 % of what they want");
    assertThat(TestService.json(service.get(SITE)).get("fair").asString()).isEqualTo("max-min");
    assertThat(TestService.json(service.send("PUT", SITE, DAY)).get("fair").asString())
        .as("put anew without it")
        .isEqualTo("none");
    assertThat(arrive("ev1", "a", 2, 10, 110).has("fairness")).isFalse();
    assertThat(TestService.problem(service.send("PUT", SITE + "?fair=all", DAY)))
        .startsWith(
            "400 invalid-parameter: parameter fair ('all') must be one of none, max-min\nMaybe ");
  }

  /**
   * Runs likewise, as the command line with --fair: two hours of some 49 kW for 100 and 60 kWh are
   * 0.61 of it for both, where cost alone does not care who of them has it.
   */
  @Test
  void runsShareLikewise() throws InterruptedException {
    String sessions =
        """
        "sessions": [{"id": "ev1", "station": "a", "arrival": 0, "departure": 2, "batteryKwh": 200,
                      "arrivalEnergyKwh": 10, "targetEnergyKwh": 110, "shortfallCostPerKwh": 1},
                     {"id": "ev2", "station": "a", "arrival": 0, "departure": 2, "batteryKwh": 200,
                      "arrivalEnergyKwh": 20, "targetEnergyKwh": 80, "shortfallCostPerKwh": 1}]""";
    String day = DAY.replace("\"sessions\": []", sessions);

    JsonNode run = service.ended(service.submitted("?fair=max-min", day));

    assertThat(run.get("asked").get("fair").asString()).isEqualTo("max-min");
    String path = "/api/v1/runs/" + run.get("id").asString() + "/result";
    JsonNode fairness = TestService.json(service.get(path)).get("fairness");
    assertThat(fairness.get("share").asDouble()).isCloseTo(0.61, within(0.02));
    assertThat(TestService.problem(service.post("?fair=max-min&method=two-stage", day)))
        .isEqualTo(
            "400 invalid-parameter: fair max-min does not go with method 'two-stage'\n"
                + "Maybe method certified is meant: shares are proven by it alone.");
  }
}
