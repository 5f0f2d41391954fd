package io.evenflow.service.work;

import io.evenflow.method.Watcher;
import io.evenflow.service.queue.Lease;
import io.evenflow.service.queue.RunProgress;
import org.jspecify.annotations.Nullable;

/** A run that is being solved: hears how far the method is and asks it to end. */
final class ActiveRun implements Watcher {
  /** Why it shall end. */
  enum Stop {
    NOT,
    /** Somebody asked for it: the best so far is kept. */
    CANCELLED,
    /** This process ends, or another has the run: what was found is dropped. */
    ABANDONED
  }

  private static final double FIRST_PAUSE_SECONDS = 0.1;

  /** Later steps come more rarely, so that a long run has no more events than a picture shows. */
  private static final double SHARE_OF_AGE = 0.01;

  private final Lease lease;
  private final long beganNanos = System.nanoTime();
  private volatile RunProgress latest = RunProgress.NONE;
  private volatile Stop stop = Stop.NOT;
  private RunProgress told = RunProgress.NONE;
  private double toldAtSeconds;

  ActiveRun(Lease lease) {
    this.lease = lease;
  }

  Lease lease() {
    return lease;
  }

  @Override
  public void progress(Watcher.Progress step) {
    latest = new RunProgress(step.stage(), finite(step.objective()), finite(step.bound()));
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }

  @Override
  public boolean stopRequested() {
    return stop != Stop.NOT;
  }

  void stop(Stop why) {
    if (stop != Stop.ABANDONED) {
      stop = why;
    }
  }

  boolean isCancelled() {
    return stop == Stop.CANCELLED;
  }

  boolean isAbandoned() {
    return stop == Stop.ABANDONED;
  }

  /** What should be told now, null for nothing new or too soon. */
  @Nullable RunProgress due() {
    double age = (System.nanoTime() - beganNanos) / 1e9;
    RunProgress now = latest;
    if (now.equals(told)
        || now.equals(RunProgress.NONE)
        || age - toldAtSeconds < Math.max(FIRST_PAUSE_SECONDS, SHARE_OF_AGE * age)) {
      return null;
    }
    told = now;
    toldAtSeconds = age;
    return now;
  }
}
