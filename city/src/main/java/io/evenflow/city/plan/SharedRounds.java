package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.DistantRounds;
import io.evenflow.coordination.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * By how much missing a limit is cheaper in the choices that others answer to, one after the
   * other: where too much is drawn each finds out what drawing less costs.
   */
  private static final double[] EXPLORED_COSTS = {3, 1, 10};

  private final Portfolio portfolio;
  private final SharedAsk ask;
  private final Commuters commuters;
  private final int[] substationOf;
  private final SharedCouplings couplings;
  private final List<Coupling> shared;

  /** Of couplings by their names. */
  private final Map<String, Integer> placeOf = new HashMap<>();

  private final DistantRounds rounds;

  /** By feeder; empty for those that take no part. */
  private final double[][] least;

  private final double[][] most;
  private final Profile[] lastProfile;

  /** By feeder all it answered. */
  private final List<List<FeederAnswer>> answers = new ArrayList<>();

  /** Feeders that take part, and their place among them. */
  private final List<Integer> active = new ArrayList<>();

  private final CommuterColumns columns;
  private final Commuters.Solver vehicles;
  private final Path folder;

  /** By feeder what commuters add to its import in the end; empty for nothing. Unit: kW. */
  private double[][] shifts;

  /** Of commuters in the end, by part. */
  private Profile[] parts = new Profile[0];

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
    couplings = new SharedCouplings(portfolio);
    substationOf = couplings.substationOf();
    int feeders = portfolio.feeders().size();
    least = new double[feeders][];
    most = new double[feeders][];
    lastProfile = new Profile[feeders];
    shifts = new double[feeders][0];
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
    int[] every = IntStream.range(0, couplings.rows().size()).toArray();
    for (int part = 0; part < columns.size(); part++) {
      rowsOf.add(every);
    }
    shared = couplings.all();
    for (int c = 0; c < shared.size(); c++) {
      placeOf.put(shared.get(c).name(), c);
    }
    rounds =
        new DistantRounds(
            couplings.rows(), rowsOf, shared, MISS_COST_PER_KWH, MOST_MISS_COST_PER_KWH);
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
      for (int f : active) {
        orders.add(order(f, added(f, price), null, null, false));
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
    Profile[] profiles = new Profile[active.size() + columns.size()];
    double[] bounds = new double[profiles.length];
    meanSeconds = 0;
    for (int i = 0; i < active.size(); i++) {
      FeederOutcome outcome = outcomes.get(i);
      int f = outcome.index();
      meanSeconds += outcome.seconds() / active.size();
      if (outcome.hasSchedule()) {
        lastProfile[f] = new Profile(outcome.importKw(), outcome.objective());
        double[] added = price == null ? null : added(f, price);
        answers.get(f).add(new FeederAnswer(lastProfile[f], added, null, null));
        for (int t = 0; t < outcome.importKw().length; t++) {
          least[f][t] = Math.min(least[f][t], outcome.importKw()[t]);
          most[f][t] = Math.max(most[f][t], outcome.importKw()[t]);
        }
      }
      profiles[i] = lastProfile[f];
      // It had a schedule before prices were added, so there is one: whatever else it says proves
      // nothing.
      bounds[i] = outcome.hasSchedule() ? proven(outcome) : Double.NEGATIVE_INFINITY;
      commuters.learn(f, outcome.proof(), true, 1);
    }
    if (columns.size() > 0) {
      CommuterColumns.Answers answers = columns.answer(vehicles, folder, price);
      System.arraycopy(answers.profiles(), 0, profiles, active.size(), columns.size());
      System.arraycopy(answers.least(), 0, bounds, active.size(), columns.size());
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
   * Decides what commuters do: of each part of them one of its answers, so that they cost least
   * beside what feeders answered. What feeders answered is moved by as much.
   *
   * @param missCostPerKwh of limits. Unit: currency per kWh
   */
  void settle(double missCostPerKwh) throws IOException {
    if (columns.size() == 0) {
      return;
    }
    double[][] open = new double[answers.size()][0];
    Profile[] chosen =
        new ColumnChoice(portfolio, missCostPerKwh, columns.profiles())
            .chooseParts(open, answers, active.size() <= PlanOrders.FEW);
    if (chosen.length == 0) {
      chosen = new Profile[columns.size()];
      Arrays.setAll(chosen, part -> rounds.leading(active.size() + part));
    }
    settle(chosen);
  }

  /**
   * Decides what commuters do once more, where a plan misses limits: they answer where these are
   * dear, and of each part one of its answers is taken beside what feeders do in the plan.
   *
   * @param importKw of the plan, by feeder; empty without a schedule
   * @return whether there is anything to decide
   */
  boolean settleAgain(double[][] importKw, Imports imports, double missCostPerKwh)
      throws IOException {
    if (columns.size() == 0) {
      return false;
    }
    answerWithin(imports, missCostPerKwh);
    double[][] settled = new double[importKw.length][];
    for (int f = 0; f < settled.length; f++) {
      settled[f] = importKw[f].clone();
      if (settled[f].length > 0 && shifts[f].length > 0) {
        move(settled[f], shifts[f], -1);
      }
    }
    Profile[] chosen =
        new ColumnChoice(portfolio, missCostPerKwh, columns.profiles())
            .chooseParts(settled, noAnswers(), true);
    if (chosen.length > 0) {
      settle(chosen);
    }
    return chosen.length > 0;
  }

  /** What commuters do now, by part. */
  Profile[] parts() {
    return parts;
  }

  /** Lets commuters do one of their answers. */
  void settle(Profile[] parts) throws IOException {
    if (columns.size() == 0) {
      return;
    }
    this.parts = parts;
    move(-1);
    shifts = columns.settle(parts);
    move(1);
  }

  /** Commuters answer within what a plan leaves. */
  private void answerWithin(Imports imports, double missCostPerKwh) throws IOException {
    int periods = portfolio.horizon().periods();
    double[] moreKw = new double[couplings.rows().size()];
    double[] lessKw = new double[moreKw.length];
    double hours = 0;
    for (int row = 0; row < moreKw.length; row++) {
      moreKw[row] = imports.leftKw(row / periods, row % periods, true);
      lessKw[row] = imports.leftKw(row / periods, row % periods, false);
      hours = Math.max(hours, portfolio.horizon().hours(row % periods));
    }
    columns.answerWithin(vehicles, folder, moreKw, lessKw, missCostPerKwh * hours);
  }

  /**
   * Looks for answers that fit together: one answer of each is chosen, and each answers once more
   * within what the others leave. The next choice is another one.
   *
   * @param before choices so far; the one of now is added
   * @return whether anybody answered anything new
   */
  boolean explore(int round, SharedPlan.Solver solver, Ask brief, List<ColumnChoice.Choice> before)
      throws IOException {
    double missCost = PlanOrders.MISS_COST_PER_KWH / EXPLORED_COSTS[round % EXPLORED_COSTS.length];
    ColumnChoice.Choice choice = choice(before, missCost);
    if (choice == null) {
      return false;
    }
    before.add(choice);
    settle(choice.parts());
    double[][] importKw = new double[answers.size()][0];
    Imports imports = new Imports(portfolio);
    for (int f : active) {
      FeederAnswer own = choice.feeders()[f];
      if (own != null) {
        importKw[f] = moved(f, own).profile().amounts();
        imports.add(substationOf[f], importKw[f]);
      }
    }
    List<Order> orders = new ArrayList<>();
    for (int f : active) {
      Allotment left = new Allotment(portfolio, importKw, List.of(f), least, most, substationOf);
      orders.add(order(f, budgetsPerMwh(f), left.mostKw(f), left.leastKw(f), false));
    }
    int known = answersCount();
    solver
        .solve("answers to others " + round, brief, orders)
        .forEach(outcome -> learn(outcome, orders.get(active.indexOf(outcome.index()))));
    if (columns.size() > 0) {
      answerWithin(imports, PlanOrders.MISS_COST_PER_KWH);
    }
    return answersCount() > known;
  }

  /** One answer of each that together cost least, or nearly so; null where none was found. */
  ColumnChoice.@Nullable Choice choice(List<ColumnChoice.Choice> before) {
    return choice(before, PlanOrders.MISS_COST_PER_KWH);
  }

  private ColumnChoice.@Nullable Choice choice(
      List<ColumnChoice.Choice> before, double missCostPerKwh) {
    return new ColumnChoice(portfolio, missCostPerKwh, columns.profiles())
        .chooseAll(answers, before);
  }

  private int answersCount() {
    int count = 0;
    for (List<FeederAnswer> own : answers) {
      count += own.size();
    }
    for (List<Profile> own : columns.profiles()) {
      count += own.size();
    }
    return count;
  }

  /** An answer within limits, as it were if commuters did what they did in all rounds. */
  private void learn(FeederOutcome outcome, Order order) {
    int f = outcome.index();
    if (!outcome.hasSchedule()) {
      return;
    }
    double[] back = Arrays.stream(shifts[f]).map(kw -> -kw).toArray();
    double cost = outcome.objective() - columns.addedPayment(f);
    FeederAnswer answer =
        new FeederAnswer(
            new Profile(outcome.importKw(), cost),
            order.addedPerMwh(),
            order.mostImportKw(),
            order.leastImportKw());
    FeederAnswer own = back.length == 0 ? answer : answer.movedBy(back);
    if (answers.get(f).stream()
        .noneMatch(old -> ColumnChoice.areAlike(old.profile(), own.profile()))) {
      answers.get(f).add(own);
    }
    for (int t = 0; t < outcome.importKw().length; t++) {
      least[f][t] = Math.min(least[f][t], outcome.importKw()[t]);
      most[f][t] = Math.max(most[f][t], outcome.importKw()[t]);
    }
  }

  private List<List<FeederAnswer>> noAnswers() {
    return answers.stream().map(own -> List.<FeederAnswer>of()).toList();
  }

  /** Least and most by what commuters draw. */
  private void move(double sign) {
    for (int f : active) {
      if (shifts[f].length > 0) {
        move(least[f], shifts[f], sign);
        move(most[f], shifts[f], sign);
      }
    }
  }

  private static void move(double[] kw, double[] more, double sign) {
    Arrays.setAll(kw, t -> kw[t] + sign * more[t]);
  }

  /** What prices by row add to a feeder's. Unit: currency per MWh. */
  private double[] added(int feeder, double[] price) {
    double[] perMwh = new double[portfolio.horizon().periods()];
    Arrays.setAll(
        perMwh,
        t -> 1000 * price[couplings.row(substationOf[feeder], t)] / portfolio.horizon().hours(t));
    return perMwh;
  }

  /** Feeders that take part. */
  List<Integer> active() {
    return active;
  }

  /** All a feeder answered, none where it takes no part. */
  List<FeederAnswer> answers(int feeder) {
    return answers.get(feeder).stream().map(answer -> moved(feeder, answer)).toList();
  }

  /** An answer with what commuters draw now. */
  FeederAnswer moved(int feeder, FeederAnswer answer) {
    if (shifts[feeder].length == 0) {
      return answer;
    }
    return answer.movedBy(shifts[feeder]);
  }

  /**
   * The one answer that the cheapest mean of all answers takes of a feeder; null where it mixes
   * several.
   *
   * @param place among those that take part
   */
  @Nullable FeederAnswer whole(int place) {
    Profile whole = rounds.whole(place);
    for (FeederAnswer answer : answers.get(active.get(place))) {
      if (answer.profile() == whole) {
        return moved(active.get(place), answer);
      }
    }
    return null;
  }

  /** Imports of a feeder in that mean. Unit: kW. */
  double[] mean(int place) {
    double[] mean = rounds.mean(place);
    double[] shift = shifts[active.get(place)];
    if (shift.length > 0) {
      move(mean, shift, 1);
    }
    return mean;
  }

  /** By feeder the least imports of all its answers; the object's own. Unit: kW. */
  double[][] least() {
    return least;
  }

  /** By feeder the greatest imports of all its answers; the object's own. Unit: kW. */
  double[][] most() {
    return most;
  }

  /** What the last prices add at a feeder. Unit: currency per MWh. */
  double[] addedPerMwh(int feeder) {
    return added(feeder, rounds.masterPrice());
  }

  /**
   * What one thing that is shared adds to the price at a substation, 0 where there is none of that
   * name. Unit: currency per MWh
   *
   * @param name of its coupling
   */
  double askedPerMwh(String name, int substation, int period) {
    Integer coupling = placeOf.get(name);
    if (coupling == null) {
      return 0;
    }
    int row = Arrays.binarySearch(shared.get(coupling).rows(), couplings.row(substation, period));
    return 1000 * rounds.asked(coupling)[row] / portfolio.horizon().hours(period);
  }

  /** What budgets alone add at a feeder, null where there are none. Unit: currency per MWh. */
  double @Nullable [] budgetsPerMwh(int feeder) {
    double[] perMwh = null;
    for (SharedBudget budget : portfolio.budgets()) {
      int substation = substationOf[feeder];
      if (budget.substations().contains(portfolio.substations().get(substation))) {
        perMwh = perMwh == null ? new double[portfolio.horizon().periods()] : perMwh;
        for (int t = 0; t < perMwh.length; t++) {
          perMwh[t] += askedPerMwh(SharedCouplings.name(budget), substation, t);
        }
      }
    }
    return perMwh;
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
