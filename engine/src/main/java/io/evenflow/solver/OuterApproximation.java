package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.mip.RotatedCone;

/**
 * Outer approximation of the cones by linear cuts, in the manner of Pajarito: the multipliers of
 * the conic relaxation and rounds of separation make a linear master, which HiGHS solves with its
 * integers; each integer vector it proposes is fixed, and the conic program that is left gives a
 * point of the cones and, by its multipliers, cuts that settle this vector.
 *
 * <p>The bound is the master's proven bound. It is one of the program within HiGHS' tolerances
 * (1e-7 on rows), because no cut is stronger than its cone. Points come from conic programs and are
 * checked to {@link OuterApproximationSettings#acceptedViolation()}. Anytime: at a limit or an
 * interrupt, best point and best bound are returned. Programs with equalities among their cones are
 * refused: no linear cut separates from a boundary.
 *
 * <p>Source: Coey, Lubin, Vielma, Outer approximation with conic certificates for mixed-integer
 * convex problems, doi:10.1007/s12532-020-00178-3.
 */
public final class OuterApproximation implements MixedIntegerSolver {
  private final OuterApproximationSettings settings;

  public OuterApproximation() {
    this(OuterApproximationSettings.defaults());
  }

  public OuterApproximation(OuterApproximationSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "outer-approximation";
  }

  /**
   * Throws IllegalStateException if HiGHS is not available on this platform,
   * IllegalArgumentException for an equality among the cones.
   */
  @Override
  public MixedIntegerResult solve(MixedIntegerProgram program, MixedIntegerOptions options) {
    if (program.cones().stream().anyMatch(RotatedCone::isEquality)) {
      throw new IllegalArgumentException(
          "outer approximation takes cones, and one is an equality\nMaybe SCIP was meant?");
    }
    long started = System.nanoTime();
    try (OuterApproximationRun run = new OuterApproximationRun(program, options, settings)) {
      Verdict.Claim claim = run.solve();
      if (claim == Verdict.Claim.UNBOUNDED) {
        claim = whetherFeasible(program, options);
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      return run.verdict().result(claim, run.bound(), run.nodes(), seconds, HighsModel.version());
    }
  }

  /** A relaxation that falls for ever makes the program unbounded if it has a point at all. */
  private Verdict.Claim whetherFeasible(MixedIntegerProgram program, MixedIntegerOptions options) {
    MixedIntegerResult result = solve(Epigraph.withoutCosts(program), options);
    return switch (result.status()) {
      case OPTIMAL, FEASIBLE -> Verdict.Claim.UNBOUNDED;
      case INFEASIBLE -> Verdict.Claim.INFEASIBLE;
      case TIME_LIMIT -> Verdict.Claim.TIME_LIMIT;
      case INTERRUPTED -> Verdict.Claim.INTERRUPTED;
      case UNBOUNDED, FAILED -> Verdict.Claim.FAILED;
    };
  }
}
