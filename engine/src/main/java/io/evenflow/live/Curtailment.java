package io.evenflow.live;

import io.evenflow.check.PeriodGrid;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Cuts what sessions would like to draw down to what grid and connections carry in a period, by AC
 * power flow: what chargers do that know limits and no future. Powers below a session's least power
 * become none, so nothing it returns is impossible. Plugs are given in the order of sessions.
 */
public final class Curtailment {
  private static final int HALVINGS = 10;
  private final Scenario scenario;
  private final PeriodGrid grid;
  private double[] besideKw;

  public Curtailment(Scenario scenario) {
    this.scenario = scenario;
    grid = new PeriodGrid(scenario);
    besideKw = new double[scenario.stations().size()];
  }

  /** What else moves at each station from now on, less what feeds in. Unit: kW. */
  void beside(double[] stationKw) {
    besideKw = stationKw.clone();
  }

  /** Full power until the target is there, 0 where the least power is too much. Unit: kW. */
  public double fullKw(int session, int period, double energyKwh) {
    Session each = scenario.sessions().get(session);
    double kwhPerKw = each.charger().chargeEfficiency() * scenario.horizon().hours(period);
    double missing = (each.targetEnergyKwh() - energyKwh) / kwhPerKw;
    return most(session, Math.min(missing, each.charger().charge().maxKw()), energyKwh, kwhPerKw);
  }

  private double most(int session, double kw, double energyKwh, double kwhPerKw) {
    Session each = scenario.sessions().get(session);
    PowerRange range = each.charger().charge();
    if (kw <= 1e-9) {
      return 0;
    }
    boolean fits = range.minKw() * kwhPerKw <= each.batteryKwh() - energyKwh;
    return kw >= range.minKw() ? kw : fits ? range.minKw() : 0;
  }

  /** Whether powers hold as they are. Unit: kW by session, negative where one feeds in. */
  public boolean holds(int period, double[] netKw) {
    return plugsHold(netKw) && grid.holds(period, movingKw(netKw));
  }

  /** The same with the tolerances of the check: for a plan that has passed it. */
  boolean passes(int period, double[] netKw) {
    return plugsHold(netKw) && grid.passes(period, movingKw(netKw));
  }

  private double[] movingKw(double[] netKw) {
    double[] movingKw = besideKw.clone();
    for (int s = 0; s < netKw.length; s++) {
      movingKw[scenario.stationOf(s)] += netKw[s];
    }
    return movingKw;
  }

  private boolean plugsHold(double[] netKw) {
    int[] inUse = new int[scenario.stations().size()];
    for (int s = 0; s < netKw.length; s++) {
      inUse[scenario.stationOf(s)] += netKw[s] == 0 ? 0 : 1;
    }
    for (int k = 0; k < inUse.length; k++) {
      Integer plugs = scenario.stations().get(k).site().plugs();
      if (plugs != null && inUse[k] > plugs) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same highest power for all, as much as holds: equal shares, and what one does not need is
   * the others'.
   */
  public double[] equally(int period, double[] wishKw) {
    if (holds(period, wishKw)) {
      return wishKw.clone();
    }
    double low = 0;
    double high = Arrays.stream(wishKw).max().orElse(0);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean holds = holds(period, capped(wishKw, middle));
      low = holds ? middle : low;
      high = holds ? high : middle;
    }
    return capped(wishKw, low);
  }

  private double[] capped(double[] wishKw, double mostKw) {
    double[] capped = new double[wishKw.length];
    Arrays.setAll(capped, s -> feasible(s, Math.min(wishKw[s], mostKw)));
    return capped;
  }

  private double feasible(int session, double kw) {
    double least = scenario.sessions().get(session).charger().charge().minKw();
    return kw > 0 && kw < least ? 0 : kw;
  }

  /**
   * One after the other, each as much as holds beside those before it.
   *
   * @param orderOfSessions the first served first; asked only where somebody must wait
   */
  public double[] inOrder(int period, double[] wishKw, Supplier<int[]> orderOfSessions) {
    if (holds(period, wishKw)) {
      return wishKw.clone();
    }
    int[] order = orderOfSessions.get();
    double[] kw = new double[wishKw.length];
    int served = prefix(period, wishKw, order);
    for (int i = 0; i < served; i++) {
      kw[order[i]] = wishKw[order[i]];
    }
    for (int i = served; i < order.length; i++) {
      serve(period, wishKw[order[i]], order[i], kw);
    }
    return kw;
  }

  /** How many of the first ones are served in full. */
  private int prefix(int period, double[] wishKw, int[] order) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      double[] kw = new double[wishKw.length];
      for (int i = 0; i < middle; i++) {
        kw[order[i]] = wishKw[order[i]];
      }
      boolean holds = holds(period, kw);
      low = holds ? middle : low;
      high = holds ? high : middle - 1;
    }
    return low;
  }

  private void serve(int period, double wishKw, int session, double[] kw) {
    if (wishKw == 0) {
      return;
    }
    kw[session] = wishKw;
    if (holds(period, kw)) {
      return;
    }
    double low = 0;
    double high = wishKw;
    for (int i = 0; i < HALVINGS; i++) {
      kw[session] = (low + high) / 2;
      boolean holds = holds(period, kw);
      low = holds ? kw[session] : low;
      high = holds ? high : kw[session];
    }
    kw[session] = feasible(session, low);
  }
}
