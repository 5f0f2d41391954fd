package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds between feeders and vehicles that move between them: vehicles answer to what feeders ask
 * at each station in each period, feeders are solved with what vehicles draw and prove what else
 * that may cost. First all vehicles do what they answer, then fewer and fewer at means of prices,
 * as all together would only change places.
 */
final class CommuterRounds {
  private final Portfolio portfolio;
  private final SharedAsk ask;
  private final Commuters commuters;

  /** Of feeders while nobody visits. */
  private final Outcomes alone;

  /** Whether a feeder has a schedule while nobody visits; others are no part of sums. */
  private final boolean[] takesPart;

  /** Proven of feeders that nobody visits. Unit: currency. */
  private final double[] boundAlone;

  private final double withoutVehicles;
  private final double costAlone;
  private double bound = Double.NEGATIVE_INFINITY;
  private Outcomes best;
  private CommuterPlans plans = CommuterPlans.NONE;
  private int bestFailures = Integer.MAX_VALUE;
  private double bestCost = Double.POSITIVE_INFINITY;
  private int count;

  /** How stages of feeders are solved. */
  interface FeederStages {
    Stage solve(String name, int round, List<Order> orders, double bound) throws IOException;
  }

  /**
   * @param alone outcomes while nobody visits
   */
  CommuterRounds(Portfolio portfolio, SharedAsk ask, Commuters commuters, Outcomes alone)
      throws IOException {
    this.portfolio = portfolio;
    this.ask = ask;
    this.commuters = commuters;
    this.alone = alone;
    best = alone;
    takesPart = new boolean[portfolio.feeders().size()];
    boundAlone = new double[takesPart.length];
    Totals totals = new Totals();
    alone.forEach(
        outcome -> {
          totals.add(outcome);
          takesPart[outcome.index()] = outcome.hasSchedule();
          boundAlone[outcome.index()] = outcome.bound();
          commuters.learn(outcome.index(), outcome.proof(), outcome.hasSchedule(), 1);
        });
    withoutVehicles = totals.withoutVehicles();
    costAlone = totals.objective();
  }

  /** Runs rounds until the gap is closed, or there are no more to be had. */
  void run(FeederStages feeders, Commuters.Solver vehicles, Path folder) throws IOException {
    TimeLeft time = new TimeLeft(ask.roundSeconds());
    while (true) {
      // what the first ones answer is far off: prices of feeders where nobody draws
      answer(vehicles, folder, 1.0 / Math.max(1, count));
      if (count >= Math.max(1, ask.rounds()) || isClosed() || !time.isEnoughForAnother()) {
        return;
      }
      count++;
      Outcomes next = visited(feeders, "visits-%03d".formatted(count), count, true);
      int[] failures = {0};
      double weight = 1.0 / count;
      next.forEach(
          outcome -> {
            boolean has = outcome.hasSchedule();
            failures[0] += has ? 0 : 1;
            commuters.learn(outcome.index(), outcome.proof(), has, weight);
          });
      keep(next, failures[0]);
    }
  }

  /** Vehicles answer to the prices of now, which proves a bound. */
  void answer(Commuters.Solver vehicles, Path folder, double switching) throws IOException {
    double least = commuters.answer(vehicles, folder, switching);
    for (int f = 0; f < takesPart.length; f++) {
      least += !takesPart[f] ? 0 : commuters.at(f) == null ? boundAlone[f] : commuters.base(f);
    }
    bound = Math.max(bound, least);
  }

  /** Feeders with what vehicles draw now; those that nobody visits as they were. */
  Outcomes visited(FeederStages feeders, String name, int round, boolean isFull)
      throws IOException {
    List<Order> orders = new ArrayList<>();
    for (int f = 0; f < takesPart.length; f++) {
      Visits visits = commuters.at(f);
      if (takesPart[f] && visits != null) {
        orders.add(new Order(portfolio.feeders().get(f), null, null, null, visits, isFull));
      }
    }
    Outcomes next = alone.copy();
    next.add(feeders.solve(name, round, orders, bound));
    return next;
  }

  private void keep(Outcomes next, int failures) {
    double cost = next.objective() + commuters.ownCost();
    if (failures < bestFailures || (failures == bestFailures && cost < bestCost)) {
      best = next;
      bestFailures = failures;
      bestCost = cost;
      plans = new CommuterPlans(commuters.parts(), commuters.ownCost());
    }
  }

  private boolean isClosed() {
    double vehicles = Math.abs(costAlone - withoutVehicles);
    double scale = Double.isNaN(vehicles) ? Math.abs(costAlone) : vehicles;
    return bestCost - bound <= ask.gap() * Math.max(1, scale);
  }

  /** Proven lower bound of all where nothing but vehicles is shared. Unit: currency. */
  double bound() {
    return bound;
  }

  /** What feeders cost without any vehicle, NaN where unknown of any. Unit: currency. */
  double withoutVehicles() {
    return withoutVehicles;
  }

  /** The best outcomes so far. */
  Outcomes best() {
    return best;
  }

  /** What vehicles do in them. */
  CommuterPlans plans() {
    return plans;
  }

  /** How many rounds there were. */
  int count() {
    return count;
  }
}
