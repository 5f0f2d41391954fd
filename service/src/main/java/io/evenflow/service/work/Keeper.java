package io.evenflow.service.work;

import io.evenflow.service.log.Log;
import io.evenflow.service.queue.Leases;
import io.evenflow.service.queue.RunProgress;
import io.evenflow.service.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Keeps what is being solved: tells the database how far runs are, renews their leases, hears that
 * somebody wants their end, and takes back what others let go.
 */
final class Keeper implements AutoCloseable {
  private static final int LOOK_MILLIS = 50;

  /** A lease is renewed several times within its term, so that one slow moment loses nothing. */
  private static final int RENEWALS = 4;

  private final Leases leases;
  private final Workers workers;
  private final Bell bell;
  private final long renewNanos;
  private final Thread thread;
  private long renewedNanos = System.nanoTime();

  Keeper(Leases leases, Workers workers, Bell bell, Duration term) {
    this.leases = leases;
    this.workers = workers;
    this.bell = bell;
    renewNanos = term.toNanos() / RENEWALS;
    thread = Thread.ofPlatform().daemon().name("keeper").start(this::keep);
  }

  private void keep() {
    while (true) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException closed) {
        return;
      }
      carefully(this::tell);
      if (System.nanoTime() - renewedNanos > renewNanos) {
        renewedNanos = System.nanoTime();
        carefully(this::renew);
      }
    }
  }

  /** A database that fails for a while must not end the keeping. */
  private static void carefully(Runnable task) {
    try {
      task.run();
    } catch (StorageException problem) {
      Log.warning("keeping runs failed and is tried again", problem);
    }
  }

  private void tell() {
    for (ActiveRun active : workers.active()) {
      RunProgress progress = active.due();
      if (progress != null) {
        if (leases.progress(active.lease(), progress)) {
          bell.ring();
        } else {
          active.stop(ActiveRun.Stop.ABANDONED);
        }
      }
    }
  }

  private void renew() {
    for (ActiveRun active : workers.active()) {
      switch (leases.renew(active.lease())) {
        case HELD -> {}
        case CANCEL -> active.stop(ActiveRun.Stop.CANCELLED);
        case LOST -> active.stop(ActiveRun.Stop.ABANDONED);
      }
    }
    List<String> back = leases.reclaim();
    back.forEach(run -> Log.warning("a run was given up by its process", "run", run));
    if (!back.isEmpty()) {
      bell.ring();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
