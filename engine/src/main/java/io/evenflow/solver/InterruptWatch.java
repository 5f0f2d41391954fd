package io.evenflow.solver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks every few milliseconds, on a thread of its own, whether to interrupt an engine. */
final class InterruptWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable RuntimeException thrown;

  InterruptWatch(BooleanSupplier interrupted, Runnable interrupt) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("evenflow-interrupt")
            .start(() -> watch(interrupted, interrupt));
  }

  private void watch(BooleanSupplier interrupted, Runnable interrupt) {
    try {
      do {
        if (asks(interrupted)) {
          // again and again: an engine forgets an interrupt that comes before it starts
          interrupt.run();
        }
      } while (!done.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean asks(BooleanSupplier interrupted) {
    try {
      return thrown != null || interrupted.getAsBoolean();
    } catch (RuntimeException e) {
      thrown = e;
      return true;
    }
  }

  /**
   * Ends the watching before it returns: the engine may be freed after. Throws what the supplier
   * threw.
   */
  @Override
  public void close() {
    done.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    RuntimeException exception = thrown;
    if (exception != null) {
      throw exception;
    }
  }
}
