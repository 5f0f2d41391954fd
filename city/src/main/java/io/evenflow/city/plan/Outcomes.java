package io.evenflow.city.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * The outcome of every feeder, wherever it is kept: each has its place in one of the chunks' files,
 * the last of the stages it took part in.
 */
public final class Outcomes {
  private final List<Path> files = new ArrayList<>();
  private final int[] fileOf;

  /** By feeder; empty without a schedule. */
  private final double[][] importKw;

  /** By feeder. Unit: currency. */
  private final double[] objective;

  Outcomes(int feeders) {
    fileOf = new int[feeders];
    Arrays.fill(fileOf, -1);
    importKw = new double[feeders][0];
    objective = new double[feeders];
  }

  Outcomes copy() {
    Outcomes copy = new Outcomes(fileOf.length);
    copy.files.addAll(files);
    System.arraycopy(fileOf, 0, copy.fileOf, 0, fileOf.length);
    System.arraycopy(importKw, 0, copy.importKw, 0, fileOf.length);
    System.arraycopy(objective, 0, copy.objective, 0, fileOf.length);
    return copy;
  }

  /** Takes those of a stage in place of earlier ones. */
  void add(Stage stage) throws IOException {
    take(stage, outcome -> true);
  }

  /**
   * Takes those of a stage, one after the other, that cost less than earlier ones.
   *
   * @param missed what is missed of these outcomes; those that make it more are not taken
   * @return what that saves. Unit: currency
   */
  double addCheaper(Stage stage, DoubleSupplier missed) throws IOException {
    double before = objective();
    take(
        stage,
        o ->
            o.hasSchedule()
                && o.objective() < objective[o.index()]
                && missedWith(o, missed) <= missed.getAsDouble());
    return before - objective();
  }

  /** Takes those of a stage, one after the other, that make less missed. */
  void addKinder(Stage stage, DoubleSupplier missed) throws IOException {
    take(stage, o -> o.hasSchedule() && missedWith(o, missed) < missed.getAsDouble());
  }

  private double missedWith(FeederOutcome outcome, DoubleSupplier missed) {
    double[] old = importKw[outcome.index()];
    importKw[outcome.index()] = outcome.importKw();
    double with = missed.getAsDouble();
    importKw[outcome.index()] = old;
    return with;
  }

  /** Takes those of a stage that have a schedule. */
  void addFound(Stage stage) throws IOException {
    take(stage, FeederOutcome::hasSchedule);
  }

  private void take(Stage stage, Predicate<FeederOutcome> wanted) throws IOException {
    for (Path file : stage.files()) {
      for (FeederOutcome outcome : Chunk.read(file)) {
        if (wanted.test(outcome)) {
          fileOf[outcome.index()] = files.size();
          importKw[outcome.index()] = outcome.importKw();
          objective[outcome.index()] = outcome.hasSchedule() ? outcome.objective() : 0;
        }
      }
      files.add(file);
    }
  }

  /** What all schedules cost. Unit: currency. */
  double objective() {
    return Arrays.stream(objective).sum();
  }

  /** Files of chunks. */
  public List<Path> files() {
    return files;
  }

  /** By feeder the place of its file; the object's own. */
  public int[] fileOf() {
    return fileOf;
  }

  /** By feeder, empty without a schedule; the object's own. Unit: kW. */
  double[][] importKw() {
    return importKw;
  }

  /** Hands out all, never more than a chunk at a time. */
  public void forEach(Consumer<FeederOutcome> consumer) throws IOException {
    for (int file = 0; file < files.size(); file++) {
      for (FeederOutcome outcome : Chunk.read(files.get(file))) {
        if (fileOf[outcome.index()] == file) {
          consumer.accept(outcome);
        }
      }
    }
  }
}
