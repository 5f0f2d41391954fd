package io.evenflow.method;

import io.evenflow.coordination.Mixtures;
import io.evenflow.coordination.Profile;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.resource.Modes;
import io.evenflow.resource.WeighedStorage;
import io.evenflow.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stage 1 of the paper, (17)–(21), over the decomposed day: instead of binaries between 0 and 1
 * sessions mix whole profiles, so that the relaxation is that of their convex hulls, which is
 * tighter; penalties of binaries are prices to which sessions answer exactly. Each iteration
 * minimises
 *
 * <pre>
 * f + μ·Σ(1 − 2zᵏ)·z
 * </pre>
 *
 * by price rounds, zᵏ being the greatest binaries that the mixture's mean powers allow ({@link
 * Modes}), until f + penalty falls no more or no z is fractional.
 */
final class MixedDifferenceOfConvex {
  /** Each iteration is solved to this part of the gap asked for the vehicles' cost. */
  private static final double GAP_SHARE = 0.1;

  /** Part of the time that is left: stage 2 finds something without stage 1, too. */
  private static final double TIME_SHARE = 0.5;

  private final RelaxedDay day;
  private final Settings settings;
  private final Run run;
  private final double firstWeight;
  private final Mixtures mixtures;
  private final @Nullable Double withoutVehicles;

  /**
   * @param withoutVehicles null where that is unknown. Unit: currency
   */
  MixedDifferenceOfConvex(
      Scenario scenario,
      RelaxedDay day,
      Settings settings,
      Run run,
      @Nullable Double withoutVehicles) {
    this.day = day;
    this.settings = settings;
    this.run = run;
    this.withoutVehicles = withoutVehicles;
    Double asked = settings.penaltyWeight();
    firstWeight = asked == null ? Penalty.weight(scenario) : asked;
    mixtures =
        new Mixtures(
            day.problemOfWeights(),
            MissCost.first(scenario),
            MissCost.evenForMinimumPowers(scenario),
            run::stopRequested);
  }

  /**
   * What stage 1 ends with.
   *
   * @param bound proven lower bound of the scenario; +∞ where a session can do nothing at all
   * @param z by session; empty where stage 1 did not come so far
   * @param amounts of the mixture by row
   */
  record Outcome(double bound, List<Modes> z, double[] amounts) {
    DoubleStream binaries() {
      return z.stream().flatMapToDouble(Modes::all);
    }
  }

  Outcome run() {
    double end = run.elapsedSeconds() + TIME_SHARE * run.remainingSeconds();
    DoubleSupplier left = () -> Math.max(0, end - run.elapsedSeconds());
    Mixtures.Optimum plain = optimum(left.getAsDouble());
    if (plain == null || plain.mixed().length == 0) {
      double bound = plain == null ? Double.NEGATIVE_INFINITY : plain.bound();
      return new Outcome(bound, List.of(), new double[0]);
    }
    Outcome now = new Outcome(plain.bound(), modes(plain.mixed()), plain.amounts());
    double cost = plain.objective();
    record(0, now, cost, 0);
    double weight = firstWeight;
    for (int k = 1; k <= settings.iterations() && fractional(now) > 0 && !run.mustStop(); k++) {
      penalise(now, weight);
      Mixtures.Optimum step = optimum(left.getAsDouble());
      if (step == null) {
        break;
      }
      Outcome next = new Outcome(plain.bound(), modes(step.mixed()), step.amounts());
      double nextCost = step.objective() - step.amounts()[day.weightRow()];
      double before = cost + weight * concavity(now);
      double after = nextCost + weight * concavity(next);
      record(k, next, nextCost, weight);
      now = next;
      cost = nextCost;
      if (!(after < before - settings.tolerance())) {
        break;
      }
      weight *= settings.penaltyGrowth();
    }
    return now;
  }

  private Mixtures.@Nullable Optimum optimum(double seconds) {
    return mixtures.solve(
        day.problemOfWeights(), GAP_SHARE * settings.gap(), withoutVehicles, seconds);
  }

  private List<Modes> modes(Profile[] mixed) {
    return IntStream.range(0, mixed.length)
        .mapToObj(
            s -> {
              WeighedStorage session = day.sessions().get(s);
              return Modes.of(session.storage(), session.netKw(mixed[s]));
            })
        .toList();
  }

  private void penalise(Outcome at, double weight) {
    for (int s = 0; s < at.z().size(); s++) {
      day.sessions().get(s).penalise(at.z().get(s), weight);
    }
  }

  /** Σ(z − z²). */
  private static double concavity(Outcome at) {
    return at.binaries().map(z -> z - z * z).sum();
  }

  private int fractional(Outcome at) {
    double threshold = settings.threshold();
    return (int) at.binaries().filter(z -> z > threshold && z < 1 - threshold).count();
  }

  private void record(int iteration, Outcome at, double cost, double weight) {
    int fractional = fractional(at);
    run.progress(new Progress("stage 1: difference of convex", iteration, cost, null, fractional));
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("stage", "difference-of-convex");
    step.put("iteration", iteration);
    step.put("objective", cost);
    step.put("penaltyWeight", weight);
    step.put("penalty", weight * concavity(at));
    step.put("fractionalBinaries", fractional);
    run.trace(step);
  }
}
