package io.evenflow.check;

import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import java.util.Arrays;

/**
 * The complex voltages and currents of a feeder, per unit, and the two sweeps over them.
 *
 * <p>A branch with an ideal transformer of complex ratio t at its <em>from</em> end has a = t at
 * the parent's end and c = 1 at the child's, or the other way round. With parent i, child j, series
 * impedance z and charging susceptance b:
 *
 * <pre>
 *   Vi/a ──┬── z, I → ──┬── Vj/c
 *        jb/2         jb/2
 *
 *   demand:  Dj = conj(Sj/Vj) + Yj·Vj + Σ drawn by j's children
 *   series:  I = conj(c)·Dj + jb/2·Vj/c
 *   drawn from the parent: (I + jb/2·Vi/a) / conj(a)
 *   forward: Vj = c·(Vi/a − z·I)
 * </pre>
 *
 * D. Shirmohammadi et al., "A compensation-based power flow method for weakly meshed distribution
 * and transmission networks", IEEE Trans. Power Systems 3(2), 1988, doi:10.1109/59.192932.
 */
final class Sweep {
  private final int buses;
  private final int[] parent;
  private final double[] resistance;
  private final double[] reactance;
  private final double[] halfCharging;
  private final double[] shuntConductance;
  private final double[] shuntSusceptance;
  private final double[] parentRatioRe;
  private final double[] parentRatioIm;
  private final double[] childRatioRe;
  private final double[] childRatioIm;

  final double[] voltageRe;
  final double[] voltageIm;
  final double[] demandRe;
  final double[] demandIm;
  final double[] drawnRe;
  final double[] drawnIm;
  private final double[] seriesRe;
  private final double[] seriesIm;

  Sweep(Feeder feeder) {
    buses = feeder.busCount();
    parent = new int[buses];
    resistance = new double[buses];
    reactance = new double[buses];
    halfCharging = new double[buses];
    shuntConductance = new double[buses];
    shuntSusceptance = new double[buses];
    parentRatioRe = new double[buses];
    parentRatioIm = new double[buses];
    childRatioRe = new double[buses];
    childRatioIm = new double[buses];
    voltageRe = new double[buses];
    voltageIm = new double[buses];
    demandRe = new double[buses];
    demandIm = new double[buses];
    drawnRe = new double[buses];
    drawnIm = new double[buses];
    seriesRe = new double[buses];
    seriesIm = new double[buses];
    for (int i = 0; i < buses; i++) {
      Bus bus = feeder.bus(i);
      shuntConductance[i] = bus.shuntConductanceMw() / feeder.baseMva();
      shuntSusceptance[i] = bus.shuntSusceptanceMvar() / feeder.baseMva();
      parent[i] = feeder.parent(i);
    }
    for (int j = 1; j < buses; j++) {
      take(feeder.branch(j), j, feeder.fromAtParent(j));
    }
  }

  private void take(Branch branch, int j, boolean fromAtParent) {
    resistance[j] = branch.resistancePu();
    reactance[j] = branch.reactancePu();
    halfCharging[j] = branch.chargingPu() / 2;
    double shift = Math.toRadians(branch.shiftDegrees());
    double ratioRe = branch.tapRatio() * Math.cos(shift);
    double ratioIm = branch.tapRatio() * Math.sin(shift);
    parentRatioRe[j] = fromAtParent ? ratioRe : 1;
    parentRatioIm[j] = fromAtParent ? ratioIm : 0;
    childRatioRe[j] = fromAtParent ? 1 : ratioRe;
    childRatioIm[j] = fromAtParent ? 0 : ratioIm;
  }

  /** Voltages of a feeder that carries no current. */
  void start(double substationVoltage) {
    voltageRe[0] = substationVoltage;
    voltageIm[0] = 0;
    Arrays.fill(seriesRe, 0);
    Arrays.fill(seriesIm, 0);
    forward();
  }

  /** Currents from voltages, from the last bus to the substation. Loads per unit. */
  void backward(double[] activeLoad, double[] reactiveLoad) {
    for (int i = 0; i < buses; i++) {
      double re = voltageRe[i];
      double im = voltageIm[i];
      double square = re * re + im * im;
      double p = activeLoad[i] / square + shuntConductance[i];
      double q = reactiveLoad[i] / square - shuntSusceptance[i];
      // (p − jq)·V: the load's and the shunt's current
      demandRe[i] = p * re + q * im;
      demandIm[i] = p * im - q * re;
    }
    for (int j = buses - 1; j > 0; j--) {
      branchCurrents(j);
      demandRe[parent[j]] += drawnRe[j];
      demandIm[parent[j]] += drawnIm[j];
    }
  }

  private void branchCurrents(int j) {
    double cRe = childRatioRe[j];
    double cIm = childRatioIm[j];
    double cSquare = cRe * cRe + cIm * cIm;
    double childRe = (voltageRe[j] * cRe + voltageIm[j] * cIm) / cSquare;
    double childIm = (voltageIm[j] * cRe - voltageRe[j] * cIm) / cSquare;
    // conj(c)·D + jb/2·Vj/c
    seriesRe[j] = cRe * demandRe[j] + cIm * demandIm[j] - halfCharging[j] * childIm;
    seriesIm[j] = cRe * demandIm[j] - cIm * demandRe[j] + halfCharging[j] * childRe;

    double endRe = seriesRe[j] - halfCharging[j] * behindParentRatioIm(j);
    double endIm = seriesIm[j] + halfCharging[j] * behindParentRatioRe(j);
    double aRe = parentRatioRe[j];
    double aIm = parentRatioIm[j];
    double aSquare = aRe * aRe + aIm * aIm;
    // divided by conj(a), which is multiplied by a/|a|²
    drawnRe[j] = (endRe * aRe - endIm * aIm) / aSquare;
    drawnIm[j] = (endRe * aIm + endIm * aRe) / aSquare;
  }

  /**
   * Voltages from currents, from the substation to the last bus.
   *
   * @return the largest change of a voltage, per unit; NaN where one is no number
   */
  double forward() {
    double largest = 0;
    for (int j = 1; j < buses; j++) {
      double re = behindParentRatioRe(j) - resistance[j] * seriesRe[j] + reactance[j] * seriesIm[j];
      double im = behindParentRatioIm(j) - resistance[j] * seriesIm[j] - reactance[j] * seriesRe[j];
      double newRe = childRatioRe[j] * re - childRatioIm[j] * im;
      double newIm = childRatioRe[j] * im + childRatioIm[j] * re;
      double changeRe = newRe - voltageRe[j];
      double changeIm = newIm - voltageIm[j];
      largest = Math.max(largest, Math.sqrt(changeRe * changeRe + changeIm * changeIm));
      voltageRe[j] = newRe;
      voltageIm[j] = newIm;
    }
    return largest;
  }

  private double behindParentRatioRe(int j) {
    double aRe = parentRatioRe[j];
    double aIm = parentRatioIm[j];
    int i = parent[j];
    return (voltageRe[i] * aRe + voltageIm[i] * aIm) / (aRe * aRe + aIm * aIm);
  }

  private double behindParentRatioIm(int j) {
    double aRe = parentRatioRe[j];
    double aIm = parentRatioIm[j];
    int i = parent[j];
    return (voltageIm[i] * aRe - voltageRe[i] * aIm) / (aRe * aRe + aIm * aIm);
  }
}
