package io.evenflow.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work that is waited for no longer than until a time; what comes later is forgotten. */
final class Deadline {
  private Deadline() {}

  /** Asked by the work whether somebody still waits for it. */
  interface Stop {
    boolean isRequested();
  }

  /**
   * Does something; with no limit on the caller's own thread.
   *
   * @param seconds from now, +∞ for no limit
   * @return null where it was not done in time
   */
  static <T> @Nullable T run(double seconds, Function<Stop, @Nullable T> work) {
    if (Double.isInfinite(seconds)) {
      return work.apply(() -> false);
    }
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<@Nullable T> end = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("planner")
        .start(
            () -> {
              try {
                end.complete(work.apply(isOver::get));
              } catch (RuntimeException | Error problem) {
                end.completeExceptionally(problem);
              }
            });
    try {
      return end.get((long) (1e9 * seconds), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return null;
    } catch (ExecutionException problem) {
      throw new IllegalStateException(problem.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      isOver.set(true);
    }
  }
}
