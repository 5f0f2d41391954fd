package io.evenflow.check;

import io.evenflow.grid.Feeder;

/**
 * AC power flow of a radial feeder by backward and forward sweeps over complex voltages, with
 * shunts, line charging, taps and phase shifts.
 *
 * <p>One instance serves one feeder: it may solve any number of times without allocating, and its
 * results are those of the last {@link #solve}. Every solve starts from the voltages of the feeder
 * without load, so equal inputs give equal results. Not for use by several threads at once.
 *
 * <p>Buses and branches are given by the {@link Feeder}'s indices; branch <em>j</em> feeds bus
 * <em>j</em>. Powers at a branch's ends flow into the branch, charging included, as in MATPOWER's
 * results.
 */
public final class PowerFlow {
  /** Largest change of a voltage between sweeps at which they stand still, p.u. */
  public static final double TOLERANCE_PU = 1e-12;

  private static final int MAX_ITERATIONS = 5000;

  /** Beyond this no feeder's voltage is a state on its way to a solution, p.u. */
  private static final double UNBOUNDED_PU = 1e3;

  private final Feeder feeder;
  private final Sweep sweep;
  private final double[] activeLoadPu;
  private final double[] reactiveLoadPu;
  private int iterations;

  /** A power flow for one feeder. */
  public PowerFlow(Feeder feeder) {
    this.feeder = feeder;
    this.sweep = new Sweep(feeder);
    this.activeLoadPu = new double[feeder.busCount()];
    this.reactiveLoadPu = new double[feeder.busCount()];
  }

  /**
   * Solves for given powers.
   *
   * @param substationVoltagePu voltage magnitude at the substation, p.u., above 0; its angle is 0
   * @param activeLoadMw net active load by bus index, MW: load minus the generation at every bus
   *     but the substation
   * @param reactiveLoadMvar net reactive load by bus index, Mvar, likewise; shunts not included
   * @return how it ended; results mean nothing unless {@link PowerFlowStatus#CONVERGED}
   * @throws IllegalArgumentException where an array has another length than the feeder has buses
   */
  public PowerFlowStatus solve(
      double substationVoltagePu, double[] activeLoadMw, double[] reactiveLoadMvar) {
    requireArguments(substationVoltagePu, activeLoadMw.length, reactiveLoadMvar.length);
    for (int i = 0; i < feeder.busCount(); i++) {
      activeLoadPu[i] = activeLoadMw[i] / feeder.baseMva();
      reactiveLoadPu[i] = reactiveLoadMvar[i] / feeder.baseMva();
    }
    sweep.start(substationVoltagePu);
    PowerFlowStatus status = iterate();
    // Currents that belong to the final voltages.
    sweep.backward(activeLoadPu, reactiveLoadPu);
    return status;
  }

  private PowerFlowStatus iterate() {
    for (iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
      sweep.backward(activeLoadPu, reactiveLoadPu);
      double change = sweep.forward();
      if (change <= TOLERANCE_PU) {
        return PowerFlowStatus.CONVERGED;
      }
      if (!(change < UNBOUNDED_PU)) {
        return PowerFlowStatus.DIVERGED;
      }
    }
    iterations = MAX_ITERATIONS;
    return PowerFlowStatus.ITERATION_LIMIT;
  }

  private void requireArguments(double voltage, int activeLoads, int reactiveLoads) {
    int buses = feeder.busCount();
    if (activeLoads != buses || reactiveLoads != buses) {
      throw new IllegalArgumentException(
          "%d active and %d reactive loads for %d buses"
              .formatted(activeLoads, reactiveLoads, buses));
    }
    if (!(voltage > 0)) {
      throw new IllegalArgumentException("substation voltage " + voltage + " must be above 0");
    }
  }

  /** The feeder. */
  public Feeder feeder() {
    return feeder;
  }

  /** Sweeps of the last solve. */
  public int iterations() {
    return iterations;
  }

  /** Voltage magnitude of a bus, p.u. */
  public double voltageMagnitudePu(int bus) {
    return magnitude(sweep.voltageRe[bus], sweep.voltageIm[bus]);
  }

  /** Voltage angle of a bus against the substation's, degrees. */
  public double voltageAngleDegrees(int bus) {
    return Math.toDegrees(Math.atan2(sweep.voltageIm[bus], sweep.voltageRe[bus]));
  }

  /** Active power that enters a branch at its parent's end, MW. */
  public double parentEndActiveMw(int branch) {
    int parent = feeder.parent(branch);
    return feeder.baseMva()
        * active(
            sweep.voltageRe[parent],
            sweep.voltageIm[parent],
            sweep.drawnRe[branch],
            sweep.drawnIm[branch]);
  }

  /** Reactive power that enters a branch at its parent's end, Mvar. */
  public double parentEndReactiveMvar(int branch) {
    int parent = feeder.parent(branch);
    return feeder.baseMva()
        * reactive(
            sweep.voltageRe[parent],
            sweep.voltageIm[parent],
            sweep.drawnRe[branch],
            sweep.drawnIm[branch]);
  }

  /** Active power that enters a branch at its child's end, MW; negative where it feeds a load. */
  public double childEndActiveMw(int branch) {
    return -feeder.baseMva()
        * active(
            sweep.voltageRe[branch],
            sweep.voltageIm[branch],
            sweep.demandRe[branch],
            sweep.demandIm[branch]);
  }

  /** Reactive power that enters a branch at its child's end, Mvar. */
  public double childEndReactiveMvar(int branch) {
    return -feeder.baseMva()
        * reactive(
            sweep.voltageRe[branch],
            sweep.voltageIm[branch],
            sweep.demandRe[branch],
            sweep.demandIm[branch]);
  }

  /** The larger of the apparent powers at the two ends of a branch, MVA: what its rating limits. */
  public double apparentPowerMva(int branch) {
    return Math.max(
        magnitude(parentEndActiveMw(branch), parentEndReactiveMvar(branch)),
        magnitude(childEndActiveMw(branch), childEndReactiveMvar(branch)));
  }

  /** Per unit and MVA are far from where squares overflow, which is all that hypot adds. */
  private static double magnitude(double re, double im) {
    return Math.sqrt(re * re + im * im);
  }

  /** Active power lost in a branch, MW. */
  public double lossMw(int branch) {
    return parentEndActiveMw(branch) + childEndActiveMw(branch);
  }

  /** Active power lost in all branches, MW; what shunts consume is not among it. */
  public double totalLossMw() {
    double total = 0;
    for (int branch = 1; branch < feeder.busCount(); branch++) {
      total += lossMw(branch);
    }
    return total;
  }

  /** Active power generated at the substation, its own net load and shunt supplied, MW. */
  public double substationActiveMw() {
    return feeder.baseMva()
        * active(sweep.voltageRe[0], sweep.voltageIm[0], sweep.demandRe[0], sweep.demandIm[0]);
  }

  /** Reactive power generated at the substation, its own net load and shunt supplied, Mvar. */
  public double substationReactiveMvar() {
    return feeder.baseMva()
        * reactive(sweep.voltageRe[0], sweep.voltageIm[0], sweep.demandRe[0], sweep.demandIm[0]);
  }

  /** Index of the bus of lowest voltage; the first of several. */
  public int lowestVoltageBus() {
    int lowest = 0;
    for (int bus = 1; bus < feeder.busCount(); bus++) {
      if (voltageMagnitudePu(bus) < voltageMagnitudePu(lowest)) {
        lowest = bus;
      }
    }
    return lowest;
  }

  /** Index of the bus of highest voltage; the first of several. */
  public int highestVoltageBus() {
    int highest = 0;
    for (int bus = 1; bus < feeder.busCount(); bus++) {
      if (voltageMagnitudePu(bus) > voltageMagnitudePu(highest)) {
        highest = bus;
      }
    }
    return highest;
  }

  /** Re(V·conj(I)). */
  private static double active(double vRe, double vIm, double iRe, double iIm) {
    return vRe * iRe + vIm * iIm;
  }

  /** Im(V·conj(I)). */
  private static double reactive(double vRe, double vIm, double iRe, double iIm) {
    return vIm * iRe - vRe * iIm;
  }
}
