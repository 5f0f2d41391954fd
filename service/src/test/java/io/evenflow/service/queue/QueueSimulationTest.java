package io.evenflow.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.service.queue.Leases.Claim;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Plays the life of a queue ten thousand times: submissions, claims, progress, renewals, ends,
 * cancellations, time that passes, and processes that die before or after any statement or commit.
 * The statements are the service's own, on a real SQLite in memory; clock, order and deaths come
 * from a seed.
 *
 * <p>After each life the queue is worked off without faults, and must then have kept its promises.
 */
class QueueSimulationTest {
  private static final int SEEDS = 10_000;
  private static final int STEPS = 10;
  private static final int CAPACITY = 4;
  private static final Duration TERM = Duration.ofSeconds(20);
  private static final Asked ASKED = new Asked("certified", 1e-4, 60);

  @Test
  void nothingIsLostAndNothingEndsTwice() {
    int threads = Runtime.getRuntime().availableProcessors();
    IntStream.range(0, threads).parallel().forEach(part -> lives(part, threads));
  }

  private static void lives(int first, int step) {
    try {
      FaultyConnections connections = new FaultyConnections();
      Database database = Database.migrated(connections, true);
      for (int seed = first; seed < SEEDS; seed += step) {
        database.write(connection -> Sql.update(connection, "DELETE FROM runs"));
        new Life(seed, connections, database).play();
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static final class Life {
    private final int seed;
    private final Random random;
    private final FaultyConnections connections;
    private final TestClock clock = new TestClock();
    private final Runs runs;
    private final Leases leases;
    private final Events events;
    private final Documents documents;

    /** What somebody was told: by the answer, it is on disk. */
    private final Set<String> accepted = new HashSet<>();

    private final Set<String> deleted = new HashSet<>();
    private final Map<String, String> finished = new HashMap<>();

    /** Of two processes; a death empties a list. */
    private final List<List<Claim>> held = List.of(new ArrayList<>(), new ArrayList<>());

    /** Of dead processes that come back from a long pause and go on. */
    private final List<Claim> ghosts = new ArrayList<>();

    Life(int seed, FaultyConnections connections, Database database) {
      this.seed = seed;
      this.connections = connections;
      random = new Random(seed);
      runs = new Runs(database, clock, RunIds.from(random), CAPACITY);
      leases = new Leases(database, clock, TERM);
      events = new Events(database);
      documents = new Documents(database);
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        int process = random.nextInt(2);
        if (random.nextInt(4) == 0) {
          connections.dieAt(random.nextInt(6), random.nextBoolean());
        }
        try {
          act(process);
        } catch (FaultyConnections.Death death) {
          ghosts.addAll(held.get(process));
          held.get(process).clear();
        }
        connections.live();
      }
      check();
      workOff();
      check();
    }

    private void act(int process) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> submit();
        case 3, 4 -> leases.claim("process" + process).ifPresent(held.get(process)::add);
        case 5, 6 -> finish(held.get(process));
        case 7 -> keep(held.get(process));
        case 8 -> end();
        default -> pass();
      }
    }

    private void submit() {
      String key = "key" + random.nextInt(8);
      Submission submission = new Submission("day", "{}", ASKED, key, List.of(key));
      try {
        Runs.Accepted answer = runs.submit(submission);
        accepted.add(answer.run().id());
      } catch (Runs.QueueFull full) {
        // What came back from the dead may wait beyond the bound.
        assertThat(runs.waiting()).as("seed %d", seed).isGreaterThanOrEqualTo(CAPACITY);
      } catch (Runs.KeyReused impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private void finish(List<Claim> mine) {
      List<Claim> from = !ghosts.isEmpty() && random.nextInt(3) == 0 ? ghosts : mine;
      if (from.isEmpty()) {
        return;
      }
      Claim claim = from.get(random.nextInt(from.size()));
      if (random.nextInt(4) == 0) {
        leases.release(claim.lease());
      } else if (leases.finish(claim.lease(), outcome(claim))) {
        String by = claim.lease().toString();
        assertThat(finished.put(claim.run().id(), by)).as("seed %d: ended twice", seed).isNull();
        int attempt = runs.find(claim.run().id()).orElseThrow().attempt();
        assertThat(attempt)
            .as("seed %d: ended by one that had lost it", seed)
            .isEqualTo(claim.lease().attempt());
      }
      from.remove(claim);
    }

    private static Outcome outcome(Claim claim) {
      String result = claim.lease().toString();
      return new Outcome(RunStatus.DONE, "optimal", RunProgress.NONE, null, result, null, null);
    }

    private void keep(List<Claim> mine) {
      for (Claim claim : mine) {
        leases.progress(claim.lease(), new RunProgress("prices", random.nextDouble(), null));
        leases.renew(claim.lease());
      }
    }

    private void end() {
      List<Run> all = runs.list(null, null, Long.MAX_VALUE, 100);
      if (!all.isEmpty()) {
        String id = all.get(random.nextInt(all.size())).id();
        deleted.add(id);
        if (runs.end(id) != Runs.Ending.DELETED) {
          deleted.remove(id);
        }
      }
    }

    private void pass() {
      clock.pass(random.nextInt((int) TERM.toMillis() * 2));
      leases.reclaim();
    }

    /** What holds at any moment. */
    private void check() {
      for (String id : accepted) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
          assertThat(deleted).as("seed %d: accepted and gone", seed).contains(id);
        } else {
          List<Event> told = events.after(id, 0, 1000);
          assertThat(told.getLast().status()).as("seed %d", seed).isEqualTo(run.get().status());
          assertThat(told.getLast().number()).as("seed %d: a hole", seed).isEqualTo(told.size());
        }
      }
    }

    private void workOff() {
      clock.pass(TERM.toMillis() * 2);
      leases.reclaim();
      for (Optional<Claim> claim = leases.claim("last");
          claim.isPresent();
          claim = leases.claim("last")) {
        assertThat(leases.finish(claim.get().lease(), outcome(claim.get()))).isTrue();
      }
      List<Run> all = runs.list(null, null, Long.MAX_VALUE, 1000);
      assertThat(all).allMatch(run -> run.status().isFinal(), "ended, seed " + seed);
      // A key whose answer was lost still made one run at most; ids are of those that stand.
      assertThat(all).extracting(Run::id).doesNotHaveDuplicates();
      finished.forEach(
          (id, result) -> {
            if (!deleted.contains(id)) {
              assertThat(documents.find(id, Document.RESULT)).as("seed %d", seed).contains(result);
            }
          });
    }
  }
}
