package io.evenflow.check;

import io.evenflow.fleet.Solar;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.Arrays;

/**
 * Holds a claimed optimum without vehicles against the AC power flow of the load alone. Where one
 * generator at a substation of fixed voltage feeds all, that flow is the optimum; where there is a
 * choice, the schedule's own generators, PV and voltages are one of the days that it must not
 * exceed.
 */
final class WithoutVehiclesCheck {
  private final Scenario scenario;
  private final Feeder feeder;
  private final Dispatch dispatch;
  private final Violations untrue;

  WithoutVehiclesCheck(Scenario scenario, Dispatch dispatch, Violations untrue) {
    this.scenario = scenario;
    this.feeder = scenario.feeder();
    this.dispatch = dispatch;
    this.untrue = untrue;
  }

  void check(double claimed) {
    Verification alone = Verifier.verify(scenario.withoutStorage(), withoutStorage());
    double cost = alone.cost().total();
    String currency = " " + scenario.currency();
    if (isTheOnlyDay()) {
      untrue.requireClaim(
          "withoutVehicles",
          claimed,
          "the load alone costs",
          cost,
          currency,
          Tolerances.costOf(cost));
      if (!alone.acFeasible()) {
        untrue.add(
            "withoutVehicles: claims %s%s, but without vehicles the limits are not kept: %s"
                .formatted(Violations.text(claimed), currency, alone.violations().getFirst()));
      }
    } else if (generatorsAtSubstation() == 1
        && alone.acFeasible()
        && !(claimed <= cost + Tolerances.costOf(cost))) {
      untrue.add(
          "withoutVehicles: claims %s%s, without vehicles its own generators%s and voltages cost %s%s"
              .formatted(
                  Violations.text(claimed),
                  currency,
                  scenario.solar().isEmpty() ? "" : ", PV",
                  Violations.text(cost),
                  currency));
    }
  }

  private Dispatch withoutStorage() {
    double[][] none = {};
    int plants = scenario.solar().size();
    double[][] solarKw = new double[plants][];
    double[][] solarKvar = new double[plants][];
    for (int i = 0; i < plants; i++) {
      Solar plant = scenario.solar().get(i);
      boolean isGiven = !plant.isDecided();
      solarKw[i] = isGiven ? plant.availableKw().toArray() : dispatch.assets().solarKw()[i];
      solarKvar[i] = isGiven ? givenKvar(plant) : dispatch.assets().solarKvar()[i];
    }
    return new Dispatch(
        none,
        none,
        dispatch.generatorKw(),
        dispatch.generatorKvar(),
        dispatch.substationVoltagePu(),
        new Dispatch.Assets(none, none, none, none, solarKw, solarKvar));
  }

  /** What a plant without choices feeds in, whatever the schedule says. */
  private static double[] givenKvar(Solar plant) {
    double drawn = plant.reactive() == Solar.Reactive.FIXED ? SolarCheck.drawnKvarPerKw(plant) : 0;
    return Arrays.stream(plant.availableKw().toArray()).map(kw -> -drawn * kw).toArray();
  }

  private boolean isTheOnlyDay() {
    Bus substation = feeder.substation();
    return substation.voltageMinPu() == substation.voltageMaxPu()
        && scenario.solar().stream().noneMatch(Solar::isDecided)
        && feeder.generators().size() == 1
        && generatorsAtSubstation() == 1;
  }

  private int generatorsAtSubstation() {
    int count = 0;
    for (int g = 0; g < feeder.generators().size(); g++) {
      count += feeder.generatorBus(g) == 0 ? 1 : 0;
    }
    return count;
  }
}
