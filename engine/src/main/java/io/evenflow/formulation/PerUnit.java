package io.evenflow.formulation;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;

/**
 * The one place that converts engineering units to per unit on the case's base power. Branch j is
 * the branch that feeds bus j of the feeder; entries of bus 0 (the substation) are 0. Arrays are
 * the object's own and must not be changed.
 */
public final class PerUnit {
  /** Moving the substation's v moves others a little more through what they lose less. */
  private static final double SUBSTATION_DEARER = 4;

  public final double baseMva;
  public final double[] resistance;
  public final double[] reactance;

  /** Line charging b of the whole branch. */
  public final double[] charging;

  /** 1/τ² where the parent's end is the file's <em>from</em> end, else 1: ṽᵢ = vᵢ·parentTap. */
  public final double[] parentTap;

  /** 1/τ² where the child's end is the file's <em>from</em> end, else 1: ṽⱼ = vⱼ·childTap. */
  public final double[] childTap;

  /** Greatest apparent power at both ends; +∞ where unlimited. */
  public final double[] rating;

  public final double[] shuntConductance;
  public final double[] shuntSusceptance;

  /** Bs and the halves of line charging at the bus, behind their taps: Q injected per v. */
  public final double[] susceptance;

  public final double[] voltageSquaredMin;
  public final double[] voltageSquaredMax;

  /**
   * What 1 p.u. of power more through the path from the substation moves v at a bus by, at most:
   * 2·Σ|z|. At the substation, which moves all buses, so much less that it is dearer to move it
   * than to miss the limits of all others.
   */
  public final double[] voltageSquaredPerPower;

  public PerUnit(Feeder feeder) {
    int n = feeder.busCount();
    baseMva = feeder.baseMva();
    resistance = new double[n];
    reactance = new double[n];
    charging = new double[n];
    parentTap = new double[n];
    childTap = new double[n];
    rating = new double[n];
    shuntConductance = new double[n];
    shuntSusceptance = new double[n];
    susceptance = new double[n];
    voltageSquaredMin = new double[n];
    voltageSquaredMax = new double[n];
    voltageSquaredPerPower = new double[n];
    for (int j = 0; j < n; j++) {
      convert(feeder.bus(j), j);
      if (j > 0) {
        convert(feeder.branch(j), feeder.fromAtParent(j), j);
      }
    }
    addCharging(feeder);
    addSensitivities(feeder);
  }

  private void addCharging(Feeder feeder) {
    for (int j = 0; j < susceptance.length; j++) {
      susceptance[j] += shuntSusceptance[j];
      if (j > 0) {
        susceptance[j] += charging[j] / 2 * childTap[j];
        susceptance[feeder.parent(j)] += charging[j] / 2 * parentTap[j];
      }
    }
  }

  private void addSensitivities(Feeder feeder) {
    double all = 0;
    for (int j = 1; j < resistance.length; j++) {
      voltageSquaredPerPower[j] =
          voltageSquaredPerPower[feeder.parent(j)] + 2 * Math.hypot(resistance[j], reactance[j]);
      all += 1 / voltageSquaredPerPower[j];
    }
    voltageSquaredPerPower[0] = all == 0 ? 1 : 1 / (SUBSTATION_DEARER * all);
  }

  private void convert(Bus bus, int j) {
    shuntConductance[j] = bus.shuntConductanceMw() / baseMva;
    shuntSusceptance[j] = bus.shuntSusceptanceMvar() / baseMva;
    voltageSquaredMin[j] = bus.voltageMinPu() * bus.voltageMinPu();
    voltageSquaredMax[j] = bus.voltageMaxPu() * bus.voltageMaxPu();
  }

  private void convert(Branch branch, boolean fromAtParent, int j) {
    double tap = 1 / (branch.tapRatio() * branch.tapRatio());
    resistance[j] = branch.resistancePu();
    reactance[j] = branch.reactancePu();
    charging[j] = branch.chargingPu();
    parentTap[j] = fromAtParent ? tap : 1;
    childTap[j] = fromAtParent ? 1 : tap;
    rating[j] = branch.ratingMva() / baseMva;
  }

  public double powerOfKw(double kw) {
    return kw / 1000 / baseMva;
  }

  public double powerOfMw(double mw) {
    return mw / baseMva;
  }

  public double kwOf(double power) {
    return power * baseMva * 1000;
  }
}
