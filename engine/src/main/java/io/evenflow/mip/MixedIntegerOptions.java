package io.evenflow.mip;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a mixed-integer engine.
 *
 * @param relativeGap stop at (objective − bound) ≤ relativeGap · max(1, |objective|)
 * @param timeLimitSeconds wall time; +∞ for none. Unit: s
 * @param seed seed of what the engine randomises
 * @param start a full point to start from, null for none; need not be feasible
 * @param interrupted asked now and then, perhaps on another thread; true ends the solve with what
 *     there is
 */
public record MixedIntegerOptions(
    double relativeGap,
    double timeLimitSeconds,
    int seed,
    double @Nullable [] start,
    BooleanSupplier interrupted) {
  public static MixedIntegerOptions defaults() {
    return new MixedIntegerOptions(1e-6, Double.POSITIVE_INFINITY, 1, null, () -> false);
  }

  public MixedIntegerOptions withRelativeGap(double gap) {
    return new MixedIntegerOptions(gap, timeLimitSeconds, seed, start, interrupted);
  }

  public MixedIntegerOptions withTimeLimitSeconds(double seconds) {
    return new MixedIntegerOptions(relativeGap, seconds, seed, start, interrupted);
  }

  public MixedIntegerOptions withStart(double @Nullable [] point) {
    return new MixedIntegerOptions(relativeGap, timeLimitSeconds, seed, point, interrupted);
  }

  public MixedIntegerOptions withInterrupted(BooleanSupplier supplier) {
    return new MixedIntegerOptions(relativeGap, timeLimitSeconds, seed, start, supplier);
  }
}
