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
  public final double[] voltageSquaredMin;
  public final double[] voltageSquaredMax;

  /**
   * What 1 p.u. of power more through the path from the substation moves v at a bus by, at most:
   * 2·Σ|z|; at the substation, which moves all buses, as at the bus it moves least.
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
    voltageSquaredMin = new double[n];
    voltageSquaredMax = new double[n];
    voltageSquaredPerPower = new double[n];
    for (int j = 0; j < n; j++) {
      convert(feeder.bus(j), j);
      if (j > 0) {
        convert(feeder.branch(j), feeder.fromAtParent(j), j);
      }
    }
    addSensitivities(feeder);
  }

  private void addSensitivities(Feeder feeder) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 1; j < resistance.length; j++) {
      voltageSquaredPerPower[j] =
          voltageSquaredPerPower[feeder.parent(j)] + 2 * Math.hypot(resistance[j], reactance[j]);
      least = Math.min(least, voltageSquaredPerPower[j]);
    }
    voltageSquaredPerPower[0] = Double.isInfinite(least) ? 1 : least;
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

  /** Whether the voltage at a bus is a fact, not a limit: a substation's that has no range. */
  public boolean isFixedVoltage(int bus) {
    return bus == 0 && voltageSquaredMin[0] == voltageSquaredMax[0];
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
