package io.evenflow.study;

import io.evenflow.io.FolderLock;
import io.evenflow.io.InputException;
import io.evenflow.method.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is missing of a study, on a pool of workers. Times of rows mean most with one worker:
 * several share caches and memory bandwidth, and some methods use every core by themselves.
 */
public final class StudyRun {
  private final Study study;
  private final Worker worker;
  private final Path folder;
  private final StudyWatcher watcher;

  /**
   * @param methods methods by name, null for a name that is none
   * @param folder where rows are kept; made if it is not there
   */
  public StudyRun(
      Study study, Function<String, @Nullable Method> methods, Path folder, StudyWatcher watcher) {
    this.study = study;
    this.folder = folder;
    this.watcher = watcher;
    worker = new Worker(study, methods);
  }

  /**
   * Runs all that is missing and returns the rows in the order of the study's tasks.
   *
   * @throws InputException where another study is being run in the folder: their rows would mix
   */
  public List<Row> run(int workers) throws IOException {
    try (FolderLock lock = FolderLock.tryOf(folder)) {
      if (lock == null) {
        throw new InputException(
            "another study is being run in '" + folder + "'",
            "Maybe wait for its end, or choose another folder with --output.");
      }
      return runLocked(workers);
    }
  }

  private List<Row> runLocked(int workers) throws IOException {
    try (RowFile file = RowFile.open(folder.resolve("rows.csv"))) {
      run(missing(file), file, workers);
      List<Row> rows = SortedRows.of(study, file.rows());
      ResultFiles.write(rows, folder);
      return rows;
    }
  }

  private List<Task> missing(RowFile file) {
    Set<List<String>> done = new HashSet<>();
    file.rows().forEach(row -> done.add(row.key()));
    return study.tasks().stream().filter(task -> !done.contains(task.key())).toList();
  }

  private void run(List<Task> tasks, RowFile file, int workers) throws IOException {
    report(file);
    Iterator<Task> queue = tasks.iterator();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int w = 0; w < Math.min(workers, tasks.size()); w++) {
        ends.add(pool.submit(() -> work(queue, file)));
      }
      for (Future<?> end : ends) {
        await(end, pool);
      }
    }
  }

  /** A row that cannot be written ends the study: runs nobody records are lost time. */
  private static void await(Future<?> end, ExecutorService pool) throws IOException {
    try {
      end.get();
    } catch (ExecutionException e) {
      pool.shutdownNow();
      if (e.getCause() instanceof UncheckedIOException problem) {
        throw problem.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void work(Iterator<Task> queue, RowFile file) {
    worker.warmUp();
    for (Task task = next(queue); task != null; task = next(queue)) {
      try {
        file.append(worker.row(task));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      report(file);
    }
  }

  private static @Nullable Task next(Iterator<Task> queue) {
    synchronized (queue) {
      return queue.hasNext() && !Thread.currentThread().isInterrupted() ? queue.next() : null;
    }
  }

  private synchronized void report(RowFile file) {
    List<Row> rows = SortedRows.of(study, file.rows());
    int failures = (int) rows.stream().filter(Row::isFailure).count();
    watcher.progress(rows.size(), failures, study.tasks().size());
  }
}
