package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.io.FolderLock;
import io.evenflow.io.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans a city: every feeder by the certified method and, where they share something, rounds of
 * prices between them. Whatever is solved is kept in the folder {@value #WORK} until the tables are
 * written, so that a run that was killed goes on where it was.
 */
public final class CityRun {
  private static final String WORK = ".work";

  private final Portfolio portfolio;
  private final Ask ask;
  private final Path folder;
  private final Crew crew;
  private final Tables tables;
  private final Watcher watcher;
  private final long start = System.nanoTime();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private long booked = start;

  /**
   * @param folder of tables and summary; made where it is missing
   */
  public CityRun(
      Portfolio portfolio, Ask ask, Path folder, Crew crew, Tables tables, Watcher watcher) {
    this.portfolio = portfolio;
    this.ask = ask;
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
    try (FolderLock lock = FolderLock.tryOf(folder)) {
      if (lock == null) {
        throw new InputException(
            "another city is being solved in '" + folder + "'",
            "Maybe wait for its end, or choose another folder with --output.");
      }
      Files.deleteIfExists(folder.resolve(Summary.FILE));
      Summary summary = solve();
      summary.write(folder);
      Stage.remove(folder.resolve(WORK));
      return summary;
    }
  }

  private Summary solve() throws IOException {
    List<Order> orders = portfolio.feeders().stream().map(Order::ofDay).toList();
    Stage stage = stage("plan", orders);
    stage.solve(crew, (done, all) -> watcher.progress("feeders", 0, (double) done / all, 0));
    book("feeders");
    Totals totals = new Totals();
    stage.forEach(totals::add);
    tables.write(portfolio, stage.files(), folder);
    book("tables");
    return summary(totals);
  }

  private Stage stage(String name, List<Order> orders) throws IOException {
    return Stage.of(folder.resolve(WORK).resolve(name), portfolio, ask, orders, crew.size());
  }

  private void book(String name) {
    long now = System.nanoTime();
    seconds.merge(name, (now - booked) / 1e9, Double::sum);
    booked = now;
  }

  private Summary summary(Totals totals) {
    double objective = totals.objective();
    double bound = totals.bound();
    double without = totals.withoutVehicles();
    Double gap =
        Double.isNaN(without)
            ? null
            : (Double) ((objective - bound) / Math.max(1, Math.abs(objective - without)));
    boolean whole = totals.infeasible() + totals.failed() == 0;
    boolean closed = gap != null && gap <= ask.gap();
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
        (objective - bound) / Math.max(1, Math.abs(objective)),
        Double.isNaN(without) ? null : without,
        0,
        0,
        0,
        (System.nanoTime() - start) / 1e9,
        seconds);
  }
}
