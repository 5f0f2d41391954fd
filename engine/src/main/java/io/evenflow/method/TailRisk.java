package io.evenflow.method;

import io.evenflow.method.UncertainDay.Future;
import io.evenflow.method.UncertainDay.Outcome;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Status;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an {@link UncertainDay} whose bad futures cost least: the conditional value at risk
 * of its cost (Rockafellar and Uryasev, doi:10.21314/JOR.2000.038), which at a level of 0.9 is the
 * mean of the dearest tenth. As a coherent risk it is the mean at the worst probabilities there may
 * be (Artzner, Delbaen, Eber, Heath, doi:10.1111/1467-9965.00068),
 *
 * <pre>
 * CVaR(cost) = max { Σ q·cost : 0 ≤ q ≤ probability / (1 − level), Σ q = 1 },
 * </pre>
 *
 * so that the bound of a plan at any such q is a bound of it. Each round plans at one q; the next q
 * is the worst for the plans found so far.
 */
public final class TailRisk {
  private static final int MOST_ROUNDS = 40;

  /** A future of no weight at all would be left to chance. */
  private static final double LEAST_SHARE = 1e-5;

  private final List<Future> futures;
  private final int here;
  private final double level;

  /**
   * @param futures as of {@link UncertainDay}
   * @param here likewise
   * @param level part of the futures that do not count, from 0, where all do, to below 1
   */
  public TailRisk(List<Future> futures, int here, double level) {
    if (!(level >= 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be at least 0 and below 1");
    }
    this.futures = List.copyOf(futures);
    this.here = here;
    this.level = level;
  }

  /** Plans; objective and bound of what it returns are those of the conditional value at risk. */
  public Outcome plan(Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    double bound = Double.NEGATIVE_INFINITY;
    Outcome best = null;
    List<double[]> costs = new ArrayList<>();
    double[] weights = futures.stream().mapToDouble(Future::probability).toArray();
    for (int round = 0; round < MOST_ROUNDS && (round == 0 || !run.mustStop()); round++) {
      Outcome found = planAt(weights, settings, run);
      bound = Math.max(bound, found.bound());
      if (found.objective() == null) {
        return best == null ? found : closed(best, bound, settings);
      }
      double[] cost = found.cost().stream().mapToDouble(Double::doubleValue).toArray();
      costs.add(cost);
      Outcome risky = with(found, atRisk(cost), bound, Status.FEASIBLE);
      if (best == null || value(risky) < value(best)) {
        best = risky;
      }
      run.progress(new Progress("risk", round, best.objective(), bound, null));
      Outcome soFar = closed(best, bound, settings);
      double[] next = soFar.status() == Status.OPTIMAL ? null : worst(costs);
      if (next == null || isNear(next, weights)) {
        return soFar;
      }
      weights = next;
    }
    return closed(Objects.requireNonNull(best), bound, settings);
  }

  private Outcome planAt(double[] weights, Settings settings, Run run) {
    List<Future> weighed =
        IntStream.range(0, weights.length)
            .mapToObj(f -> new Future(futures.get(f).scenario(), weights[f]))
            .toList();
    Settings left = settings.withTimeLimitSeconds(Math.max(1e-3, run.remainingSeconds()));
    return new UncertainDay(weighed, here)
        .plan(
            left,
            new Watcher() {
              @Override
              public void progress(Progress progress) {
                // rounds are what is told
              }

              @Override
              public boolean stopRequested() {
                return run.stopRequested();
              }
            });
  }

  private static double value(Outcome outcome) {
    return Objects.requireNonNull(outcome.objective());
  }

  private static Outcome with(Outcome found, double objective, double bound, Status status) {
    return new Outcome(
        status,
        objective,
        Math.min(bound, objective),
        found.withoutVehicles(),
        found.unavoidable(),
        found.dispatch(),
        found.cost());
  }

  private static Outcome closed(Outcome best, double bound, Settings settings) {
    Outcome open = with(best, value(best), bound, Status.FEASIBLE);
    Double gap = open.gap();
    return gap != null && gap <= settings.gap()
        ? with(best, value(best), bound, Status.OPTIMAL)
        : open;
  }

  private double most(int future) {
    return futures.get(future).probability() / (1 - level);
  }

  /** The conditional value at risk of costs by future: the dearest ones until they weigh 1. */
  double atRisk(double[] cost) {
    double left = 1;
    double sum = 0;
    Integer[] dearest = IntStream.range(0, cost.length).boxed().toArray(Integer[]::new);
    Arrays.sort(dearest, Comparator.comparingDouble((Integer f) -> -cost[f]));
    for (int f : dearest) {
      double weight = Math.min(left, most(f));
      sum += weight * cost[f];
      left -= weight;
    }
    return sum;
  }

  /**
   * The probabilities at which the cheapest of the plans costs most, drawn a little towards those
   * there are; null where the program finds none.
   */
  private double @Nullable [] worst(List<double[]> costs) {
    MixedIntegerProgram.Builder program = new MixedIntegerProgram.Builder();
    double free = Double.POSITIVE_INFINITY;
    AffineBuilder sum = new AffineBuilder();
    for (int f = 0; f < futures.size(); f++) {
      sum.add(1, program.variable(0, most(f), 0));
    }
    program.equality(sum.build(), 1);
    int cheapest = program.variable(-free, free, -1);
    for (double[] cost : costs) {
      AffineBuilder above = new AffineBuilder().add(-1, cheapest);
      for (int f = 0; f < cost.length; f++) {
        above.add(cost[f], f);
      }
      program.row(0, above.build(), free);
    }
    double[] x = solution(program.build());
    if (x == null) {
      return null;
    }
    double[] weights = new double[futures.size()];
    double total = 0;
    for (int f = 0; f < weights.length; f++) {
      double probability = futures.get(f).probability();
      weights[f] = (1 - LEAST_SHARE) * Math.clamp(x[f], 0, most(f)) + LEAST_SHARE * probability;
      total += weights[f];
    }
    for (int f = 0; f < weights.length; f++) {
      weights[f] /= total;
    }
    return weights;
  }

  private static double @Nullable [] solution(MixedIntegerProgram program) {
    try (HighsModel model = new HighsModel(program)) {
      return model.solve() == HighsStatus.OPTIMAL ? model.x() : null;
    }
  }

  private static boolean isNear(double[] some, double[] others) {
    return IntStream.range(0, some.length).allMatch(f -> Math.abs(some[f] - others[f]) < 1e-6);
  }
}
