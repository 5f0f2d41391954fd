package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultFileTest {
  // One session at bus 6, present in both periods: 31.2 kWh, + 0.8·25 = 51.2, − 8/0.8 = 41.2.
  private static final Scenario SCENARIO = Scenarios.read(Scenarios.VALID);

  private static Dispatch dispatch() {
    return new Dispatch(
        new double[][] {{25, 0}},
        new double[][] {{0, 8}},
        new double[][] {{3900, 3870}},
        new double[][] {{2400, 2390}},
        new double[] {1, 1.02});
  }

  private static Result result(@Nullable Verification verification) {
    return new Result(
        "evening",
        "two-stage",
        SolvedProblem.RELAXATION,
        Status.OPTIMAL,
        dispatch(),
        false,
        new Cost(155.4, 1.97925, 188),
        345.3,
        300.0,
        0,
        Map.of("total", 0.25),
        List.of(Map.of("iteration", 1, "penalty", 0.5, "step", "relaxation", "done", true)),
        List.of("a note"),
        verification);
  }

  private static final Verification VERIFICATION =
      new Verification(
          false,
          0.001,
          0.25,
          1e-4,
          0,
          List.of("bus 18 is low"),
          List.of(new PeriodFlow(3890, 200, 0.91, 18, 1, 1), PeriodFlow.NONE),
          new Cost(155, 1.97925, 188));

  private static JsonNode json(Result result) {
    String text = ResultWriter.text(SCENARIO, result);
    SchemaTest.assertValidResult(text);
    return new JsonMapper().readTree(text);
  }

  @Test
  void hasTheFieldsOfTheFormat() {
    JsonNode root = json(result(VERIFICATION));
    assertThat(root.get("format").stringValue()).isEqualTo("evenflow-result/2");
    assertThat(root.get("problem").stringValue()).isEqualTo("relaxation");
    assertThat(root.get("dispatchIsBestEffort").booleanValue()).isFalse();
    assertThat(root.get("unavoidableShortfallCost").doubleValue()).isEqualTo(0);
    assertThat(root.get("status").stringValue()).isEqualTo("optimal");
    assertThat(root.get("version").stringValue()).isNotBlank();
    assertThat(root.get("objective").doubleValue()).isEqualTo(155.4 + 1.97925 + 188);
    assertThat(root.get("sessions"))
        .hasToString(
            """
            [{"id":"ev1","chargeKw":[25.0,0.0],"dischargeKw":[0.0,8.0],\
            "energyKwh":[31.2,51.2,41.2],"shortfallKwh":18.799999999999997}]""");
    assertThat(root.get("generators"))
        .hasToString(
            """
            [{"bus":1,"activeKw":[3900.0,3870.0],"reactiveKvar":[2400.0,2390.0]}]""");
    // The second period has no AC power flow: its import is the schedule's own.
    assertThat(root.get("periods"))
        .hasToString(
            """
            [{"start":"2024-04-09T00:00:00+02:00","importKw":3890.0,"lossKw":200.0,\
            "substationVoltagePu":1.0,"minVoltagePu":0.91,"minVoltageBus":18,"maxVoltagePu":1.0,\
            "maxVoltageBus":1,"stationKw":{"bus6":25.0}},\
            {"start":"2024-04-09T01:00:00+02:00","importKw":3870.0,"lossKw":null,\
            "substationVoltagePu":1.02,"minVoltagePu":null,"minVoltageBus":null,\
            "maxVoltagePu":null,"maxVoltageBus":null,"stationKw":{"bus6":-8.0}}]""");
    assertThat(root.get("verification").get("violations")).hasToString("[\"bus 18 is low\"]");
  }

  @Test
  void energiesAreNullWhileAbsent() {
    Scenario late = Scenarios.read(Scenarios.with("\"arrival\": 0", "\"arrival\": 1"));
    JsonNode root = new JsonMapper().readTree(ResultWriter.text(late, result(null)));
    assertThat(root.get("sessions").get(0).get("energyKwh")).hasToString("[null,31.2,21.2]");
    assertThat(root.get("verification").isNull()).isTrue();
  }

  @Test
  void withoutAScheduleEveryFieldIsThereAndEmpty() {
    Result infeasible =
        new Result(
            "evening",
            "direct",
            SolvedProblem.RELAXATION,
            Status.INFEASIBLE,
            null,
            false,
            null,
            Double.POSITIVE_INFINITY,
            null,
            0,
            Map.of("total", 1.0),
            List.of(),
            List.of(),
            null);
    JsonNode root = json(infeasible);
    assertThat(root.get("status").stringValue()).isEqualTo("infeasible");
    for (String field :
        List.of("objective", "bound", "relativeGap", "cost", "verification", "emissionsKg")) {
      assertThat(root.get(field).isNull()).as(field).isTrue();
    }
    for (String field :
        List.of(
            "trace",
            "sessions",
            "generators",
            "periods",
            "vehicles",
            "batteries",
            "solar",
            "stations",
            "peaks",
            "limitValues")) {
      assertThat(root.get(field)).as(field).hasToString("[]");
    }
    String text = ResultWriter.text(SCENARIO, infeasible);
    assertThat(ResultReader.read("result.json", text, SCENARIO).result().dispatch()).isNull();
  }

  @Test
  void readsWhatItWrote(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("out").resolve("result.json");
    ResultWriter.write(SCENARIO, result(VERIFICATION), file);
    ReportedResult reported = ResultReader.read(file, SCENARIO);
    assertThat(reported.result()).usingRecursiveComparison().isEqualTo(result(VERIFICATION));
    assertThat(reported.claims().totals().objective()).isEqualTo(155.4 + 1.97925 + 188);
    assertThat(reported.claims().energyKwh().get("ev1")).containsExactly(31.2, 51.2, 41.2);
    // A second result takes the place of the first, and no draft is left.
    ResultWriter.write(SCENARIO, result(null), file);
    assertThat(ResultReader.read(file, SCENARIO).result().verification()).isNull();
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files).containsExactly(file);
    }
  }

  private static final String BY_ANOTHER_PROGRAM =
      """
      {
        "format": "evenflow-result/1", "method": "by hand", "status": "feasible",
        "sessions": [{"id": "ev1", "chargeKw": [25, 0], "dischargeKw": [0, 8]}],
        "generators": [{"bus": 1, "activeKw": [3900, 3870], "reactiveKvar": [2400, 2390]}],
        "periods": [{"substationVoltagePu": 1}, {"substationVoltagePu": 1.02}]
      }
      """;

  @Test
  void readsWhatAnotherProgramWrote() {
    SchemaTest.assertValidResult(BY_ANOTHER_PROGRAM);
    ReportedResult reported = ResultReader.read("theirs.json", BY_ANOTHER_PROGRAM, SCENARIO);
    assertThat(reported.result().method()).isEqualTo("by hand");
    assertThat(reported.result().status()).isEqualTo(Status.FEASIBLE);
    assertThat(reported.result().dispatch()).usingRecursiveComparison().isEqualTo(dispatch());
    assertThat(reported.claims().totals().objective()).isNull();
    assertThat(reported.claims().energyKwh()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "evenflow-result/1 | evenflow-scenario/1 | format ('evenflow-scenario/1') must be 'evenflow-result/1' or 'evenflow-result/2'",
        "\"feasible\" | \"good\" | status ('good') is none of optimal, feasible, infeasible, time-limit, failed",
        "\"method\" | \"scenario\": \"noon\", \"method\" | scenario ('noon') must be 'evening'",
        "\"ev1\" | \"ev2\" | session 'ev2': scenario 'evening' has no such session",
        "{\"id\": \"ev1\", \"chargeKw\": [25, 0], \"dischargeKw\": [0, 8]} | `` | sessions has no session 'ev1', which scenario 'evening' has",
        "[25, 0] | [25] | session 'ev1': chargeKw has 1 numbers, horizon.periods is 2",
        "[25, 0] | [25, null] | session 'ev1': chargeKw[1] must be a number, not null",
        "[0, 8] | [0, 8], \"energyKwh\": [1, 2] | session 'ev1': energyKwh has 2 entries, horizon.periods + 1 is 3",
        "[0, 8] | [0, 8], \"energyKwh\": [1, null, 2] | session 'ev1': energyKwh[1] must be a number, not null",
        "\"chargeKw\" | \"chargeKW\" | session 'ev1': chargeKW is not a field",
        "\"bus\": 1 | \"bus\": 2 | generators[0].bus (2) must be 1",
        ", {\"substationVoltagePu\": 1.02} | `` | periods has 1 entries, horizon.periods is 2",
        "{\"substationVoltagePu\": 1} | {\"start\": \"2024-04-10T00:00Z\", \"substationVoltagePu\": 1} | periods[0].start ('2024-04-10T00:00Z') must be 2024-04-09T00:00:00+02:00",
        "{\"substationVoltagePu\": 1} | {} | periods[0].substationVoltagePu is missing",
      })
  void saysWhatIsWrong(String piece, String replacement, String sentence) {
    assertThat(BY_ANOTHER_PROGRAM).contains(piece);
    String broken = BY_ANOTHER_PROGRAM.replace(piece, replacement);
    assertThatThrownBy(() -> ResultReader.read("theirs.json", broken, SCENARIO))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("theirs.json: " + sentence + "\nMaybe ");
  }

  @Test
  void theScheduleTableHasARowForEachPeriodPresent(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("schedule.csv");
    ScheduleWriter.write(SCENARIO, dispatch(), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "session,station,bus,period,start,charge_kw,discharge_kw,energy_kwh_before,"
                + "energy_kwh_after",
            "ev1,bus6,6,0,2024-04-09T00:00:00+02:00,25.0,0.0,31.2,51.2",
            "ev1,bus6,6,1,2024-04-09T01:00:00+02:00,0.0,8.0,51.2,41.2");
    Scenario late = Scenarios.read(Scenarios.with("\"arrival\": 0", "\"arrival\": 1"));
    assertThat(ScheduleWriter.text(late, dispatch()).lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "7.400000000000001, 7.4",
    "24.999999999999996, 25.0",
    "12.3456785, 12.345678",
    "0.0000004, 0.0",
    "-0.0, 0.0",
    "1000000, 1000000.0",
  })
  void theScheduleTableHasNoNoiseOfFloatingPoint(double kw, String written) {
    Dispatch noisy = dispatch();
    noisy.chargeKw()[0][0] = kw;
    assertThat(ScheduleWriter.text(SCENARIO, noisy).lines().skip(1).findFirst().orElseThrow())
        .startsWith("ev1,bus6,6,0,2024-04-09T00:00:00+02:00," + written + ",0.0,31.2,");
    // What is read again keeps all of it.
    assertThat(json(with(noisy)).at("/sessions/0/chargeKw/0").doubleValue()).isEqualTo(kw + 0.0);
  }

  private static Result with(Dispatch dispatch) {
    Cost cost = new Cost(155.4, 1.97925, 188);
    return new Result(
        "evening",
        "two-stage",
        SolvedProblem.RELAXATION,
        Status.FEASIBLE,
        dispatch,
        false,
        cost,
        null,
        null,
        0,
        Map.of(),
        List.of(),
        List.of(),
        null);
  }

  @Test
  void aPowerThatIsNoNumberIsNeverWritten(@TempDir Path folder) {
    Dispatch broken = dispatch();
    broken.chargeKw()[0][1] = Double.NaN;
    Path file = folder.resolve("schedule.csv");
    assertThatThrownBy(() -> ScheduleWriter.write(SCENARIO, broken, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("charge_kw (NaN) must be a finite number");
    assertThat(file).doesNotExist();
  }
}
