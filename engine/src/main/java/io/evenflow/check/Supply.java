package io.evenflow.check;

import io.evenflow.market.Emissions;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What all generators' energy costs and emits over the horizon, at given imports. */
final class Supply {
  private final Scenario scenario;
  private final double[] importKw;
  private double generationCost;

  /**
   * @param importKw what the substation gives, by period. Unit: kW
   */
  Supply(Scenario scenario, Dispatch dispatch, double[] importKw) {
    this.scenario = scenario;
    this.importKw = importKw.clone();
    for (int period = 0; period < importKw.length; period++) {
      Generation generation = new Generation(scenario, dispatch, period);
      generationCost +=
          scenario.horizon().hours(period) * generation.costPerHourWithImport(importKw[period]);
    }
  }

  /** Without emissions. Unit: currency. */
  double generationCost() {
    return generationCost;
  }

  /** CO₂ of what the substation draws, null where nothing is said of it. Unit: kg. */
  @Nullable Double emissionsKg() {
    Emissions emissions = scenario.emissions();
    if (emissions == null) {
      return null;
    }
    double kg = 0;
    for (int period = 0; period < importKw.length; period++) {
      double kwh = scenario.horizon().hours(period) * importKw[period];
      kg += emissions.gramsPerKwh().at(period) * kwh / 1000;
    }
    return kg;
  }

  /** Unit: currency. */
  double emissionsCost() {
    Emissions emissions = scenario.emissions();
    Double kg = emissionsKg();
    return emissions == null || kg == null ? 0 : emissions.pricePerTonne() * kg / 1000;
  }

  /** By period. Unit: kW. */
  double[] importKw() {
    return importKw.clone();
  }
}
