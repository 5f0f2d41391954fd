package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.method.Watcher.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One run of a method: its clock, its trace, its notes and who watches. */
final class Run {
  private final Watcher watcher;
  private final double timeLimitSeconds;
  private final long start = System.nanoTime();
  private long stageStart = start;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final List<Map<String, Object>> trace = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Run(Settings settings, Watcher watcher) {
    this.watcher = watcher;
    timeLimitSeconds = settings.timeLimitSeconds();
  }

  double elapsedSeconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  double remainingSeconds() {
    return timeLimitSeconds - elapsedSeconds();
  }

  /** Whether the method shall end with what it has. */
  boolean mustStop() {
    return remainingSeconds() <= 0 || watcher.stopRequested();
  }

  /**
   * Like {@link #mustStop}, but a while later: for what makes a schedule of what was found in time.
   *
   * @param seconds counted from when it is first asked after the end. Unit: s
   */
  BooleanSupplier mustStopAfter(double seconds) {
    long[] since = {0};
    return () -> {
      if (mustStop() && since[0] == 0) {
        since[0] = System.nanoTime();
      }
      return since[0] != 0 && (System.nanoTime() - since[0]) / 1e9 > seconds;
    };
  }

  /** For a conic program that ends with the run. */
  ConicSettings conic() {
    return ConicSettings.defaults().withInterrupt(this::mustStop);
  }

  boolean stopRequested() {
    return watcher.stopRequested();
  }

  void progress(Progress progress) {
    watcher.progress(progress);
  }

  /** Books the time since the last booking on a stage. */
  void book(String stage) {
    long now = System.nanoTime();
    seconds.merge(stage, (now - stageStart) / 1e9, Double::sum);
    stageStart = now;
  }

  void trace(Map<String, Object> step) {
    trace.add(step);
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  List<Map<String, Object>> trace() {
    return List.copyOf(trace);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Seconds by stage, "total" first. */
  Map<String, Double> seconds() {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("total", elapsedSeconds());
    all.putAll(seconds);
    return all;
  }
}
