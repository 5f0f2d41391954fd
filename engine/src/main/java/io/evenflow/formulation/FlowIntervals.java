package io.evenflow.formulation;

import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/**
 * What flows, currents and voltages of a period can be at all, whatever vehicles and generators do:
 * intervals that follow from the limits of voltages, ratings, generators and chargers through the
 * equations (1)–(4), from the leaves to the substation and back until they stand still. A current
 * is bounded first by what leaves its branch at the child's end, P' = P − r·l and Q' = Q − x·l:
 *
 * <pre>
 * l = (P'² + Q'²)/ṽⱼ ≤ max (P'² + Q'²) / min ṽⱼ
 * </pre>
 *
 * <p>That needs no bound on l itself, so that every interval is finite where the least voltages are
 * above 0 and generators along the feeder have finite limits. It holds for the equality (4) only:
 * in the relaxation l may be anything above. Unit: p.u.
 */
final class FlowIntervals {
  private static final int ROUNDS = 30;

  /** Rounds end when no interval shrinks by more than this part of itself. */
  private static final double STILL = 1e-3;

  private final Scenario scenario;
  private final Feeder feeder;
  private final PerUnit grid;
  private final int period;
  private final Interval[] placeKw;
  private final Interval[] solarKvar;

  /** P, Q, l of each branch; entry 0 unused. */
  final Interval[] active;

  final Interval[] reactive;
  final Interval[] current;

  /** v of each bus. */
  final Interval[] voltage;

  private boolean moved;
  private boolean contradiction;

  /**
   * Intervals where the net power of each place and what each plant of PV feeds in beyond what is
   * given are within their own. Units: kW, kvar.
   */
  FlowIntervals(
      Scenario scenario, PerUnit grid, int period, Interval[] placeKw, Interval[] solarKvar) {
    this.placeKw = placeKw;
    this.solarKvar = solarKvar;
    this.scenario = scenario;
    this.feeder = scenario.feeder();
    this.grid = grid;
    this.period = period;
    int n = feeder.busCount();
    active = filled(n, Interval.ALL);
    reactive = filled(n, Interval.ALL);
    current = filled(n, new Interval(0, Double.POSITIVE_INFINITY));
    voltage = new Interval[n];
    for (int j = 0; j < n; j++) {
      voltage[j] = new Interval(grid.voltageSquaredMin[j], grid.voltageSquaredMax[j]);
    }
    rate();
    moved = true;
    for (int round = 0; round < ROUNDS && moved && !contradiction; round++) {
      moved = false;
      fromLeaves();
      fromSubstation();
    }
  }

  private static Interval[] filled(int n, Interval interval) {
    Interval[] all = new Interval[n];
    Arrays.fill(all, interval);
    return all;
  }

  /**
   * Intersects; what would be empty stays as it was, so that the proof of it is left to the solver.
   */
  private void shrink(Interval[] intervals, int j, Interval by) {
    Interval old = intervals[j];
    Interval shrunk = old.and(by.widened());
    if (shrunk.isEmpty() || Double.isNaN(shrunk.least() + shrunk.most())) {
      contradiction |= shrunk.isEmpty();
      return;
    }
    double width = old.most() - old.least();
    moved |= width - (shrunk.most() - shrunk.least()) > STILL * width || Double.isInfinite(width);
    intervals[j] = shrunk;
  }

  /** A rating holds at the parent's end with half of the charging current in it. */
  private void rate() {
    for (int j = 1; j < active.length; j++) {
      if (Double.isFinite(grid.rating[j])) {
        Interval disc = new Interval(-grid.rating[j], grid.rating[j]);
        shrink(active, j, disc);
        shrink(reactive, j, disc.plus(parentVoltage(j).times(grid.charging[j] / 2)));
      }
    }
  }

  private void fromLeaves() {
    for (int j = active.length - 1; j > 0; j--) {
      Interval p = activeBelow(j);
      Interval q = reactiveBelow(j);
      shrink(current, j, p.square().plus(q.square()).over(childVoltage(j)));
      shrink(current, j, active[j].square().plus(reactive[j].square()).over(parentVoltage(j)));
      shrink(active, j, p.plus(current[j].times(grid.resistance[j])));
      shrink(reactive, j, q.plus(current[j].times(grid.reactance[j])));
    }
  }

  private void fromSubstation() {
    for (int j = 0; j < active.length; j++) {
      if (j > 0) {
        dropVoltage(j);
      }
      Interval p = activeSupply(j);
      Interval q = reactiveSupply(j);
      for (int child : feeder.children(j)) {
        Interval restP = p;
        Interval restQ = q;
        for (int sibling : feeder.children(j)) {
          restP = sibling == child ? restP : restP.minus(active[sibling]);
          restQ = sibling == child ? restQ : restQ.minus(reactive[sibling]);
        }
        shrink(active, child, restP);
        shrink(reactive, child, restQ);
      }
    }
  }

  /** (3), for ṽⱼ. */
  private void dropVoltage(int j) {
    double r = grid.resistance[j];
    double x = grid.reactance[j];
    Interval drop =
        active[j]
            .times(2 * r)
            .plus(reactive[j].times(2 * x))
            .minus(current[j].times(r * r + x * x));
    shrink(voltage, j, parentVoltage(j).minus(drop).times(1 / grid.childTap[j]));
  }

  /** P − r·l: what bus j and all below it draw. */
  private Interval activeBelow(int j) {
    Interval sum = activeLoad(j);
    for (int child : feeder.children(j)) {
      sum = sum.plus(active[child]);
    }
    return sum;
  }

  /** Q − x·l likewise; half of the branch's own charging is behind the series impedance. */
  private Interval reactiveBelow(int j) {
    Interval sum = reactiveLoad(j).minus(childVoltage(j).times(grid.charging[j] / 2));
    for (int child : feeder.children(j)) {
      sum = sum.plus(reactive[child]);
    }
    return sum;
  }

  /** What the branches below bus j get together. */
  private Interval activeSupply(int j) {
    Interval arriving = j == 0 ? Interval.ZERO : active[j].minus(lost(grid.resistance[j], j));
    return arriving.minus(activeLoad(j));
  }

  private Interval reactiveSupply(int j) {
    Interval arriving =
        j == 0
            ? Interval.ZERO
            : reactive[j]
                .minus(lost(grid.reactance[j], j))
                .plus(childVoltage(j).times(grid.charging[j] / 2));
    return arriving.minus(reactiveLoad(j));
  }

  private Interval lost(double impedance, int j) {
    return current[j].times(impedance);
  }

  private Interval parentVoltage(int j) {
    return voltage[feeder.parent(j)].times(grid.parentTap[j]);
  }

  private Interval childVoltage(int j) {
    return voltage[j].times(grid.childTap[j]);
  }

  /** Load, shunt and places at a bus, less its generators. */
  private Interval activeLoad(int j) {
    Interval load =
        voltage[j]
            .times(grid.shuntConductance[j])
            .plus(grid.powerOfMw(scenario.fixedActiveMw(j, period)));
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == j) {
        load = load.minus(power(scenario.activeMinMw(g, period), scenario.activeMaxMw(g, period)));
      }
    }
    for (int k = 0; k < placeKw.length; k++) {
      if (scenario.places().bus(k) == j) {
        load = load.plus(placeKw[k].times(grid.powerOfKw(1)));
      }
    }
    return load;
  }

  /** The same, with the charging of the branches that leave the bus. */
  private Interval reactiveLoad(int j) {
    Interval load =
        voltage[j]
            .times(-grid.shuntSusceptance[j])
            .plus(grid.powerOfMw(scenario.fixedReactiveMvar(j, period)));
    for (int child : feeder.children(j)) {
      load = load.minus(parentVoltage(child).times(grid.charging[child] / 2));
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      Generator generator = feeder.generators().get(g);
      if (feeder.generatorBus(g) == j) {
        load = load.minus(power(generator.reactiveMinMvar(), generator.reactiveMaxMvar()));
      }
    }
    for (int i = 0; i < solarKvar.length; i++) {
      if (scenario.busIndexOf(scenario.solar().get(i).location()) == j) {
        load = load.minus(solarKvar[i].times(grid.powerOfKw(1)));
      }
    }
    return load;
  }

  private Interval power(double leastMw, double mostMw) {
    return new Interval(grid.powerOfMw(leastMw), grid.powerOfMw(mostMw));
  }
}
