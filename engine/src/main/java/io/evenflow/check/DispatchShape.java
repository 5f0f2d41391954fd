package io.evenflow.check;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * Whether a schedule has a number for everything that can move, every generator and period of a
 * scenario.
 */
final class DispatchShape {
  private DispatchShape() {}

  /**
   * @throws IllegalArgumentException where it has not
   */
  static void require(Scenario scenario, Dispatch dispatch) {
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    int periods = scenario.periods();
    requireRows("chargeKw", dispatch.chargeKw(), sessions, periods);
    requireRows("dischargeKw", dispatch.dischargeKw(), sessions, periods);
    requireRows("generatorKw", dispatch.generatorKw(), generators, periods);
    requireRows("generatorKvar", dispatch.generatorKvar(), generators, periods);
    requireLength("substationVoltagePu", dispatch.substationVoltagePu().length, periods);
    requireAssets(scenario, dispatch.assets());
  }

  private static void requireAssets(Scenario scenario, Dispatch.Assets assets) {
    int vehicles = scenario.vehicles().size();
    int batteries = scenario.batteries().size();
    int solar = scenario.solar().size();
    int periods = scenario.periods();
    requireRows("vehicleChargeKw", assets.vehicleChargeKw(), vehicles, periods);
    requireRows("vehicleDischargeKw", assets.vehicleDischargeKw(), vehicles, periods);
    requireRows("batteryChargeKw", assets.batteryChargeKw(), batteries, periods);
    requireRows("batteryDischargeKw", assets.batteryDischargeKw(), batteries, periods);
    requireRows("solarKw", assets.solarKw(), solar, periods);
    requireRows("solarKvar", assets.solarKvar(), solar, periods);
  }

  private static void requireRows(String name, double[][] rows, int count, int periods) {
    requireLength(name, rows.length, count);
    for (int row = 0; row < count; row++) {
      requireLength(name + "[" + row + "]", rows[row].length, periods);
    }
  }

  private static void requireLength(String name, int length, int wanted) {
    if (length != wanted) {
      throw new IllegalArgumentException(
          name + " has " + length + " entries; the scenario needs " + wanted);
    }
  }
}
