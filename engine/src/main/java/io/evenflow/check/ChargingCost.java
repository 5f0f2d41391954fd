package io.evenflow.check;

import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What stations pay: their tariff on the net energy of all behind the meter, or the day's prices,
 * both ways, on what sessions and vehicles draw.
 */
final class ChargingCost {
  private ChargingCost() {}

  /** Over the horizon. Unit: currency. */
  static double of(Scenario scenario, Dispatch dispatch, Meters meters) {
    double[] sum = {0};
    for (int t = 0; t < scenario.periods(); t++) {
      double hours = scenario.horizon().hours(t);
      double perKw = hours * scenario.prices().perMwh(t) / 1000;
      ChargePoints.forEach(
          scenario,
          dispatch,
          t,
          (station, charge, discharge) -> {
            if (tariff(scenario, station) == null) {
              sum[0] += perKw * (charge - discharge);
            }
          });
      for (int k = 0; k < scenario.stations().size(); k++) {
        Tariff tariff = tariff(scenario, k);
        if (tariff != null) {
          sum[0] += tariff.cost(t, hours * meters.stationKw()[k][t]);
        }
      }
    }
    return sum[0];
  }

  private static @Nullable Tariff tariff(Scenario scenario, int station) {
    return scenario.stations().get(station).site().tariff();
  }
}
