package io.evenflow.report;

import io.evenflow.check.TrueImport;
import io.evenflow.check.Verifier;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.List;
import java.util.Map;

/**
 * Four hours of a depot: a building of 10 kW, a roof, a battery and a van that is away in the third
 * hour; a car elsewhere.
 *
 * <pre>
 * hour                    0     1     2     3
 * building    kW         10    10    10    10
 * van         kW        +20    +5  road     0
 * battery     kW        +10     0   −20     0
 * roof        kW          0    −5    −8   −12
 * net         kW         40    10   −18    −2
 * car         kW          0    20     0     0   elsewhere
 * </pre>
 */
final class AssetDay {
  static final Scenario DAY =
      ScenarioReader.read(
          "assets.json",
          """
          {"format": "evenflow-scenario/2", "name": "assets", "currency": "EUR",
           "feeder": {"case": "case33bw"},
           "horizon": {"start": "2024-04-09T08:00:00+02:00", "periods": 4, "stepMinutes": 60},
           "prices": {"perMwh": [50, 10, 90, 60]},
           "loads": {"scale": [0.5, 0.5, 0.5, 0.5]},
           "stations": [{"id": "depot", "bus": 6, "chargePowerKw": {"min": 4, "max": 22},
                         "importPricePerMwh": [150, 110, 190, 160], "exportPricePerMwh": 5,
                         "loadKw": 10, "connectionKw": {"import": 40, "export": 30},
                         "peakCharge": {"perKw": 0.5, "soFarKw": 30}},
                        {"id": "street", "bus": 8, "chargePowerKw": {"min": 4, "max": 22}}],
           "solar": [{"id": "roof", "station": "depot", "availableKw": [0, 5, 10, 12],
                      "curtailable": true}],
           "batteries": [{"id": "rack", "station": "depot", "capacityKwh": 40, "startEnergyKwh": 20,
                          "endValuePerKwh": 0.1, "chargePowerKw": {"min": 0, "max": 20},
                          "dischargePowerKw": {"min": 0, "max": 20}}],
           "vehicles": [{"id": "van", "batteryKwh": 60, "startEnergyKwh": 10, "endEnergyKwh": 20,
                         "stays": [{"station": "depot", "arrival": 0, "departure": 2,
                                    "departEnergyKwh": 38},
                                   {"station": "depot", "arrival": 3, "departure": 4,
                                    "usedKwh": 15}]}],
           "sessions": [{"id": "car", "station": "street", "arrival": 1, "departure": 3,
                         "batteryKwh": 40, "arrivalEnergyKwh": 10, "targetEnergyKwh": 30}],
           "emissions": {"gramsPerKwh": 300, "pricePerTonne": 50}}
          """);

  private AssetDay() {}

  static Dispatch dispatch() {
    double[][] none = {{0, 0, 0, 0}};
    Dispatch dispatch =
        new Dispatch(
            new double[][] {{0, 20, 0, 0}},
            none,
            new double[1][4],
            new double[1][4],
            new double[] {1, 1, 1, 1},
            new Dispatch.Assets(
                new double[][] {{20, 5, 0, 0}},
                none,
                new double[][] {{10, 0, 0, 0}},
                new double[][] {{0, 0, 20, 0}},
                new double[][] {{0, 5, 8, 12}},
                none));
    TrueImport.setIn(DAY, dispatch);
    return dispatch;
  }

  static Result result() {
    Dispatch dispatch = dispatch();
    Verification check = Verifier.verify(DAY, dispatch);
    Cost cost = check.cost();
    return new Result(
        DAY.name(),
        "certified",
        SolvedProblem.AC,
        Status.OPTIMAL,
        dispatch,
        false,
        cost,
        cost.total() - 0.1,
        cost.total() - 14,
        0,
        Map.of("total", 1.0),
        List.of(),
        List.of(),
        check,
        List.of(
            new LimitValue("station 'depot': connection import", 0, "kW", 0.01, 0.012),
            new LimitValue("branch 5-6", null, "kVA", 0, 0.001)),
        null);
  }
}
