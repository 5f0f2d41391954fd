package io.evenflow.solver;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the {@link OuterApproximation}. */
final class OuterApproximationRun implements AutoCloseable {
  private static final double CONIC_TOLERANCE = 1e-9;

  private final MixedIntegerProgram program;
  private final MixedIntegerProgram linear;
  private final MixedIntegerOptions options;
  private final OuterApproximationSettings settings;
  private final Verdict verdict;
  private final CutMaster master;
  private final long started = System.nanoTime();
  private final Set<String> fixedBefore = new HashSet<>();
  private @Nullable ConicRelaxation fixed;
  private double bound = Double.NEGATIVE_INFINITY;
  private long nodes;

  OuterApproximationRun(
      MixedIntegerProgram program,
      MixedIntegerOptions options,
      OuterApproximationSettings settings) {
    this.program = program;
    this.options = options;
    this.settings = settings;
    linear = Epigraph.of(program);
    verdict = new Verdict(program, options, settings.acceptedViolation());
    master = new CutMaster(linear, options.seed(), options.interrupted());
  }

  Verdict verdict() {
    return verdict;
  }

  double bound() {
    return bound;
  }

  long nodes() {
    return nodes;
  }

  Verdict.Claim solve() {
    Verdict.Claim ended = relax();
    if (ended == null) {
      ended = linearRounds();
    }
    if (ended == null && program.integers() == 0) {
      ended = continuousEnd();
    }
    while (ended == null) {
      ended = round();
    }
    return ended;
  }

  /** The conic relaxation's multipliers give the master its bound at once. */
  private Verdict.@Nullable Claim relax() {
    if (linear.cones().isEmpty()) {
      return stopped();
    }
    Verdict.Claim stopped = stopped();
    if (stopped != null) {
      return stopped;
    }
    RelaxedSolution relaxed = ConicRelaxation.of(linear, conicSettings()).solve();
    if (relaxed.status() == ConicStatus.PRIMAL_INFEASIBLE) {
      return Verdict.Claim.INFEASIBLE;
    }
    if (isPoint(relaxed.status())) {
      master.multipliers(relaxed);
      master.separate(relaxed.x());
      bound = Math.max(bound, relaxed.bound());
      offer(relaxed.x());
      guess(relaxed.x());
    }
    return stopped();
  }

  /** First points: the start's integers and the relaxation's, rounded. */
  private void guess(double[] relaxed) {
    if (program.integers() == 0) {
      return;
    }
    double[] start = options.start();
    if (start != null) {
      fix(Epigraph.extend(program, linear, start));
    }
    fix(relaxed);
  }

  /** Fixes the integers at x unless that has been done; returns how many cuts came of it. */
  private int fix(double[] x) {
    return fixedBefore.add(integers(x)) ? solveFixed(x) : 0;
  }

  private static boolean isPoint(ConicStatus status) {
    return status == ConicStatus.SOLVED || status == ConicStatus.ALMOST_SOLVED;
  }

  /** Separation until the cones hold, the bound no longer moves or the rounds are used up. */
  private Verdict.@Nullable Claim linearRounds() {
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < settings.linearRounds(); round++) {
      HighsStatus status = timed();
      if (status == HighsStatus.FAILED) {
        master.relaxTolerances(); // simplex lost its way: what is missing, later rounds cut off
        return null;
      }
      Verdict.Claim ended = ended(status, true);
      if (ended != null) {
        return ended;
      }
      if (status != HighsStatus.OPTIMAL) {
        continue; // a ray was cut off
      }
      double objective = master.model().objective();
      bound = Math.max(bound, objective);
      boolean still = objective - before < 1e-8 * Math.max(1, Math.abs(objective));
      before = objective;
      boolean last = still || round == settings.linearRounds() - 1;
      double[] x = master.model().x();
      if (last) {
        master.dropSlackCuts(settings.slackKept());
      }
      if (master.separate(x) == 0 || last) {
        break;
      }
    }
    return null;
  }

  /** Without integers the conic relaxation is the program; the cuts have only proven the bound. */
  private Verdict.Claim continuousEnd() {
    if (linear.cones().isEmpty()) {
      offer(master.model().x());
    }
    return Verdict.Claim.SOLVED;
  }

  private Verdict.@Nullable Claim round() {
    if (verdict.closes(bound)) {
      return Verdict.Claim.SOLVED;
    }
    master.integers();
    HighsModel model = master.model();
    double gap = nextGap();
    model.gaps(gap, gap);
    double[] best = verdict.point();
    if (best != null) {
      model.start(Epigraph.extend(program, linear, best));
    }
    HighsStatus status = timed();
    nodes += model.mipNodes();
    Verdict.Claim ended = ended(status, false);
    if (status != HighsStatus.INFEASIBLE) {
      bound = Math.max(bound, model.mipBound());
    }
    if (!model.hasPoint()) {
      return ended;
    }
    double[] x = model.x();
    int cuts = settle(x);
    if (verdict.closes(bound)) {
      return Verdict.Claim.SOLVED;
    }
    if (ended != null) {
      return ended;
    }
    // nothing left to cut off and the gap still open: tolerances are exhausted
    return cuts == 0 && gap <= finalGap() ? Verdict.Claim.SOLVED : null;
  }

  private double finalGap() {
    return 0.3 * options.relativeGap();
  }

  /** A master's gap far below what its own cuts are worth would be wasted. */
  private double nextGap() {
    double objective = verdict.objective();
    double open = (objective - bound) / Math.max(1, Math.abs(objective));
    return Double.isFinite(open) ? Math.max(finalGap(), 0.1 * open) : Math.max(finalGap(), 1e-4);
  }

  /** Fixes the integers of a master's point; returns how many cuts came of it. */
  private int settle(double[] x) {
    int cuts = fix(x);
    if (linear.cones().isEmpty() || cuts == 0) {
      offer(x);
    }
    return cuts + master.separate(x);
  }

  private int solveFixed(double[] x) {
    if (linear.cones().isEmpty()) {
      return 0;
    }
    ConicRelaxation relaxation = fixed;
    if (relaxation == null) {
      relaxation = ConicRelaxation.withFixedIntegers(linear, conicSettings());
      fixed = relaxation;
    }
    relaxation.fix(x);
    RelaxedSolution solution = relaxation.solve();
    if (solution.status() == ConicStatus.PRIMAL_INFEASIBLE) {
      return master.multipliers(solution);
    }
    if (!isPoint(solution.status())) {
      return 0;
    }
    offer(solution.x());
    return master.multipliers(solution) + master.separate(solution.x());
  }

  private String integers(double[] x) {
    StringBuilder key = new StringBuilder();
    for (int j = 0; j < program.variables(); j++) {
      if (program.integer()[j]) {
        key.append(Math.round(x[j])).append(' ');
      }
    }
    return key.toString();
  }

  private void offer(double[] x) {
    double[] own = Arrays.copyOf(x, program.variables());
    for (int j = 0; j < own.length; j++) {
      if (program.integer()[j] && Math.abs(own[j] - Math.rint(own[j])) < 1e-6) {
        own[j] = Math.rint(own[j]);
      }
      own[j] = Math.clamp(own[j], program.lower()[j], program.upper()[j]);
    }
    verdict.offer(own);
  }

  private HighsStatus timed() {
    master.model().timeLimit(Math.max(0, remainingSeconds()));
    return master.model().solve();
  }

  /** What a master's status ends the run with, null if it goes on. */
  private Verdict.@Nullable Claim ended(HighsStatus status, boolean rays) {
    return switch (status) {
      case OPTIMAL -> stopped();
      case INFEASIBLE -> Verdict.Claim.INFEASIBLE;
      case TIME_LIMIT -> Verdict.Claim.TIME_LIMIT;
      case INTERRUPTED -> Verdict.Claim.INTERRUPTED;
      case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED -> rays ? unbounded() : Verdict.Claim.UNBOUNDED;
      case OTHER_LIMIT, FAILED -> Verdict.Claim.FAILED;
    };
  }

  private Verdict.@Nullable Claim unbounded() {
    HighsModel model = master.model();
    double[] ray = model.primalRay();
    if (ray == null) {
      model.option("presolve", "off"); // presolve knows that there is a ray, not which
      HighsStatus status = timed();
      model.option("presolve", "choose");
      if (status != HighsStatus.UNBOUNDED) {
        return status == HighsStatus.INFEASIBLE_OR_UNBOUNDED
            ? Verdict.Claim.UNBOUNDED
            : ended(status, false);
      }
      ray = model.primalRay();
    }
    return ray != null && master.separateRay(ray) > 0 ? stopped() : Verdict.Claim.UNBOUNDED;
  }

  private Verdict.@Nullable Claim stopped() {
    if (options.interrupted().getAsBoolean()) {
      return Verdict.Claim.INTERRUPTED;
    }
    return remainingSeconds() <= 0 ? Verdict.Claim.TIME_LIMIT : null;
  }

  private double remainingSeconds() {
    return options.timeLimitSeconds() - (System.nanoTime() - started) / 1e9;
  }

  private ConicSettings conicSettings() {
    return ConicSettings.defaults()
        .withFeasibilityTolerance(CONIC_TOLERANCE)
        .withGapTolerances(CONIC_TOLERANCE, CONIC_TOLERANCE)
        .withTimeLimitSeconds(Math.max(0, remainingSeconds()))
        .withInterrupt(options.interrupted());
  }

  @Override
  public void close() {
    master.close();
  }
}
