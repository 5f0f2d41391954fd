package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Fairness;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The certified method for somebody who plans again and again: it begins with a schedule that is
 * known, ends at the limit with no grace, and leaves it to the caller to check what it finds.
 */
public final class Replanning {
  private Replanning() {}

  /**
   * What was found.
   *
   * @param dispatch the schedule, null where none keeps all limits or none was found in time
   * @param objective its cost, +∞ without one. Unit: currency
   * @param bound proven lower bound, −∞ where there is none. Unit: currency
   * @param isInfeasible whether it is proven that no schedule keeps all limits
   * @param allowance how far apart the two may be for the gap asked. Unit: currency
   * @param memory for the next plan, null where nothing was proven
   */
  public record Found(
      @Nullable Dispatch dispatch,
      double objective,
      double bound,
      boolean isInfeasible,
      double allowance,
      @Nullable PlanMemory memory) {}

  /** A day taken apart, and what is known of it before anybody plans. */
  public static final class Begun {
    private final Scenario scenario;
    private final DayProblem day;
    private final double bound;

    private Begun(Scenario scenario) {
      this.scenario = scenario;
      day = DayProblem.of(scenario);
      bound = day.quickBound();
    }

    /** Takes about as long as a few power flows, and runs on the caller's thread alone. */
    public static Begun of(Scenario scenario) {
      return new Begun(scenario);
    }

    /** No plan that keeps all limits costs less; −∞ where that says nothing. Unit: currency. */
    public double bound() {
      return bound;
    }
  }

  /**
   * Plans a day.
   *
   * @param begun of nobody else
   * @param start a schedule to begin with, null for none
   * @param gap objective − bound as a part of what the sessions cost, or of 1 where that is less
   * @param seconds wall time, +∞ for none
   * @param memory of the last plan, null for none
   * @param firstPeriod number of the scenario's period 0 in the site's day
   * @param proven hears each bound as soon as it is proven
   */
  public static Found of(
      Begun begun,
      @Nullable Dispatch start,
      @Nullable PlanMemory memory,
      int firstPeriod,
      double gap,
      double seconds,
      BooleanSupplier stop,
      DoubleConsumer proven) {
    long begin = System.nanoTime();
    Scenario scenario = begun.scenario;
    DayProblem day = begun.day;
    Double alone = day.hasOtherChoices() ? null : day.costOfLoadAlone();
    Terms terms =
        new Terms(
            gap,
            seconds - (System.nanoTime() - begin) / 1e9,
            Math.max(MissCost.first(scenario), memory == null ? 0 : memory.missCost()),
            MissCost.evenForMinimumPowers(scenario),
            alone);
    Coordinator coordinator =
        new Coordinator(
            day.problem(),
            terms,
            stop,
            (stage, round, objective, bound, resources) -> proven.accept(bound));

    List<String> words = day.couplingWords(firstPeriod);
    if (start == null) {
      coordinator.run();
    } else if (memory == null) {
      coordinator.runOn(day.amounts(start));
    } else {
      memory.run(coordinator, day.amounts(start), words, firstPeriod, day::quickLeast);
    }
    Plan plan = coordinator.plan();
    double bound = coordinator.bound();
    if (plan == null) {
      boolean isInfeasible = bound == Double.POSITIVE_INFINITY;
      return new Found(null, Double.POSITIVE_INFINITY, bound, isInfeasible, 0, null);
    }
    ScheduledDispatch found = day.dispatch(plan);
    double objective = found.cost().total();
    double base = alone == null ? 0 : alone;
    double allowed =
        gap * Math.max(1, Math.abs(objective - base - scenario.unavoidableShortfallCost()));
    double least = Math.min(bound, objective);
    PlanMemory next = PlanMemory.of(coordinator, words, firstPeriod);
    return new Found(found.dispatch(), objective, least, false, allowed, next);
  }

  /**
   * The same share for all.
   *
   * @param day with the share as energies that must be there on departure
   * @param share that all have, 0 to 1
   * @param bound no schedule gives more to all; at most 1
   * @param dispatch a schedule that gives it
   */
  public record Shared(Scenario day, double share, double bound, Dispatch dispatch) {
    /** What a schedule of the day says of shares. */
    public Fairness fairness(List<ShareClaim> claims, Dispatch found) {
      return MaxMin.fairness(day, claims, share, bound, found);
    }
  }

  /**
   * The greatest share of what they claim that all can have; null where none was found that keeps
   * all limits and what all must have.
   *
   * @param claims of the sessions, in their order
   * @param known a schedule that keeps all limits
   */
  public static @Nullable Shared share(
      Scenario scenario,
      List<ShareClaim> claims,
      Dispatch known,
      double seconds,
      BooleanSupplier stop) {
    Watcher watcher =
        new Watcher() {
          @Override
          public void progress(Progress progress) {
            // nobody looks at a plan that is about to be there
          }

          @Override
          public boolean stopRequested() {
            return stop.getAsBoolean();
          }
        };
    Run run = new Run(Settings.defaults(), watcher);
    FairShare.Found found = new FairShare(scenario, claims, run, seconds).find(known);
    if (found == null) {
      return null;
    }
    Dispatch dispatch = found.dispatch();
    return new Shared(found.day(), found.share(), found.bound(), dispatch);
  }

  /**
   * The schedule to run where none keeps all limits: it misses them by as little as is found in
   * time; null for none.
   */
  public static @Nullable Dispatch bestEffort(
      Scenario scenario, double seconds, BooleanSupplier stop) {
    ScheduledDispatch found = BestEffort.of(scenario, seconds, stop);
    return found == null ? null : found.dispatch();
  }
}
