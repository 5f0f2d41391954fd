package io.evenflow.service.work;

import io.evenflow.service.log.Log;
import io.evenflow.service.queue.Leases;
import io.evenflow.service.queue.Leases.Claim;
import io.evenflow.service.queue.Outcome;
import io.evenflow.service.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads that take runs out of the queue and solve them. */
public final class Workers implements AutoCloseable {
  /** How often a worker looks into the queue without being woken. Unit: ms */
  private static final long LOOK_MILLIS = 1000;

  /** A result that cannot be written is tried again before the run is left to others. */
  private static final int TRIES = 5;

  private final Leases leases;
  private final Solver solver;
  private final Bell bell;
  private final RunWatch watch;
  private final String owner;
  private final Set<ActiveRun> active = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();
  private final int count;
  private final Duration term;
  private @Nullable Keeper keeper;
  private volatile boolean closing;

  /**
   * They take nothing before {@link #start}.
   *
   * @param owner the name of this process, as no other has it
   * @param count how many runs are solved at once
   * @param term how long a lease holds
   */
  public Workers(
      Leases leases,
      Solver solver,
      Bell bell,
      RunWatch watch,
      String owner,
      int count,
      Duration term) {
    this.leases = leases;
    this.solver = solver;
    this.bell = bell;
    this.watch = watch;
    this.owner = owner;
    this.count = count;
    this.term = term;
  }

  /** Begins to take runs. */
  public void start() {
    keeper = new Keeper(leases, this, bell, term);
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("worker-" + i).start(this::work));
    }
  }

  Set<ActiveRun> active() {
    return active;
  }

  /** Asks for a run's end, where it is one of this process. */
  public void cancel(String run) {
    active.stream()
        .filter(each -> each.lease().run().equals(run))
        .forEach(each -> each.stop(ActiveRun.Stop.CANCELLED));
  }

  /** How many runs this process solves now. */
  public long running() {
    return active.size();
  }

  private void work() {
    while (!closing) {
      long heard = bell.count();
      try {
        Optional<Claim> claim = leases.claim(owner);
        if (claim.isPresent()) {
          run(claim.get());
        } else {
          bell.await(heard, LOOK_MILLIS);
        }
      } catch (StorageException problem) {
        Log.warning("the queue could not be read and is tried again", problem);
        pause();
      } catch (InterruptedException ending) {
        return;
      }
    }
  }

  private void run(Claim claim) {
    ActiveRun run = new ActiveRun(claim.lease());
    active.add(run);
    bell.ring();
    long began = System.nanoTime();
    String id = claim.run().id();
    Log.info("run begins", "run", id, "attempt", claim.lease().attempt());
    try {
      Outcome found = outcome(claim, run);
      Outcome outcome = run.isCancelled() ? found.cancelled() : found;
      if (run.isAbandoned()) {
        leases.release(claim.lease());
        Log.info("run handed back", "run", id);
        return;
      }
      boolean kept = finish(claim, outcome);
      double seconds = (System.nanoTime() - began) / 1e9;
      watch.ended(outcome, seconds);
      Log.info(
          kept ? "run ended" : "run was ended elsewhere",
          "run",
          id,
          "outcome",
          outcome.word(),
          "seconds",
          seconds);
    } finally {
      active.remove(run);
      bell.ring();
    }
  }

  private Outcome outcome(Claim claim, ActiveRun run) {
    try {
      return solver.solve(claim.text(), claim.run().asked(), run);
    } catch (RuntimeException | Error problem) {
      Log.error("run ended by an error", problem, "run", claim.run().id());
      return solver.broken(claim.text(), claim.run().asked(), problem);
    }
  }

  private boolean finish(Claim claim, Outcome outcome) {
    for (int tries = 1; ; tries++) {
      try {
        return leases.finish(claim.lease(), outcome);
      } catch (StorageException problem) {
        Log.warning("a result could not be written", problem, "run", claim.run().id());
        if (tries == TRIES) {
          throw problem;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes no more runs and waits for those that are being solved; what has not ended then goes back
   * into the queue.
   *
   * @param patience how long they may take
   */
  public void close(Duration patience) {
    closing = true;
    bell.ring();
    long until = System.nanoTime() + patience.toNanos();
    join(until);
    active.forEach(run -> run.stop(ActiveRun.Stop.ABANDONED));
    join(System.nanoTime() + Duration.ofSeconds(1).toNanos());
    // An engine that does not stop in time: its result will find the lease gone.
    for (ActiveRun run : active) {
      leases.release(run.lease());
    }
    if (keeper != null) {
      keeper.close();
    }
  }

  private void join(long untilNanos) {
    for (Thread thread : threads) {
      try {
        long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
        if (left > 0) {
          thread.join(left);
        }
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    close(Duration.ZERO);
  }
}
