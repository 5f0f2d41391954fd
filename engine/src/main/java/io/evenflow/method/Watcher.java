package io.evenflow.method;

import org.jspecify.annotations.Nullable;

/** Hears of a method's progress and may ask it to stop. */
public interface Watcher {
  /** Hears nothing of and never stops a method. */
  Watcher NONE = progress -> {};

  /** Called at each step of a method, on its thread. */
  void progress(Progress progress);

  /** True once the method shall end with the best it has. */
  default boolean stopRequested() {
    return false;
  }

  /**
   * A step of a method.
   *
   * @param stage words a person understands, such as "stage 1: difference of convex"
   * @param iteration counted from 0 within the stage
   * @param objective objective of the step, null where it has none. Unit: the scenario's currency
   * @param bound proven lower bound so far, null where there is none. Unit: the scenario's currency
   * @param fractionalBinaries binaries not yet at 0 or 1, null where that means nothing
   */
  record Progress(
      String stage,
      int iteration,
      @Nullable Double objective,
      @Nullable Double bound,
      @Nullable Integer fractionalBinaries) {}
}
