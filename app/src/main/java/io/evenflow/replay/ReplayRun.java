package io.evenflow.replay;

import io.evenflow.io.FolderLock;
import io.evenflow.io.InputException;
import io.evenflow.live.Bootstrap;
import io.evenflow.live.Forecast;
import io.evenflow.scenario.Result;
import io.evenflow.study.CsvLines;
import io.evenflow.study.StudyWatcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replays what is missing of some days with some policies; each row is on the disk before the next
 * run begins. The best that anybody could have done is found for each day first.
 */
public final class ReplayRun {
  /** Gap of that, as part of what the sessions cost. */
  private static final double BEST_GAP = 1e-4;

  /** Limit of that. Unit: s. */
  private static final double BEST_SECONDS = 120;

  private final ReplaySetup setup;
  private final List<String> policies;
  private final Path folder;
  private final StudyWatcher watcher;
  private final Consumer<String> assumed;

  /**
   * @param policies by name; the clairvoyant is always among them
   * @param folder where rows are kept; made if it is not there
   * @param assumed hears what was assumed, a sentence each, once
   */
  public ReplayRun(
      ReplaySetup setup,
      List<String> policies,
      Path folder,
      StudyWatcher watcher,
      Consumer<String> assumed) {
    this.setup = setup;
    this.folder = folder;
    this.watcher = watcher;
    this.assumed = assumed;
    policies.forEach(Policies::require);
    this.policies = new ArrayList<>(policies);
    this.policies.remove(Policies.CLAIRVOYANT);
    this.policies.addFirst(Policies.CLAIRVOYANT);
    if (setup.scenarios() > 0) {
      this.policies.add(Policies.FORECAST);
    }
  }

  /** Runs all that is missing and returns the rows by day, then by policy. */
  public List<ReplayRow> run(int workers) throws IOException {
    ReplayDays days = new ReplayDays(setup);
    days.assumptions().forEach(assumed);
    try (FolderLock lock = FolderLock.tryOf(folder)) {
      if (lock == null) {
        throw new InputException(
            "another replay is being run in '" + folder + "'",
            "Maybe wait for its end, or choose another folder with --output.");
      }
      try (CsvLines file = CsvLines.open(folder.resolve("rows.csv"), ReplayRow.COLUMNS)) {
        run(days, file, workers);
        return sorted(days, file);
      }
    }
  }

  /**
   * One of the days with all that was planned in it: that on which the planner's regret was
   * greatest, null where it planned none.
   */
  public @Nullable DayShown shown(List<ReplayRow> rows) {
    ReplayRow worst =
        rows.stream()
            .filter(row -> row.text("policy").equals(policies.getLast()) && !row.isFailure())
            .filter(row -> !row.text("plans").equals("0"))
            .max(Comparator.comparingDouble(row -> row.value("regret")))
            .orElse(null);
    if (worst == null) {
      return null;
    }
    ReplayDays days = new ReplayDays(setup);
    ReplayDay day = days.of(LocalDate.parse(worst.text("day")));
    Result best = Clairvoyant.solve(day.realised(), BEST_GAP, BEST_SECONDS);
    String name = worst.text("policy");
    Policy policy = Policies.of(name, setup, forecast(name, day.date(), days));
    return DayShown.of(day, name, Simulator.run(day, policy), best.dispatch());
  }

  private List<ReplayRow> sorted(ReplayDays days, CsvLines file) {
    List<ReplayRow> all = file.lines().stream().map(ReplayRow::new).toList();
    List<ReplayRow> sorted = new ArrayList<>();
    for (LocalDate date : days.dates()) {
      for (String policy : policies) {
        List<String> key = setup.key(policy, date);
        all.stream().filter(row -> row.key().equals(key)).findFirst().ifPresent(sorted::add);
      }
    }
    return sorted;
  }

  private void run(ReplayDays days, CsvLines file, int workers) throws IOException {
    report(days, file);
    Iterator<LocalDate> queue = days.dates().iterator();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        ends.add(
            pool.submit(
                () -> {
                  work(days, queue, file);
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        await(end, pool);
      }
    }
  }

  /** A row that cannot be written ends the run: what nobody records is lost time. */
  private static void await(Future<?> end, ExecutorService pool) throws IOException {
    try {
      end.get();
    } catch (ExecutionException e) {
      pool.shutdownNow();
      switch (e.getCause()) {
        case IOException problem -> throw problem;
        case RuntimeException problem -> throw problem;
        case Error problem -> throw problem;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void work(ReplayDays days, Iterator<LocalDate> queue, CsvLines file) throws IOException {
    for (LocalDate date = next(queue); date != null; date = next(queue)) {
      day(days, date, file);
    }
  }

  private static @Nullable LocalDate next(Iterator<LocalDate> queue) {
    synchronized (queue) {
      return queue.hasNext() && !Thread.currentThread().isInterrupted() ? queue.next() : null;
    }
  }

  private void day(ReplayDays days, LocalDate date, CsvLines file) throws IOException {
    Set<List<String>> done = new HashSet<>();
    file.lines().forEach(line -> done.add(new ReplayRow(line).key()));
    List<String> missing =
        policies.stream().filter(policy -> !done.contains(setup.key(policy, date))).toList();
    if (missing.isEmpty()) {
      return;
    }
    ReplayDay day;
    Result best;
    try {
      day = days.of(date);
      best = Clairvoyant.solve(day.realised(), BEST_GAP, BEST_SECONDS);
    } catch (RuntimeException problem) {
      for (String policy : missing) {
        file.append(ReplayRow.failed(setup.key(policy, date), problem).fields());
      }
      report(days, file);
      return;
    }
    synchronized (this) {
      day.realised().assumptions().stream().limit(told() ? 0 : 20).forEach(assumed);
    }
    for (String policy : missing) {
      file.append(row(policy, day, best, days).fields());
      report(days, file);
    }
  }

  private boolean hasTold;

  /** Whether assumptions were told; they are much the same for all days. */
  private boolean told() {
    boolean before = hasTold;
    hasTold = true;
    return before;
  }

  private ReplayRow row(String name, ReplayDay day, Result best, ReplayDays days) {
    List<String> key = setup.key(name, day.date());
    try {
      Policy policy =
          name.equals(Policies.CLAIRVOYANT)
              ? new Clairvoyant(day.realised(), best)
              : Policies.of(name, setup, forecast(name, day.date(), days));
      return ReplayRow.of(key, day, Simulator.run(day, policy), best);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError problem) {
      return ReplayRow.failed(key, problem);
    }
  }

  private Forecast forecast(String policy, LocalDate date, ReplayDays days) {
    return policy.equals(Policies.FORECAST)
        ? new Bootstrap(days.before(date), setup.scenarios(), setup.seed())
        : Forecast.NONE;
  }

  private synchronized void report(ReplayDays days, CsvLines file) {
    List<ReplayRow> rows = sorted(days, file);
    int failures = (int) rows.stream().filter(ReplayRow::isFailure).count();
    watcher.progress(rows.size(), failures, days.dates().size() * policies.size());
  }
}
