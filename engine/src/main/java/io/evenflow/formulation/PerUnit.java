package io.evenflow.formulation;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;

/**
 * The one place that converts engineering units to per unit on the case's base power. Branch j is
 * the branch that feeds bus j of the feeder; entries of bus 0 (the substation) are 0.
 */
final class PerUnit {
  final double baseMva;
  final double[] resistance;
  final double[] reactance;

  /** Line charging b of the whole branch. */
  final double[] charging;

  /** 1/τ² where the parent's end is the file's <em>from</em> end, else 1: ṽᵢ = vᵢ·parentTap. */
  final double[] parentTap;

  /** 1/τ² where the child's end is the file's <em>from</em> end, else 1: ṽⱼ = vⱼ·childTap. */
  final double[] childTap;

  /** Greatest apparent power at both ends; +∞ where unlimited. */
  final double[] rating;

  final double[] shuntConductance;
  final double[] shuntSusceptance;
  final double[] voltageSquaredMin;
  final double[] voltageSquaredMax;

  PerUnit(Feeder feeder) {
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
    for (int j = 0; j < n; j++) {
      convert(feeder.bus(j), j);
      if (j > 0) {
        convert(feeder.branch(j), feeder.fromAtParent(j), j);
      }
    }
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

  double powerOfKw(double kw) {
    return kw / 1000 / baseMva;
  }

  double powerOfMw(double mw) {
    return mw / baseMva;
  }

  double kwOf(double power) {
    return power * baseMva * 1000;
  }
}
