package io.evenflow.conic;

import java.util.Arrays;

/**
 * Turns a point of the embedding into a solution of the program as it was given and computes every
 * residual anew from the given matrices, so that no status rests on scaled numbers.
 */
final class SolutionCheck {
  private final ProgramData data;
  private final ConicSettings settings;
  private final SparseMatrix givenRows;
  private final int[] positions;
  private final double[] px;
  private final double[] az;
  private final double[] ax;

  SolutionCheck(ProgramData data, ConicSettings settings) {
    this.data = data;
    this.settings = settings;
    positions = new int[data.givenConstraints.size()];
    givenRows = data.givenConstraints.transposed(positions);
    px = new double[data.n];
    az = new double[data.n];
    ax = new double[data.m];
  }

  void matricesChanged() {
    for (int p = 0; p < positions.length; p++) {
      givenRows.values[positions[p]] = data.givenConstraints.values[p];
    }
  }

  ConicSolution check(ConicStatus verdict, HomogeneousPoint point, int iterations, double seconds) {
    if (verdict == ConicStatus.PRIMAL_INFEASIBLE || verdict == ConicStatus.DUAL_INFEASIBLE) {
      return certificate(verdict, point, iterations, seconds);
    }
    double[] x = new double[data.n];
    double[] z = new double[data.m];
    double[] s = new double[data.m];
    unscale(point, 1 / point.tau, x, z, s);
    data.givenQuadratic.symmetricProduct(x, px);
    data.givenConstraints.transposedProduct(z, az);
    givenRows.transposedProduct(x, ax);
    double half = 0.5 * Vectors.dot(x, px);
    double primalObjective = half + Vectors.dot(data.givenLinear, x);
    double dualObjective = -half - Vectors.dot(data.givenBounds, z);
    ConicSolution solution =
        new ConicSolution(
            verdict,
            x,
            z,
            s,
            primalObjective,
            dualObjective,
            primalResidual(s),
            dualResidual(),
            Math.abs(primalObjective - dualObjective),
            iterations,
            seconds);
    return settled(solution);
  }

  private void unscale(HomogeneousPoint point, double factor, double[] x, double[] z, double[] s) {
    for (int j = 0; j < x.length; j++) {
      x[j] = factor * point.x[j] * data.primalUnit(j);
    }
    for (int i = 0; i < z.length; i++) {
      z[i] = factor * point.z[i] * data.dualUnit(i);
      s[i] = factor * point.s[i] * data.slackUnit(i);
    }
  }

  private double primalResidual(double[] s) {
    double residual = 0;
    double size = 1;
    for (int i = 0; i < s.length; i++) {
      double b = data.givenBounds[i];
      residual = Math.max(residual, Math.abs(ax[i] + s[i] - b));
      double largest = Math.max(Math.abs(ax[i]), Math.max(Math.abs(s[i]), Math.abs(b)));
      size = Math.max(size, largest);
    }
    return residual / size;
  }

  private double dualResidual() {
    double residual = 0;
    double size = 1;
    for (int j = 0; j < px.length; j++) {
      double q = data.givenLinear[j];
      residual = Math.max(residual, Math.abs(px[j] + az[j] + q));
      double largest = Math.max(Math.abs(px[j]), Math.max(Math.abs(az[j]), Math.abs(q)));
      size = Math.max(size, largest);
    }
    return residual / size;
  }

  /** SOLVED and its lesser kin follow from the recomputed residuals alone; limits stay limits. */
  private ConicSolution settled(ConicSolution solution) {
    ConicStatus verdict = solution.status();
    if (verdict != ConicStatus.SOLVED && verdict != ConicStatus.NUMERICAL_FAILURE) {
      return solution;
    }
    if (solution.shortfall(settings).isEmpty()) {
      return withStatus(solution, ConicStatus.SOLVED);
    }
    ConicSettings reduced =
        settings
            .withFeasibilityTolerance(settings.reducedFeasibilityTolerance())
            .withGapTolerances(settings.reducedGapTolerance(), settings.reducedGapTolerance());
    boolean almost = solution.shortfall(reduced).isEmpty();
    return withStatus(solution, almost ? ConicStatus.ALMOST_SOLVED : ConicStatus.NUMERICAL_FAILURE);
  }

  private static ConicSolution withStatus(ConicSolution given, ConicStatus status) {
    return new ConicSolution(
        status,
        given.x(),
        given.z(),
        given.s(),
        given.primalObjective(),
        given.dualObjective(),
        given.primalResidual(),
        given.dualResidual(),
        given.gap(),
        given.iterations(),
        given.seconds());
  }

  private ConicSolution certificate(
      ConicStatus verdict, HomogeneousPoint point, int iterations, double seconds) {
    boolean primal = verdict == ConicStatus.PRIMAL_INFEASIBLE;
    double[] x = new double[data.n];
    double[] z = new double[data.m];
    double[] s = new double[data.m];
    unscale(point, 1, x, z, s);
    double objective = primal ? Vectors.dot(data.givenBounds, z) : Vectors.dot(data.givenLinear, x);
    unscale(point, -1 / objective, x, z, s);
    double residual = primal ? rayOfDual(z) : rayOfPrimal(x, s);
    boolean holds = objective < 0 && residual <= settings.infeasibilityTolerance();
    double nan = Double.NaN;
    if (primal) {
      Arrays.fill(x, nan);
      Arrays.fill(s, nan);
    } else {
      Arrays.fill(z, nan);
    }
    double value = !holds ? nan : primal ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    ConicStatus status = holds ? verdict : ConicStatus.NUMERICAL_FAILURE;
    double primalResidual = primal ? nan : residual;
    double dualResidual = primal ? residual : nan;
    return new ConicSolution(
        status, x, z, s, value, value, primalResidual, dualResidual, nan, iterations, seconds);
  }

  private double rayOfDual(double[] z) {
    data.givenConstraints.transposedProduct(z, az);
    return Vectors.largest(az);
  }

  private double rayOfPrimal(double[] x, double[] s) {
    data.givenQuadratic.symmetricProduct(x, px);
    givenRows.transposedProduct(x, ax);
    Vectors.add(1, s, ax);
    return Math.max(Vectors.largest(px), Vectors.largest(ax));
  }
}
