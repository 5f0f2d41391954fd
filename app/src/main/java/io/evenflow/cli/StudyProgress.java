package io.evenflow.cli;

import io.evenflow.study.StudyWatcher;
import java.util.Locale;

/**
 * How far a study is: a bar on a terminal, elsewhere a line now and then so that a log shows life.
 */
final class StudyProgress implements StudyWatcher, AutoCloseable {
  private static final int CELLS = 30;
  private static final long LOG_NANOS = 30_000_000_000L;
  private final Streams streams;
  private final long start = System.nanoTime();
  private long lastLog = start - LOG_NANOS;
  private int doneBefore = -1;

  StudyProgress(Streams streams) {
    this.streams = streams;
  }

  @Override
  public synchronized void progress(int done, int failures, int total) {
    if (doneBefore < 0) {
      doneBefore = done;
    }
    long now = System.nanoTime();
    String line = line(done, failures, total, doneBefore, (now - start) / 1e9);
    if (streams.interactive()) {
      streams.err().print("\r\033[K" + line);
    } else if (now - lastLog >= LOG_NANOS || done == total) {
      streams.err().println(line);
      lastLog = now;
    }
    streams.err().flush();
  }

  /** The bar; time left is what runs of this start took on average. */
  static String line(int done, int failures, int total, int doneBefore, double seconds) {
    int filled = total == 0 ? CELLS : CELLS * done / total;
    int ran = done - doneBefore;
    String left = ran == 0 ? "…" : duration(seconds / ran * (total - done));
    return String.format(
        Locale.ROOT,
        "%s%s %d of %d · %s left · %d failed",
        "█".repeat(filled),
        "░".repeat(CELLS - filled),
        done,
        total,
        left,
        failures);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
  }

  @Override
  public void close() {
    if (streams.interactive()) {
      streams.err().println();
      streams.err().flush();
    }
  }
}
