package io.evenflow.cli;

import io.evenflow.method.Watcher;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that says how far a method is, rewritten several times a second; silent
 * where nobody watches. A plain line has room for words, which a bar of an unknown length has not.
 */
final class ProgressLine implements Watcher, AutoCloseable {
  private static final int MILLISECONDS = 250;

  /** A line that wraps could not be rewritten. */
  private static final int MOST_CHARACTERS = 78;

  private static final String CLEAR = "\r\033[K";
  private final PrintWriter err;
  private final BooleanSupplier stop;
  private final long startNanos = System.nanoTime();
  private final @Nullable ScheduledExecutorService clock;
  private volatile Progress last = new Progress("starting", 0, null, null, null);

  ProgressLine(Streams streams, BooleanSupplier stop) {
    err = streams.err();
    this.stop = stop;
    clock = streams.interactive() ? startClock() : null;
  }

  private ScheduledExecutorService startClock() {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("progress").unstarted(task));
    timer.scheduleAtFixedRate(this::show, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    return timer;
  }

  @Override
  public void progress(Progress progress) {
    last = progress;
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }

  private void show() {
    err.print(CLEAR + line(last, (System.nanoTime() - startNanos) / 1e9));
    err.flush();
  }

  /** The words of a step; what does not fit is left out as a whole, never half a number. */
  String line(Progress step, double seconds) {
    String end = String.format(Locale.ROOT, " · %.0f s", seconds);
    end += stop.getAsBoolean() ? " · stopping" : "";
    int room = MOST_CHARACTERS - end.length();
    StringBuilder line = new StringBuilder(step.stage());
    line.setLength(Math.min(line.length(), room));
    for (String part : parts(step)) {
      if (line.length() + part.length() > room) {
        break;
      }
      line.append(part);
    }
    return line + end;
  }

  private static List<String> parts(Progress step) {
    List<String> parts = new ArrayList<>();
    if (step.iteration() > 0) {
      parts.add(" · " + step.iteration());
    }
    parts.add(
        step.objective() == null
            ? " · no schedule that keeps all limits yet"
            : String.format(Locale.ROOT, " · cost %,.2f", step.objective()));
    if (step.bound() != null && Double.isFinite(step.bound())) {
      parts.add(String.format(Locale.ROOT, " · bound %,.2f", step.bound()));
    }
    if (step.fractionalBinaries() != null) {
      parts.add(String.format(Locale.ROOT, " · %,d fractional", step.fractionalBinaries()));
    }
    return parts;
  }

  /** Removes the line. */
  @Override
  public void close() {
    if (clock != null) {
      clock.shutdown();
      try {
        // Else a last rewriting could come after the line was removed.
        boolean ended = clock.awaitTermination(1, TimeUnit.SECONDS);
        err.print(ended ? CLEAR : "\n");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      err.flush();
    }
  }
}
