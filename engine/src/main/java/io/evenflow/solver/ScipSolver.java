package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerSolver;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.mip.RotatedCone;
import io.evenflow.mip.Violation;
import java.util.Arrays;

/**
 * SCIP on the whole program: spatial branch and cut with outer approximation of the cones, one
 * thread. The bound is SCIP's proven dual bound, within its own tolerances; the point is checked
 * here to {@link ScipSettings#acceptedViolation()} and its objective recomputed. A program SCIP
 * claims to have solved with a point outside of that is FAILED.
 *
 * <p>Options' {@code interrupted} is asked on another thread. Source: Bestuzheva et al., Enabling
 * research through the SCIP optimization suite 8.0, doi:10.1145/3585516.
 */
public final class ScipSolver implements MixedIntegerSolver {
  private static final int INFEASIBLE_OR_UNBOUNDED = 4; // SCIP_STATUS_INFORUNBD

  private final ScipSettings settings;

  public ScipSolver() {
    this(ScipSettings.defaults());
  }

  public ScipSolver(ScipSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "scip";
  }

  /** Throws IllegalStateException if SCIP is not available on this platform. */
  @Override
  public MixedIntegerResult solve(MixedIntegerProgram program, MixedIntegerOptions options) {
    long started = System.nanoTime();
    Verdict verdict = new Verdict(program, options, settings.acceptedViolation());
    MixedIntegerProgram linear = Epigraph.of(program);
    try (ScipModel model = new ScipModel()) {
      model.parameters(parameters(options));
      build(model, linear);
      start(model, program, linear, options);
      boolean solved = solve(model, options);
      double[] x = model.best(program.variables());
      if (x != null) {
        verdict.offer(x);
      }
      Verdict.Claim claim = solved ? claim(model.status()) : Verdict.Claim.FAILED;
      if (solved && model.status() == INFEASIBLE_OR_UNBOUNDED) {
        claim = whyNoOptimum(program, options);
      }
      double bound = solved ? model.bound() : Double.NEGATIVE_INFINITY;
      return verdict.result(
          claim, bound, model.nodes(), (System.nanoTime() - started) / 1e9, ScipModel.version());
    }
  }

  private static boolean solve(ScipModel model, MixedIntegerOptions options) {
    try (InterruptWatch _ = new InterruptWatch(options.interrupted(), model::interrupt)) {
      return model.solve();
    }
  }

  private String parameters(MixedIntegerOptions options) {
    // half of what is asked: the point's objective is recomputed, and may be a tolerance worse
    double gap = 0.5 * options.relativeGap();
    double time = Math.min(1e20, Math.max(0, options.timeLimitSeconds()));
    // SCIP's gap is relative to the smaller of the bounds, which fails around 0: hence absgap
    return """
        limits/gap = %s
        limits/absgap = %s
        limits/time = %s
        numerics/feastol = %s
        randomization/randomseedshift = %d
        lp/threads = 1
        misc/catchctrlc = FALSE
        heuristics/completesol/maxunknownrate = 1.0
        %s
        """
        .formatted(
            gap,
            gap,
            time,
            settings.feasibilityTolerance(),
            Math.max(0, options.seed()),
            settings.parameters());
  }

  private void build(ScipModel model, MixedIntegerProgram program) {
    model.offset(program.constant());
    for (int j = 0; j < program.variables(); j++) {
      model.variable(
          program.lower()[j], program.upper()[j], program.cost()[j], program.integer()[j]);
    }
    for (int i = 0; i < program.rows(); i++) {
      int from = program.rowStart()[i];
      int to = program.rowStart()[i + 1];
      model.row(
          program.rowLower()[i],
          Arrays.copyOfRange(program.rowVariable(), from, to),
          Arrays.copyOfRange(program.rowValue(), from, to),
          program.rowUpper()[i]);
    }
    ScipCones cones = new ScipCones(model, program, settings.coneForm());
    for (RotatedCone cone : program.cones()) {
      cones.add(cone);
    }
  }

  /** A full start if it holds and SCIP has no variables of its own, else its integers alone. */
  private void start(
      ScipModel model,
      MixedIntegerProgram program,
      MixedIntegerProgram linear,
      MixedIntegerOptions options) {
    double[] start = options.start();
    if (start == null) {
      return;
    }
    boolean holds = Violation.of(program, start).max() <= settings.feasibilityTolerance();
    boolean full = holds && model.variables() == linear.variables();
    double[] x = Epigraph.extend(program, linear, start);
    int[] columns = new int[x.length];
    int count = 0;
    for (int j = 0; j < x.length; j++) {
      if (full || linear.integer()[j]) {
        x[count] = x[j];
        columns[count++] = j;
      }
    }
    model.start(Arrays.copyOf(columns, count), Arrays.copyOf(x, count), !full);
  }

  private static Verdict.Claim claim(int status) {
    return switch (status) {
      case 1, 25 -> Verdict.Claim.SOLVED;
      case 2 -> Verdict.Claim.INFEASIBLE;
      case 3 -> Verdict.Claim.UNBOUNDED;
      case 10, 11 -> Verdict.Claim.INTERRUPTED;
      case 23 -> Verdict.Claim.TIME_LIMIT;
      default -> Verdict.Claim.FAILED;
    };
  }

  /** Without costs nothing is unbounded: what is left tells which of the two it was. */
  private Verdict.Claim whyNoOptimum(MixedIntegerProgram program, MixedIntegerOptions options) {
    MixedIntegerStatus status = solve(Epigraph.withoutCosts(program), options).status();
    return switch (status) {
      case OPTIMAL, FEASIBLE -> Verdict.Claim.UNBOUNDED;
      case INFEASIBLE -> Verdict.Claim.INFEASIBLE;
      case TIME_LIMIT -> Verdict.Claim.TIME_LIMIT;
      case INTERRUPTED -> Verdict.Claim.INTERRUPTED;
      case UNBOUNDED, FAILED -> Verdict.Claim.FAILED;
    };
  }
}
