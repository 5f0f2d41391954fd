package io.evenflow.benchmark;

import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What SCIP proved of random days, kept in a file such as {@code ac-truth.csv}: SCIP takes seconds
 * a day, what is attacked should take less. A row counts only for the very day it was found for.
 */
final class AcTruths {
  private static final String[] COLUMNS = {
    "seed", "digest", "status", "objective", "bound", "withoutVehicles", "seconds"
  };

  private final Rows rows;
  private final Map<String, AcTruth> known = new HashMap<>();
  private final double limitSeconds;

  AcTruths(Path folder, String days, double limitSeconds) {
    Path file = folder.resolve(days + "-truth.csv");
    this.limitSeconds = limitSeconds;
    if (Files.exists(file)) {
      read(file);
    }
    rows = new Rows(file, COLUMNS);
  }

  private void read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        AcTruth truth =
            new AcTruth(
                cells[1],
                Status.valueOf(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]),
                Double.parseDouble(cells[6]));
        known.put(truth.digest(), truth);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static @Nullable Double number(String cell) {
    return cell.equals("null") ? null : Double.valueOf(cell);
  }

  /** Whether a day is settled without asking SCIP. */
  boolean know(Scenario day) {
    AcTruth truth = known.get(DayDigest.of(day));
    return truth != null && truth.isKnown();
  }

  /** What is known of a day; asks SCIP, and keeps the answer, where nothing is. */
  AcTruth of(long seed, Scenario day) {
    AcTruth truth = known.get(DayDigest.of(day));
    return truth != null && isEnough(truth) ? truth : ask(seed, day);
  }

  /** An answer that was cut off is asked for again where there is more time now. */
  private boolean isEnough(AcTruth truth) {
    return truth.isKnown() || truth.seconds() >= 0.9 * limitSeconds;
  }

  private AcTruth ask(long seed, Scenario day) {
    AcTruth truth = AcTruth.of(day, limitSeconds);
    rows.add(
        seed,
        truth.digest(),
        truth.status(),
        text(truth.objective()),
        text(truth.bound()),
        text(truth.withoutVehicles()),
        truth.seconds());
    known.put(truth.digest(), truth);
    return truth;
  }

  /** All digits: claims are held against these numbers. */
  private static String text(@Nullable Double number) {
    return String.valueOf(number);
  }
}
