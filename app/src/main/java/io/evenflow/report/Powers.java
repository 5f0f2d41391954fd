package io.evenflow.report;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What is drawn and fed in, by kind and period. Unit: kW at the meter; each 0 or more
 *
 * @param buildings loads of stations' buildings
 * @param charging of sessions and vehicles
 * @param feedingBack of sessions and vehicles
 * @param batteryCharging of stationary batteries
 * @param batteryFeeding of stationary batteries
 * @param solar fed in by PV
 */
record Powers(
    double[] buildings,
    double[] charging,
    double[] feedingBack,
    double[] batteryCharging,
    double[] batteryFeeding,
    double[] solar) {
  /** Where a battery or a roof is that is behind no station's meter. */
  private static final int AT_A_BUS = -1;

  /** Of the whole scenario. */
  static Powers of(Scenario scenario, Dispatch dispatch) {
    return of(scenario, dispatch, station -> true);
  }

  /** Of what is behind the meters of some stations, by index. */
  static Powers of(Scenario scenario, Dispatch dispatch, IntPredicate stations) {
    int periods = scenario.periods();
    Powers powers =
        new Powers(
            new double[periods],
            new double[periods],
            new double[periods],
            new double[periods],
            new double[periods],
            new double[periods]);
    powers.addStations(scenario, dispatch, stations);
    powers.addVehicles(scenario, dispatch.assets(), stations);
    powers.addAssets(scenario, dispatch.assets(), stations);
    return powers;
  }

  private void addStations(Scenario scenario, Dispatch dispatch, IntPredicate stations) {
    for (int k = 0; k < scenario.stations().size(); k++) {
      for (int t = 0; stations.test(k) && t < buildings.length; t++) {
        buildings[t] += scenario.stations().get(k).site().loadKw(t);
      }
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      if (stations.test(scenario.stationOf(s))) {
        add(charging, dispatch.chargeKw()[s]);
        add(feedingBack, dispatch.dischargeKw()[s]);
      }
    }
  }

  private void addVehicles(Scenario scenario, Dispatch.Assets assets, IntPredicate stations) {
    for (int v = 0; v < assets.vehicleChargeKw().length; v++) {
      for (Vehicle.Stay stay : scenario.vehicles().get(v).stays()) {
        boolean isMeant = stations.test(scenario.stationIndex(stay.station()));
        for (int t = stay.arrival(); isMeant && t < stay.departure(); t++) {
          charging[t] += assets.vehicleChargeKw()[v][t];
          feedingBack[t] += assets.vehicleDischargeKw()[v][t];
        }
      }
    }
  }

  private void addAssets(Scenario scenario, Dispatch.Assets assets, IntPredicate stations) {
    for (int b = 0; b < assets.batteryChargeKw().length; b++) {
      if (stations.test(station(scenario, scenario.batteries().get(b).location()))) {
        add(batteryCharging, assets.batteryChargeKw()[b]);
        add(batteryFeeding, assets.batteryDischargeKw()[b]);
      }
    }
    for (int p = 0; p < assets.solarKw().length; p++) {
      if (stations.test(station(scenario, scenario.solar().get(p).location()))) {
        add(solar, assets.solarKw()[p]);
      }
    }
  }

  private static int station(Scenario scenario, Location location) {
    String id = location.station();
    return id == null ? AT_A_BUS : scenario.stationIndex(id);
  }

  private static void add(double[] sum, double[] more) {
    Arrays.setAll(sum, t -> sum[t] + more[t]);
  }

  /** What vehicles draw less what they feed back. */
  double[] vehicles() {
    return difference(charging, feedingBack);
  }

  /** What batteries draw less what they feed in. */
  double[] batteries() {
    return difference(batteryCharging, batteryFeeding);
  }

  /** All together: what is drawn less what is fed in. */
  double[] net() {
    double[] vehicles = vehicles();
    double[] batteries = batteries();
    double[] net = new double[buildings.length];
    Arrays.setAll(net, t -> buildings[t] + vehicles[t] + batteries[t] - solar[t]);
    return net;
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    Arrays.setAll(difference, t -> one[t] - other[t]);
    return difference;
  }

  static boolean isAny(double[] kw) {
    return Arrays.stream(kw).anyMatch(each -> Math.abs(each) > 1e-6);
  }
}
