package io.evenflow.city.plan;

import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.coordination.Profile;
import io.evenflow.io.FolderLock;
import io.evenflow.io.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans a city: every feeder by the certified method and, where they share something, rounds of
 * prices between them. Whatever is solved is kept in the folder {@value #WORK} until the tables are
 * written, so that a run that was killed goes on where it was.
 */
public final class CityRun {
  private static final String WORK = ".work";

  /** How often commuters are asked once more where a plan misses what is shared. */
  private static final int MOST_AGAIN = 3;

  /** How many choices of answers become plans. */
  private static final int MOST_CHOICES = 6;

  private final Portfolio portfolio;
  private final Ask ask;
  private final SharedAsk shared;
  private final Path folder;
  private final Crew crew;
  private final Tables tables;
  private final Watcher watcher;
  private final long start = System.nanoTime();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long booked = start;

  /** Reads the outcomes before they are gone. */
  public interface Reader {
    /**
     * Called once, when the plan is made.
     *
     * @param limits what is made of all that is shared
     */
    void read(Portfolio portfolio, Outcomes outcomes, Imports imports, List<LimitUse> limits)
        throws IOException;
  }

  /**
   * @param folder of tables and summary; made where it is missing
   */
  public CityRun(
      Portfolio portfolio,
      Ask ask,
      SharedAsk shared,
      Path folder,
      Crew crew,
      Tables tables,
      Watcher watcher) {
    this.portfolio = portfolio;
    this.ask = ask;
    this.shared = shared;
    this.folder = folder;
    this.crew = crew;
    this.tables = tables;
    this.watcher = watcher;
  }

  /**
   * Runs to the end.
   *
   * @throws InputException where another run works in the folder
   */
  public Summary run() throws IOException {
    return run((city, outcomes, imports, limits) -> {});
  }

  /** The same, with somebody who reads the outcomes. */
  public Summary run(Reader reader) throws IOException {
    try (FolderLock lock = FolderLock.tryOf(folder)) {
      if (lock == null) {
        throw new InputException(
            "another city is being solved in '" + folder + "'",
            "Maybe wait for its end, or choose another folder with --output.");
      }
      Files.deleteIfExists(folder.resolve(Summary.FILE));
      Summary summary = solve(reader);
      summary.write(folder);
      FolderRemoval.remove(folder.resolve(WORK));
      return summary;
    }
  }

  private Summary solve(Reader reader) throws IOException {
    Commuters commuters = new Commuters(portfolio);
    Outcomes outcomes = new Outcomes(portfolio.feeders().size());
    List<Order> orders = new ArrayList<>();
    boolean coupled = portfolio.isCoupled();
    for (PlacedFeeder feeder : portfolio.feeders()) {
      Visits visits = commuters.at(feeder.index());
      orders.add(new Order(feeder, null, null, null, visits, !coupled));
    }
    outcomes.add(solve("plan", 0, orders, Double.NEGATIVE_INFINITY));
    book("feeders");
    if (coupled) {
      return coordinate(outcomes, commuters, reader);
    }
    if (commuters.areNone()) {
      Totals totals = totals(outcomes);
      Claim claim = new Claim(totals.bound(), totals.withoutVehicles(), 0, ask.gap());
      return end(outcomes, claim, null, CommuterPlans.NONE, reader);
    }
    CommuterRounds rounds = new CommuterRounds(portfolio, shared, commuters, outcomes);
    rounds.run(this::solve, this::solve, folder.resolve(WORK));
    book("commuters");
    Claim claim = new Claim(rounds.bound(), rounds.withoutVehicles(), rounds.count(), shared.gap());
    return end(rounds.best(), claim, null, rounds.plans(), reader);
  }

  /**
   * What is known of the whole.
   *
   * @param bound proven. Unit: currency
   * @param withoutVehicles NaN where unknown. Unit: currency
   * @param rounds how many there were
   * @param gap what was asked
   */
  private record Claim(double bound, double withoutVehicles, int rounds, double gap) {}

  /** Rounds of prices, then a plan within what is shared. */
  private Summary coordinate(Outcomes alone, Commuters commuters, Reader reader)
      throws IOException {
    Path work = folder.resolve(WORK);
    Outcomes first = alone;
    double withoutVehicles = totals(alone).withoutVehicles();
    if (!commuters.areNone()) {
      CommuterRounds between = new CommuterRounds(portfolio, shared, commuters, alone);
      between.answer(this::solve, work, 1);
      first = between.visited(this::solve, "visits", 0, false);
    }
    List<FeederOutcome> all = new ArrayList<>();
    first.forEach(all::add);
    all.sort(Comparator.comparingInt(FeederOutcome::index));
    try (SharedRounds rounds =
        new SharedRounds(portfolio, shared, commuters, this::solve, work, all)) {
      rounds.run(this::answers);
      rounds.settle(PlanOrders.MISS_COST_PER_KWH);
      book("rounds");
      Whole whole = new Whole(commuters);
      Found found = found(rounds, first, whole, commuters);
      book("plan");
      Claim claim = new Claim(rounds.bound(), withoutVehicles, rounds.count(), shared.gap());
      return end(found.outcomes(), claim, rounds, found.plans(), reader);
    }
  }

  /** A plan within what is shared. */
  private record Found(
      Outcomes outcomes, CommuterPlans plans, Profile[] parts, double missedKw, double cost) {
    boolean isBetterThan(Found other) {
      return missedKw < other.missedKw || (missedKw == other.missedKw && cost < other.cost);
    }

    /** Whether it keeps limits at no more than was expected, but for this part of it. */
    boolean isAtMost(double expected, double part) {
      return missedKw == 0 && cost <= expected + part * Math.max(1, Math.abs(expected));
    }
  }

  private Found found(SharedRounds rounds, Outcomes first, Whole whole, Commuters commuters)
      throws IOException {
    SharedPlan plan = plan(rounds, whole, "");
    Found best = found(plan.find(first), rounds, whole, commuters);
    if (rounds.active().size() <= PlanOrders.FEW && plan.isOpen(best.missedKw(), best.cost())) {
      if (plan.explore()) {
        best = chosen(best, rounds, first, whole, commuters);
      }
      rounds.settlement().settle(best.parts());
    }
    plan(rounds, whole, "").finish(best.outcomes());
    best = found(best.outcomes(), rounds, whole, commuters);
    for (int again = 1; again <= MOST_AGAIN && best.missedKw() > 0; again++) {
      rounds.settlement().settle(best.parts());
      Imports imports = imports(best.outcomes());
      double[][] importKw = best.outcomes().importKw();
      if (!rounds.settlement().chooseAgain(importKw, imports, PlanOrders.MISS_COST_PER_KWH)) {
        break;
      }
      SharedPlan another = plan(rounds, whole, " again " + again);
      Outcomes next = another.find(first);
      another.finish(next);
      Found other = found(next, rounds, whole, commuters);
      best = other.isBetterThan(best) ? other : best;
    }
    return best;
  }

  /** The best of plans that choices of answers become, or the one so far. */
  private Found chosen(
      Found soFar, SharedRounds rounds, Outcomes first, Whole whole, Commuters commuters)
      throws IOException {
    Found best = soFar;
    List<ColumnChoice.Choice> tried = new ArrayList<>();
    MutualAnswers mutual = rounds.mutual();
    ColumnChoice.Choice choice = mutual.choice(tried);
    while (choice != null && tried.size() < MOST_CHOICES) {
      tried.add(choice);
      rounds.settlement().settle(choice.parts());
      SharedPlan plan = plan(rounds, whole, " of choice " + tried.size());
      Found other = found(plan.of(choice, first), rounds, whole, commuters);
      best = other.isBetterThan(best) ? other : best;
      // Further choices cost more, by what answers say.
      boolean isGood = best.isAtMost(choice.cost(), shared.gap());
      choice = isGood ? null : mutual.choice(tried);
    }
    return best;
  }

  private Found found(Outcomes outcomes, SharedRounds rounds, Whole whole, Commuters commuters) {
    return new Found(
        outcomes,
        new CommuterPlans(commuters.parts(), commuters.ownCost()),
        rounds.settlement().parts(),
        whole.missedKw(outcomes),
        whole.cost(outcomes));
  }

  private SharedPlan plan(SharedRounds rounds, Whole whole, String suffix) {
    return new SharedPlan(
        ask,
        shared,
        rounds,
        new PlanOrders(portfolio, rounds),
        (name, asked, orders) -> solve(name + suffix, 0, asked, orders, rounds.bound()),
        whole);
  }

  private List<FeederOutcome> answers(String name, int round, List<Order> orders, double bound)
      throws IOException {
    return all(solve(name, round, orders, bound));
  }

  /** Outcomes as one plan. */
  private final class Whole implements SharedPlan.Judge {
    private final Commuters commuters;

    Whole(Commuters commuters) {
      this.commuters = commuters;
    }

    @Override
    public double missedKw(Outcomes outcomes) {
      return imports(outcomes).missedKw();
    }

    @Override
    public double cost(Outcomes outcomes) {
      return outcomes.objective() + imports(outcomes).peakCost() + commuters.ownCost();
    }
  }

  private Imports imports(Outcomes outcomes) {
    Imports imports = new Imports(portfolio);
    int[] substationOf = new SharedCouplings(portfolio).substationOf();
    for (int f = 0; f < substationOf.length; f++) {
      imports.add(substationOf[f], outcomes.importKw()[f]);
    }
    return imports;
  }

  private static List<FeederOutcome> all(Stage stage) throws IOException {
    List<FeederOutcome> all = new ArrayList<>();
    stage.forEach(all::add);
    return all;
  }

  private Stage solve(String name, int round, List<Order> orders, double bound) throws IOException {
    return solve(name, round, ask, orders, bound);
  }

  private Stage solve(String name, int round, Ask asked, List<Order> orders, double bound)
      throws IOException {
    Path work = folder.resolve(WORK).resolve(name.replace(' ', '-'));
    Stage stage = Stage.of(work, portfolio, asked, orders, crew.size());
    String said = round > 0 ? "round" : name;
    stage.solve(
        crew,
        (done, all) -> watcher.progress(said, round, (double) done / Math.max(1, all), bound));
    return stage;
  }

  /** A stage of vehicles. */
  private Stage solve(String name, Path work, List<CommuterPart> parts) throws IOException {
    Stage stage = Stage.of(work, parts);
    stage.solve(
        crew,
        (done, all) ->
            watcher.progress(
                "commuters", 0, (double) done / Math.max(1, all), Double.NEGATIVE_INFINITY));
    return stage;
  }

  private static Totals totals(Outcomes outcomes) throws IOException {
    Totals totals = new Totals();
    outcomes.forEach(totals::add);
    return totals;
  }

  private Summary end(
      Outcomes outcomes,
      Claim claim,
      @Nullable SharedRounds rounds,
      CommuterPlans commuters,
      Reader reader)
      throws IOException {
    Totals totals = totals(outcomes);
    Imports imports = imports(outcomes);
    List<LimitUse> limits = rounds == null ? List.of() : LimitUse.of(portfolio, imports, rounds);
    tables.write(portfolio, outcomes, limits, commuters, folder);
    book("tables");
    reader.read(portfolio, outcomes, imports, limits);
    return summary(totals, imports, claim, commuters);
  }

  private void book(String name) {
    long now = System.nanoTime();
    seconds.merge(name, (now - booked) / 1e9, Double::sum);
    booked = now;
  }

  private Summary summary(Totals totals, Imports imports, Claim claim, CommuterPlans commuters) {
    double objective = totals.objective() + imports.peakCost() + commuters.ownCost();
    double bound = claim.bound();
    double without = claim.withoutVehicles();
    double missedKw = imports.missedKw();
    boolean kept = missedKw == 0;
    // A plan that misses limits is none that the bound speaks of.
    Double gap =
        Double.isNaN(without) || !kept
            ? null
            : (Double) ((objective - bound) / Math.max(1, Math.abs(objective - without)));
    Double relativeGap =
        kept ? (Double) ((objective - bound) / Math.max(1, Math.abs(objective))) : null;
    boolean whole = totals.infeasible() + totals.failed() == 0 && kept;
    Double measure = gap == null ? relativeGap : gap;
    boolean closed = measure != null && measure <= claim.gap();
    return new Summary(
        portfolio.name(),
        whole ? (closed ? "optimal" : "feasible") : "failed",
        portfolio.feeders().size(),
        totals.optimal(),
        totals.feasible(),
        totals.infeasible(),
        totals.failed(),
        objective,
        bound,
        gap,
        relativeGap,
        Double.isNaN(without) ? null : without,
        imports.peakCost(),
        portfolio.commuters().size(),
        commuters.ownCost(),
        missedKw,
        claim.rounds(),
        (System.nanoTime() - start) / 1e9,
        seconds);
  }
}
