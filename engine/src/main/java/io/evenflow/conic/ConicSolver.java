package io.evenflow.conic;

import org.jspecify.annotations.Nullable;

/**
 * A primal-dual interior-point method for one structure of program.
 *
 * <p>Ordering, symbolic factorisation and equilibration are found once, by the constructor; q and b
 * may then change between solves at no cost, and the values of P and A at the cost of equilibrating
 * again. Each iteration factors one KKT matrix and solves with it three times: for the embedding,
 * for the affine predictor and for Mehrotra's centred corrector with σ = (1 − α)³. Every solve
 * starts afresh: the result depends on the program alone, not on what was solved before.
 *
 * <p>Goulart &amp; Chen (arXiv:2405.12762). An instance serves one thread at a time.
 */
public final class ConicSolver {
  private static final double TO_THE_BOUNDARY = 0.99;

  private final ProgramData data;
  private final ConeProduct cones;
  private final KktSystem kkt;
  private final NewtonStep newton;
  private final Residuals residuals;
  private final Termination termination;
  private final SolutionCheck check;
  private final HomogeneousPoint point;
  private boolean stale;

  /** Analyses the program. */
  public ConicSolver(ConicProgram program, ConicSettings settings) {
    data = new ProgramData(program);
    cones = new ConeProduct(program.cones());
    kkt = new KktSystem(data, cones);
    newton = new NewtonStep(data, cones, kkt);
    residuals = new Residuals(data);
    termination = new Termination(settings, data.n, data.m);
    check = new SolutionCheck(data, settings);
    point = new HomogeneousPoint(data.n, data.m);
  }

  /**
   * Replaces q.
   *
   * @param q length n, finite
   */
  public void setLinear(double[] q) {
    replace("linear", q, data.givenLinear);
    data.linearChanged();
    stale = true;
  }

  /**
   * Replaces b.
   *
   * @param b length m, finite
   */
  public void setBounds(double[] b) {
    replace("bounds", b, data.givenBounds);
    data.boundsChanged();
  }

  /**
   * Replaces the values of P, of the same pattern.
   *
   * @param values in the order of the entries of the program's quadratic
   */
  public void setQuadraticValues(double[] values) {
    replace("quadratic", values, data.givenQuadratic.values);
    matricesChanged();
  }

  /**
   * Replaces the values of A, of the same pattern.
   *
   * @param values in the order of the entries of the program's constraints
   */
  public void setConstraintValues(double[] values) {
    replace("constraints", values, data.givenConstraints.values);
    matricesChanged();
  }

  private void matricesChanged() {
    data.matricesChanged();
    check.matricesChanged();
    stale = true;
  }

  private static void replace(String field, double[] from, double[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "solver: %s has %d values, must have %d\nMaybe these belong to another program?"
              .formatted(field, from.length, to.length));
    }
    ConicProgram.requireFinite(field, from);
    System.arraycopy(from, 0, to, 0, from.length);
  }

  /** Solves the program as it stands. */
  public ConicSolution solve() {
    long begin = System.nanoTime();
    termination.begin(begin);
    if (stale) {
      kkt.dataChanged();
      stale = false;
    }
    double step = newton.start(point) ? 1 : 0;
    int iteration = 0;
    residuals.update(point);
    @Nullable ConicStatus status = termination.judge(iteration, step, point, residuals);
    while (status == null) {
      step = iterate();
      iteration++;
      residuals.update(point);
      status = termination.judge(iteration, step, point, residuals);
    }
    double seconds = (System.nanoTime() - begin) * 1e-9;
    return check.check(status, termination.best(), iteration, seconds);
  }

  /** One predictor-corrector step; its length, 0 if none could be found. */
  private double iterate() {
    if (!cones.updateScaling(point) || !newton.predict(point, residuals)) {
      return 0;
    }
    double mu = (Vectors.dot(point.s, point.z) + point.tau * point.kappa) / (cones.degree() + 1);
    double affineStep = cones.step(point, newton.affine());
    double centring = 1 - affineStep;
    if (!newton.correct(point, residuals, centring * centring * centring, mu)) {
      return 0;
    }
    double step = TO_THE_BOUNDARY * cones.step(point, newton.combined());
    point.move(step, newton.combined());
    point.normalise();
    return step;
  }
}
