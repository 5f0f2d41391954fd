package io.evenflow.city.cli;

import io.evenflow.city.plan.Watcher;
import io.evenflow.cli.Streams;
import java.util.Locale;

/** One line on a terminal, rewritten; where nobody watches a line each tenth of a stage. */
final class ProgressLine implements Watcher, AutoCloseable {
  private static final String CLEAR = "\r\033[K";
  private final Streams streams;
  private final long start = System.nanoTime();
  private int lastTenth = -1;
  private String lastStage = "";

  ProgressLine(Streams streams) {
    this.streams = streams;
  }

  @Override
  public synchronized void progress(String stage, int round, double done, double bound) {
    String name = round > 0 ? stage + " " + round : stage;
    String line =
        String.format(
            Locale.ROOT,
            "%s · %.0f %%%s · %.0f s",
            name,
            100 * done,
            Double.isFinite(bound) && bound != 0
                ? String.format(Locale.ROOT, " · bound %,.2f", bound)
                : "",
            (System.nanoTime() - start) / 1e9);
    if (streams.interactive()) {
      streams.err().print(CLEAR + line);
    } else {
      int tenth = (int) (10 * done);
      if (name.equals(lastStage) && tenth <= lastTenth) {
        return;
      }
      lastTenth = tenth;
      lastStage = name;
      streams.err().println(line);
    }
    streams.err().flush();
  }

  @Override
  public synchronized void close() {
    if (streams.interactive()) {
      streams.err().print(CLEAR);
      streams.err().flush();
    }
  }
}
