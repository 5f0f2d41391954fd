package io.evenflow.solver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks every few milliseconds, on a thread of its own, whether to interrupt an engine. */
final class InterruptWatch implements AutoCloseable {
  private static final int PERIOD_MILLIS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean seen;

  InterruptWatch(BooleanSupplier interrupted, Runnable interrupt) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("evenflow-interrupt")
            .start(() -> watch(interrupted, interrupt));
  }

  /** Whether the engine has been interrupted. */
  boolean seen() {
    return seen;
  }

  private void watch(BooleanSupplier interrupted, Runnable interrupt) {
    try {
      do {
        if (interrupted.getAsBoolean()) {
          seen = true;
          // again and again: an engine forgets an interrupt that comes before it starts
          interrupt.run();
        }
      } while (!done.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the watching before it returns: the engine may be freed after. */
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
  }
}
