package io.evenflow.report;

import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** When connections are used up, or all plugs of a station. */
final class SiteLimits {
  /** How near its limit a power counts as at it, as a share of the limit. */
  private static final double NEAR = 1e-3;

  /** The same where the limit is zero. Unit: kW */
  private static final double NEAR_ZERO_KW = 0.1;

  private final Scenario scenario;
  private final Dispatch dispatch;
  private final Map<String, List<Integer>> periods = new LinkedHashMap<>();
  private final List<BitSet> keepFromCharging = new ArrayList<>();
  private final boolean isAnyLimited;

  private SiteLimits(Scenario scenario, Dispatch dispatch, Meters meters) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    scenario.stations().forEach(station -> keepFromCharging.add(new BitSet()));
    meters.all().forEach(this::add);
    for (int k = 0; k < scenario.stations().size(); k++) {
      addPlugs(k);
    }
    isAnyLimited =
        meters.all().stream().anyMatch(meter -> !meter.connection().isUnlimited())
            || scenario.stations().stream().anyMatch(each -> each.site().plugs() != null);
  }

  static SiteLimits of(Scenario scenario, Dispatch dispatch, Settlement settlement) {
    return new SiteLimits(scenario, dispatch, Meters.of(scenario, settlement));
  }

  private void add(Meters.Meter meter) {
    for (int t = 0; t < scenario.periods(); t++) {
      double most = meter.connection().mostKw(t);
      double least = meter.connection().leastKw(t);
      if (meter.netKw()[t] >= most - near(most)) {
        add(meter.name() + " at its greatest import, " + kw(most), t);
        for (int k : meter.stations()) {
          keepFromCharging.get(k).set(t);
        }
      }
      if (meter.netKw()[t] <= least + near(least)) {
        add(meter.name() + " at its greatest export, " + kw(-least), t);
      }
    }
  }

  private static double near(double limitKw) {
    return Double.isFinite(limitKw) ? Math.max(NEAR_ZERO_KW, NEAR * Math.abs(limitKw)) : 0;
  }

  private static String kw(double limit) {
    return Figures.decimals(limit, 1) + " kW";
  }

  private void addPlugs(int station) {
    Station place = scenario.stations().get(station);
    Integer plugs = place.site().plugs();
    for (int t = 0; plugs != null && t < scenario.periods(); t++) {
      if (inUse(station, t) >= plugs) {
        add("station '%s' at all its plugs, %d".formatted(place.id(), plugs), t);
        keepFromCharging.get(station).set(t);
      }
    }
  }

  private int inUse(int station, int period) {
    int sessions =
        (int)
            IntStream.range(0, scenario.sessions().size())
                .filter(s -> scenario.stationOf(s) == station)
                .filter(s -> isOn(dispatch.chargeKw()[s], dispatch.dischargeKw()[s], period))
                .count();
    double[][] charge = dispatch.assets().vehicleChargeKw();
    double[][] discharge = dispatch.assets().vehicleDischargeKw();
    int vehicles = 0;
    for (int v = 0; v < charge.length; v++) {
      for (Vehicle.Stay stay : scenario.vehicles().get(v).stays()) {
        boolean isHere =
            stay.arrival() <= period
                && period < stay.departure()
                && scenario.stationIndex(stay.station()) == station;
        vehicles += isHere && isOn(charge[v], discharge[v], period) ? 1 : 0;
      }
    }
    return sessions + vehicles;
  }

  private static boolean isOn(double[] chargeKw, double[] dischargeKw, int period) {
    return chargeKw[period] > 1e-6 || dischargeKw[period] > 1e-6;
  }

  private void add(String words, int period) {
    periods.computeIfAbsent(words, key -> new ArrayList<>()).add(period);
  }

  /** The periods in which each limit binds, the limit in words. */
  Map<String, List<Integer>> periods() {
    return periods;
  }

  /** Periods in which a station can take no more power. */
  BitSet keepFromCharging(int station) {
    return keepFromCharging.get(station);
  }

  /** Whether any connection or station has a limit. */
  boolean isAnyLimited() {
    return isAnyLimited;
  }
}
