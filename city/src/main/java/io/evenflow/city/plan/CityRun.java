package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.io.FolderLock;
import io.evenflow.io.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    /** Called once, when the plan is made. */
    void read(Portfolio portfolio, Outcomes outcomes, Imports imports) throws IOException;
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
    return run((city, outcomes, imports) -> {});
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
    Outcomes outcomes = new Outcomes(portfolio.feeders().size());
    boolean coupled = portfolio.isCoupled();
    List<Order> orders =
        portfolio.feeders().stream().map(f -> new Order(f, null, null, null, !coupled)).toList();
    outcomes.add(solve("plan", 0, orders, Double.NEGATIVE_INFINITY));
    book("feeders");
    return coupled ? coordinate(outcomes, reader) : end(outcomes, null, reader);
  }

  /** Rounds of prices, then a plan within what is shared. */
  private Summary coordinate(Outcomes outcomes, Reader reader) throws IOException {
    List<FeederOutcome> first = new ArrayList<>();
    outcomes.forEach(first::add);
    try (SharedRounds rounds = new SharedRounds(portfolio, shared, first)) {
      rounds.run((name, round, orders, bound) -> all(solve(name, round, orders, bound)));
      book("rounds");
      SharedPlan plan =
          new SharedPlan(
              ask,
              shared,
              rounds,
              new PlanOrders(portfolio, rounds),
              (name, asked, orders) -> solve(name, 0, asked, orders, rounds.bound()),
              new Whole());
      Outcomes best = plan.find(outcomes);
      book("plan");
      return end(best, rounds, reader);
    }
  }

  /** Outcomes as one plan. */
  private final class Whole implements SharedPlan.Judge {
    @Override
    public double missedKw(Outcomes outcomes) {
      return imports(outcomes).missedKw();
    }

    @Override
    public double cost(Outcomes outcomes) {
      return outcomes.objective() + imports(outcomes).peakCost();
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

  private Summary end(Outcomes outcomes, @Nullable SharedRounds rounds, Reader reader)
      throws IOException {
    Totals totals = new Totals();
    outcomes.forEach(totals::add);
    Imports imports = imports(outcomes);
    List<LimitUse> limits = rounds == null ? List.of() : LimitUse.of(portfolio, imports, rounds);
    tables.write(portfolio, outcomes, limits, folder);
    book("tables");
    reader.read(portfolio, outcomes, imports);
    return summary(totals, imports, rounds);
  }

  private void book(String name) {
    long now = System.nanoTime();
    seconds.merge(name, (now - booked) / 1e9, Double::sum);
    booked = now;
  }

  private Summary summary(Totals totals, Imports imports, @Nullable SharedRounds rounds) {
    double objective = totals.objective() + imports.peakCost();
    double bound = rounds == null ? totals.bound() : rounds.bound();
    double without = rounds == null ? totals.withoutVehicles() : rounds.withoutVehicles();
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
    double asked = rounds == null ? ask.gap() : shared.gap();
    boolean closed = measure != null && measure <= asked;
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
        missedKw,
        rounds == null ? 0 : rounds.count(),
        (System.nanoTime() - start) / 1e9,
        seconds);
  }
}
