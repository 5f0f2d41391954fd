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

  /** Limits hold while they are missed by no more, all feeders of one together. Unit: kW. */
  private static final double TOLERANCE_KW = 0.1;

  /** How often what others leave is offered to feeders without a schedule. */
  private static final int REPAIRS = 6;

  /** How often what is left is offered to all. */
  private static final int IMPROVEMENTS = 4;

  /**
   * What one feeder may take of these: proofs of days whose import is limited exactly are long, and
   * nobody needs them, as the bound is that of the rounds. Unit: s
   */
  private static final double IMPROVEMENT_SECONDS = 1;

  private static final double PLAN_SECONDS = 5;

  /** Improvements end that save less than this part of the gap asked. */
  private static final double SAVED_SHARE = 0.05;

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
      Ask brief = new Ask(ask.gap(), Math.min(ask.feederSeconds(), PLAN_SECONDS));
      outcomes.add(solve("plan within limits", 0, brief, rounds.plan(), rounds.bound()));
      for (int repair = 1; repair <= REPAIRS && outcomes.lacks(first); repair++) {
        List<Order> orders = rounds.repair(outcomes.importKw(), repair);
        outcomes.add(solve("repair " + repair, 0, brief, orders, rounds.bound()));
      }
      improve(outcomes, rounds, "improvement");
      Outcomes best = outcomes;
      if (outcomes.lacks(first)
          || misses(outcomes)
          || (rounds.areFew() && isOpen(outcomes, rounds))) {
        Outcomes other = chosen(outcomes, first, rounds);
        boolean bad = outcomes.lacks(first) || misses(outcomes);
        boolean fine = !other.lacks(first) && !misses(other);
        best = bad || (fine && cost(other) < cost(outcomes)) ? other : outcomes;
      }
      if (best.lacks(first)) {
        List<Order> orders = rounds.unlimited(best.importKw());
        best.add(solve("plan beyond limits", 0, orders, rounds.bound()));
      }
      book("plan");
      return end(best, rounds, reader);
    }
  }

  /** Another plan, around answers that feeders gave. */
  private Outcomes chosen(Outcomes outcomes, List<FeederOutcome> first, SharedRounds rounds)
      throws IOException {
    Outcomes other = outcomes.copy();
    double[][] settled = rounds.areFew() ? rounds.none() : outcomes.importKw();
    Ask brief = new Ask(ask.gap(), Math.min(ask.feederSeconds(), PLAN_SECONDS));
    other.add(solve("plan of answers", 0, brief, rounds.choose(settled), rounds.bound()));
    if (!other.lacks(first)) {
      improve(other, rounds, "improved answers");
    }
    return other;
  }

  private boolean misses(Outcomes outcomes) {
    return imports(outcomes).missedKw() > TOLERANCE_KW;
  }

  private double cost(Outcomes outcomes) {
    return outcomes.objective() + imports(outcomes).peakCost();
  }

  private boolean isOpen(Outcomes outcomes, SharedRounds rounds) {
    return cost(outcomes) - rounds.bound() > shared.gap() * rounds.scale();
  }

  /** What some leave others may use, until the gap is closed or nothing is saved any more. */
  private void improve(Outcomes outcomes, SharedRounds rounds, String name) throws IOException {
    double wanted = shared.gap() * rounds.scale();
    double saved = Double.POSITIVE_INFINITY;
    for (int pass = 1;
        pass <= IMPROVEMENTS && (pass <= 3 || saved > SAVED_SHARE * wanted);
        pass++) {
      if (!isOpen(outcomes, rounds)) {
        return;
      }
      List<Order> orders = rounds.improve(outcomes.importKw(), pass);
      Ask quick = new Ask(ask.gap(), Math.min(ask.feederSeconds(), IMPROVEMENT_SECONDS));
      saved = outcomes.addCheaper(solve(name + " " + pass, 0, quick, orders, rounds.bound()));
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
    stage.solve(crew, (done, count) -> watcher.progress(said, round, (double) done / count, bound));
    return stage;
  }

  private Summary end(Outcomes outcomes, @Nullable SharedRounds rounds, Reader reader)
      throws IOException {
    Totals totals = new Totals();
    outcomes.forEach(totals::add);
    tables.write(portfolio, outcomes, folder);
    book("tables");
    Imports imports = imports(outcomes);
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
    boolean kept = missedKw <= TOLERANCE_KW;
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
        kept ? 0 : missedKw,
        rounds == null ? 0 : rounds.count(),
        (System.nanoTime() - start) / 1e9,
        seconds);
  }
}
