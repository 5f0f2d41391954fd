package io.evenflow.report;

import io.evenflow.fleet.Battery;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Energy of stationary batteries, the greatest first.
 *
 * @param curves of those shown
 * @param total how many there are
 */
record BatteryChart(List<Curve> curves, int total) {
  /** More lines could not be told apart. */
  static final int MOST = 6;

  /**
   * A battery.
   *
   * @param name its id
   * @param capacityKwh what it holds. Unit: kWh
   * @param energyKwh at the start of each period and at the end. Unit: kWh
   */
  record Curve(String name, double capacityKwh, List<@Nullable Double> energyKwh) {}

  static BatteryChart of(Scenario scenario, Dispatch dispatch) {
    List<Curve> all =
        IntStream.range(0, dispatch.assets().batteryChargeKw().length)
            .mapToObj(b -> curve(scenario, dispatch, b))
            .sorted(Comparator.comparingDouble(Curve::capacityKwh).reversed())
            .toList();
    return new BatteryChart(all.stream().limit(MOST).toList(), all.size());
  }

  private static Curve curve(Scenario scenario, Dispatch dispatch, int index) {
    Battery battery = scenario.batteries().get(index);
    double[] energy = energyKwh(scenario, dispatch, index);
    return new Curve(battery.id(), battery.capacityKwh(), Series.of(energy, 2));
  }

  /** Energy at the start of each period and at the end. Unit: kWh. */
  static double[] energyKwh(Scenario scenario, Dispatch dispatch, int index) {
    Battery battery = scenario.batteries().get(index);
    double[] charge = dispatch.assets().batteryChargeKw()[index];
    double[] discharge = dispatch.assets().batteryDischargeKw()[index];
    double[] energy = new double[scenario.periods() + 1];
    energy[0] = battery.startEnergyKwh();
    for (int t = 0; t < scenario.periods(); t++) {
      double gainedKw =
          battery.charger().chargeEfficiency() * charge[t]
              - discharge[t] / battery.charger().dischargeEfficiency();
      energy[t + 1] = energy[t] + scenario.horizon().hours(t) * gainedKw;
    }
    return energy;
  }
}
