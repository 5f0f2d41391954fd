package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.DistantRounds;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rounds of prices between feeders that share something: the master asks, all feeders answer with
 * their certified optimum, and a bound of the whole is proven by the bounds of all. Feeders that
 * have no schedule at their own prices take no part.
 */
final class SharedRounds implements AutoCloseable {
  /** A little more than energy is worth on most days, and above what a kWh of shortfall costs. */
  private static final double MISS_COST_PER_KWH = 0.1;

  private static final double MOST_MISS_COST_PER_KWH = 20;

  /** Rounds end where they cannot close more than this part of the gap asked. */
  private static final double WORTH = 0.2;

  private final Portfolio portfolio;
  private final SharedAsk ask;
  private final Commuters commuters;
  private final DistantRounds rounds;
  private final SharedPrices prices;
  private final FeederAnswers answers;
  private final Profile[] lastProfile;
  private final CommuterColumns columns;
  private final Commuters.Solver vehicles;
  private final Path folder;
  private final CommuterSettlement settlement;

  /** Wall time of a feeder in the last round. Unit: s. */
  private double meanSeconds;

  private double ownCost;
  private double withoutVehicles;
  private int count;

  /** How stages of the rounds are solved. */
  interface Solver {
    Iterable<FeederOutcome> solve(String name, int round, List<Order> orders, double bound)
        throws IOException;
  }

  /**
   * @param commuters with plans that feeders keep to in all rounds, while they answer themselves
   * @param vehicles how they are asked
   * @param folder of their stages
   * @param first outcomes at the feeders' own prices, in the order of the portfolio
   */
  SharedRounds(
      Portfolio portfolio,
      SharedAsk ask,
      Commuters commuters,
      Commuters.Solver vehicles,
      Path folder,
      Iterable<FeederOutcome> first)
      throws IOException {
    this.portfolio = portfolio;
    this.ask = ask;
    this.commuters = commuters;
    this.vehicles = vehicles;
    this.folder = folder;
    columns = new CommuterColumns(portfolio, commuters);
    SharedCouplings couplings = new SharedCouplings(portfolio);
    int[] substationOf = couplings.substationOf();
    lastProfile = new Profile[substationOf.length];
    answers = new FeederAnswers(substationOf.length);
    settlement = new CommuterSettlement(portfolio, answers, columns, vehicles, folder);
    List<int[]> rowsOf = new ArrayList<>();
    List<FeederOutcome> outcomes = new ArrayList<>();
    for (FeederOutcome outcome : first) {
      if (outcome.hasSchedule()) {
        answers.begin(outcome.index(), outcome.importKw());
        rowsOf.add(couplings.rowsOf(substationOf[outcome.index()]));
        ownCost += outcome.objective();
        withoutVehicles += outcome.withoutVehicles();
        outcomes.add(outcome);
      }
    }
    int[] every = IntStream.range(0, couplings.rows().size()).toArray();
    for (int part = 0; part < columns.size(); part++) {
      rowsOf.add(every);
    }
    List<Coupling> shared = couplings.all();
    rounds =
        new DistantRounds(
            couplings.rows(), rowsOf, shared, MISS_COST_PER_KWH, MOST_MISS_COST_PER_KWH);
    prices = new SharedPrices(portfolio, couplings, shared, rounds);
    answered(outcomes, null);
  }

  /** Runs rounds until the bound rises no more, or there is no time for another as long. */
  void run(Solver solver) throws IOException {
    TimeLeft time = new TimeLeft(ask.roundSeconds());
    while (rounds.next(WORTH * ask.gap() * scale())
        && count < ask.rounds()
        && time.isEnoughForAnother()) {
      count++;
      List<Order> orders = new ArrayList<>();
      double[] price = rounds.price();
      for (int f : active()) {
        orders.add(order(f, prices.addedPerMwh(f, price), null, null, false));
      }
      List<FeederOutcome> outcomes = new ArrayList<>();
      String name = "round-%03d".formatted(count);
      solver.solve(name, count, orders, rounds.bound()).forEach(outcomes::add);
      answered(outcomes, price);
    }
  }

  /** What is asked of a feeder, with what commuters draw there. */
  Order order(
      int feeder,
      double @Nullable [] addedPerMwh,
      double @Nullable [] mostKw,
      double @Nullable [] leastKw,
      boolean isFull) {
    return new Order(
        portfolio.feeders().get(feeder),
        addedPerMwh,
        mostKw,
        leastKw,
        commuters.at(feeder),
        isFull);
  }

  /** What vehicles cost at the feeders' own prices, or 1 where that is less. Unit: currency. */
  double scale() {
    double vehicles = Math.abs(ownCost - withoutVehicles);
    return Double.isNaN(vehicles) ? Math.max(1, Math.abs(ownCost)) : Math.max(1, vehicles);
  }

  /**
   * @param price by row that was asked, null for none
   */
  private void answered(List<FeederOutcome> outcomes, double @Nullable [] price)
      throws IOException {
    int feeders = active().size();
    Profile[] profiles = new Profile[feeders + columns.size()];
    double[] bounds = new double[profiles.length];
    meanSeconds = 0;
    for (int i = 0; i < feeders; i++) {
      FeederOutcome outcome = outcomes.get(i);
      int f = outcome.index();
      meanSeconds += outcome.seconds() / feeders;
      if (outcome.hasSchedule()) {
        lastProfile[f] = new Profile(outcome.importKw(), outcome.objective());
        double[] added = price == null ? null : prices.addedPerMwh(f, price);
        answers.add(f, new FeederAnswer(lastProfile[f], added, null, null));
      }
      profiles[i] = lastProfile[f];
      // It had a schedule before prices were added, so there is one: whatever else it says proves
      // nothing.
      bounds[i] = outcome.hasSchedule() ? proven(outcome) : Double.NEGATIVE_INFINITY;
      commuters.learn(f, outcome.proof(), true, 1);
    }
    if (columns.size() > 0) {
      CommuterColumns.Answers parts = columns.answer(vehicles, folder, price);
      System.arraycopy(parts.profiles(), 0, profiles, feeders, columns.size());
      System.arraycopy(parts.least(), 0, bounds, feeders, columns.size());
    }
    rounds.answered(profiles, bounds);
  }

  /** Where commuters answer to a feeder's prices, what these prove. Unit: currency. */
  private double proven(FeederOutcome outcome) {
    Visits visits = columns.at(outcome.index());
    Visits.Proof proof = outcome.proof();
    if (visits == null) {
      return outcome.bound();
    }
    return proof == null ? Double.NEGATIVE_INFINITY : proof.at(visits.kw());
  }

  /**
   * Decides what commuters do beside what feeders answered.
   *
   * @param missCostPerKwh of limits. Unit: currency per kWh
   */
  void settle(double missCostPerKwh) throws IOException {
    settlement.choose(missCostPerKwh, part -> rounds.leading(active().size() + part));
  }

  /** What commuters do. */
  CommuterSettlement settlement() {
    return settlement;
  }

  /** Where few answer to each other. */
  MutualAnswers mutual() {
    return new MutualAnswers(portfolio, this, columns, settlement);
  }

  /** What feeders answered. */
  FeederAnswers answers() {
    return answers;
  }

  /** What is shared, as prices. */
  SharedPrices prices() {
    return prices;
  }

  /** Feeders that take part. */
  List<Integer> active() {
    return answers.active();
  }

  /**
   * The one answer that the cheapest mean of all answers takes of a feeder; null where it mixes
   * several.
   *
   * @param place among those that take part
   */
  @Nullable FeederAnswer whole(int place) {
    int feeder = active().get(place);
    Profile whole = rounds.whole(place);
    for (FeederAnswer answer : answers.ofRounds().get(feeder)) {
      if (answer.profile() == whole) {
        return answers.moved(feeder, answer);
      }
    }
    return null;
  }

  /** Imports of a feeder in that mean. Unit: kW. */
  double[] mean(int place) {
    return answers.shifted(active().get(place), rounds.mean(place));
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

  /** Mean wall time of a feeder in the last round. Unit: s. */
  double meanSeconds() {
    return meanSeconds;
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
