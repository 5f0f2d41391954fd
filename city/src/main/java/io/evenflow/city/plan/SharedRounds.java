package io.evenflow.city.plan;

import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.DistantRounds;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds of prices between feeders that share something: the master asks, all feeders answer with
 * their certified optimum, and a bound of the whole is proven by the bounds of all. Feeders that
 * have no schedule at their own prices take no part.
 */
final class SharedRounds implements AutoCloseable {
  /** A little more than energy is worth on most days, and above what a kWh of shortfall costs. */
  private static final double MISS_COST_PER_KWH = 0.1;

  private static final double MOST_MISS_COST_PER_KWH = 20;

  private static final int FEW = 20;

  /** Rounds end where they cannot close more than this part of the gap asked. */
  private static final double WORTH = 0.2;

  private final Portfolio portfolio;
  private final SharedAsk ask;
  private final int[] substationOf;
  private final SharedCouplings couplings;
  private final DistantRounds rounds;

  /** By feeder; empty for those that take no part. */
  private final double[][] least;

  private final double[][] most;
  private final Profile[] lastProfile;

  /** By feeder all it answered. */
  private final List<List<Profile>> answers = new ArrayList<>();

  /** Feeders that take part, and their place among them. */
  private final List<Integer> active = new ArrayList<>();

  private double ownCost;
  private double withoutVehicles;
  private int count;

  /** How stages of the rounds are solved. */
  interface Solver {
    Iterable<FeederOutcome> solve(String name, int round, List<Order> orders, double bound)
        throws IOException;
  }

  /**
   * @param first outcomes at the feeders' own prices, in the order of the portfolio
   */
  SharedRounds(Portfolio portfolio, SharedAsk ask, Iterable<FeederOutcome> first) {
    this.portfolio = portfolio;
    this.ask = ask;
    couplings = new SharedCouplings(portfolio);
    substationOf = couplings.substationOf();
    int feeders = portfolio.feeders().size();
    least = new double[feeders][];
    most = new double[feeders][];
    lastProfile = new Profile[feeders];
    Arrays.fill(least, new double[0]);
    Arrays.fill(most, new double[0]);
    List<int[]> rowsOf = new ArrayList<>();
    List<FeederOutcome> outcomes = new ArrayList<>();
    portfolio.feeders().forEach(feeder -> answers.add(new ArrayList<>()));
    for (FeederOutcome outcome : first) {
      if (outcome.hasSchedule()) {
        active.add(outcome.index());
        rowsOf.add(couplings.rowsOf(substationOf[outcome.index()]));
        least[outcome.index()] = outcome.importKw().clone();
        most[outcome.index()] = outcome.importKw().clone();
        ownCost += outcome.objective();
        withoutVehicles += outcome.withoutVehicles();
        outcomes.add(outcome);
      }
    }
    double hours = portfolio.horizon().stepHours();
    rounds =
        new DistantRounds(
            couplings.rows(),
            rowsOf,
            couplings.all(),
            MISS_COST_PER_KWH * hours,
            MOST_MISS_COST_PER_KWH * hours);
    answered(outcomes);
  }

  /** Runs rounds until the bound rises no more. */
  void run(Solver solver) throws IOException {
    while (rounds.next(WORTH * ask.gap() * scale()) && count < ask.rounds()) {
      count++;
      List<Order> orders = new ArrayList<>();
      double[] price = rounds.price();
      for (int f : active) {
        orders.add(order(f, price));
      }
      List<FeederOutcome> outcomes = new ArrayList<>();
      String name = "round-%03d".formatted(count);
      solver.solve(name, count, orders, rounds.bound()).forEach(outcomes::add);
      answered(outcomes);
    }
  }

  /** What vehicles cost at the feeders' own prices, or 1 where that is less. Unit: currency. */
  double scale() {
    double vehicles = Math.abs(ownCost - withoutVehicles);
    return Double.isNaN(vehicles) ? Math.max(1, Math.abs(ownCost)) : Math.max(1, vehicles);
  }

  private void answered(List<FeederOutcome> outcomes) {
    Profile[] profiles = new Profile[active.size()];
    double[] bounds = new double[profiles.length];
    for (int i = 0; i < profiles.length; i++) {
      FeederOutcome outcome = outcomes.get(i);
      int f = outcome.index();
      if (outcome.hasSchedule()) {
        lastProfile[f] = new Profile(outcome.importKw(), outcome.objective());
        answers.get(f).add(lastProfile[f]);
        for (int t = 0; t < outcome.importKw().length; t++) {
          least[f][t] = Math.min(least[f][t], outcome.importKw()[t]);
          most[f][t] = Math.max(most[f][t], outcome.importKw()[t]);
        }
      }
      profiles[i] = lastProfile[f];
      // It had a schedule before prices were added, so there is one: whatever else it says proves
      // nothing.
      bounds[i] = outcome.hasSchedule() ? outcome.bound() : Double.NEGATIVE_INFINITY;
    }
    rounds.answered(profiles, bounds);
  }

  private Order order(int feeder, double[] price) {
    return new Order(placed(feeder), added(feeder, price), null, null, false);
  }

  private PlacedFeeder placed(int feeder) {
    return portfolio.feeders().get(feeder);
  }

  /** What prices by row add to a feeder's. Unit: currency per MWh. */
  private double[] added(int feeder, double[] price) {
    double[] perMwh = new double[portfolio.horizon().periods()];
    Arrays.setAll(
        perMwh,
        t -> 1000 * price[couplings.row(substationOf[feeder], t)] / portfolio.horizon().hours(t));
    return perMwh;
  }

  /** Orders of a plan that keeps all shared limits, of the feeders that take part. */
  List<Order> plan() {
    double[][] mean = none();
    for (int i = 0; i < active.size(); i++) {
      mean[active.get(i)] = rounds.mean(i);
    }
    return limited(active, new Allotment(portfolio, mean, least, most, substationOf));
  }

  /**
   * Orders for feeders that found no schedule within their part: all that the others leave, shared
   * by fewer each time, as many small parts may be of use to nobody.
   *
   * @param settled imports of the others by feeder, empty for those without a schedule
   * @param pass counted from 1
   */
  List<Order> repair(double[][] settled, int pass) {
    double[][] mean = settled.clone();
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (settled[active.get(i)].length == 0) {
        open.add(active.get(i));
        mean[active.get(i)] = rounds.mean(i);
      }
    }
    List<Integer> takers = open.subList(0, Math.max(1, open.size() >> (pass - 1)));
    return limited(takers, allotment(mean, takers));
  }

  /** Whether so few take part that one of the answers of each can be chosen. */
  boolean areFew() {
    return active.size() <= FEW;
  }

  /**
   * Orders around one answer of each feeder.
   *
   * @param settled imports that are no choice any more, empty for the others
   */
  List<Order> choose(double[][] settled) {
    List<Integer> open = active.stream().filter(f -> settled[f].length == 0).toList();
    double[][] chosen =
        new ColumnChoice(portfolio, MOST_MISS_COST_PER_KWH).choose(settled, answers);
    List<Integer> takers = open.stream().filter(f -> chosen[f].length > 0).toList();
    Allotment allotment = allotment(chosen, takers);
    return takers.stream()
        .map(f -> new Order(placed(f), null, allotment.mostKw(f), allotment.leastKw(f), true))
        .toList();
  }

  /** What some may draw where all others draw the mean. */
  private Allotment allotment(double[][] mean, List<Integer> takers) {
    double[][] low = mean.clone();
    double[][] high = mean.clone();
    for (int f : takers) {
      low[f] = least[f];
      high[f] = most[f];
    }
    return new Allotment(portfolio, mean, low, high, substationOf);
  }

  /** The same at prices alone, which may miss what is shared. */
  List<Order> unlimited(double[][] settled) {
    double[] price = rounds.masterPrice();
    return active.stream()
        .filter(f -> settled[f].length == 0)
        .map(f -> new Order(placed(f), added(f, price), null, null, true))
        .toList();
  }

  double[][] none() {
    double[][] none = new double[portfolio.feeders().size()][];
    Arrays.fill(none, new double[0]);
    return none;
  }

  /**
   * Orders of what feeders draw now and a part of what that leaves: first for all, then for every
   * second one. Within that nothing but a feeder's own cost counts: prices would hold it back.
   *
   * @param pass counted from 1
   */
  List<Order> improve(double[][] settled, int pass) {
    List<Integer> takers =
        IntStream.range(0, active.size())
            .filter(i -> pass == 1 || (i + pass) % 2 == 0)
            .mapToObj(active::get)
            .filter(f -> settled[f].length > 0)
            .toList();
    Allotment allotment = allotment(settled, takers);
    return takers.stream()
        .map(f -> new Order(placed(f), null, allotment.mostKw(f), allotment.leastKw(f), true))
        .toList();
  }

  /** At prices a feeder is solved as fast as in the rounds, and leaves what others value more. */
  private List<Order> limited(List<Integer> feeders, Allotment allotment) {
    double[] price = rounds.masterPrice();
    return feeders.stream()
        .map(
            f ->
                new Order(
                    placed(f), added(f, price), allotment.mostKw(f), allotment.leastKw(f), true))
        .toList();
  }

  /** What prices of the last round add at a substation in a period. Unit: currency per MWh. */
  double addedPerMwh(int substation, int period) {
    double perKw = rounds.masterPrice()[couplings.row(substation, period)];
    return 1000 * perKw / portfolio.horizon().hours(period);
  }

  /** Proven lower bound of all feeders that take part and what they share. Unit: currency. */
  double bound() {
    return rounds.bound();
  }

  /** What the mean of answers costs: no prices prove more. Unit: currency. */
  double meanCost() {
    return rounds.meanCost();
  }

  /** What feeders cost without vehicles at their own prices, NaN where unknown of any. */
  double withoutVehicles() {
    return withoutVehicles;
  }

  /** How many rounds there were. */
  int count() {
    return count;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
