package io.evenflow.service.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.service.queue.Leases.Claim;
import io.evenflow.service.queue.Run.Why;
import io.evenflow.service.queue.Runs.Ending;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue promises, on whatever database. */
abstract class RunsContract {
  private static final Asked ASKED = new Asked("certified", 1e-4, 60);
  private static final Duration TERM = Duration.ofSeconds(20);
  private static final Outcome SOLVED =
      new Outcome(
          RunStatus.DONE,
          "optimal",
          new RunProgress("ended", 12.5, 12.0),
          null,
          "{result}",
          "a,b",
          "{alone}");

  private final TestClock clock = new TestClock();
  private final AtomicInteger ids = new AtomicInteger();

  abstract Database database();

  private Runs runs(int capacity) {
    return new Runs(database(), clock, () -> "run" + ids.incrementAndGet(), capacity);
  }

  private final Leases leases() {
    return new Leases(database(), clock, TERM);
  }

  @BeforeEach
  void nothingIsThere() {
    database().write(connection -> Sql.update(connection, "DELETE FROM runs"));
  }

  private static Submission submission(String scenario, @Nullable String key, String digest) {
    return new Submission(scenario, "{\"of\": \"" + scenario + "\"}", ASKED, key, List.of(digest));
  }

  private Run submit(String scenario) throws Runs.QueueFull, Runs.KeyReused {
    return runs(100).submit(submission(scenario, null, "d")).run();
  }

  private Run run(String id) {
    return runs(1).find(id).orElseThrow();
  }

  private Claim claim(String owner) {
    return leases().claim(owner).orElseThrow();
  }

  @Test
  void aRunIsAcceptedTakenAndEnded() throws Exception {
    Run accepted = submit("a day");
    assertThat(accepted.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(accepted.asked()).isEqualTo(ASKED);
    assertThat(accepted.acceptedAt()).isEqualTo(clock.instant());
    clock.pass(5);
    Claim claim = claim("me");
    assertThat(claim.text()).isEqualTo("{\"of\": \"a day\"}");
    assertThat(claim.lease()).isEqualTo(new Lease(accepted.id(), "me", 1));
    assertThat(leases().progress(claim.lease(), new RunProgress("prices", 13.0, null))).isTrue();
    assertThat(run(accepted.id()).progress()).isEqualTo(new RunProgress("prices", 13.0, null));
    assertThat(leases().finish(claim.lease(), SOLVED)).isTrue();
    Run ended = run(accepted.id());
    assertThat(ended.status()).isEqualTo(RunStatus.DONE);
    assertThat(ended.outcome()).isEqualTo("optimal");
    assertThat(ended.progress().gap()).isEqualTo(0.5 / 12.5);
    assertThat(ended.finishedAt()).isEqualTo(clock.instant());
    Documents documents = new Documents(database());
    assertThat(documents.find(ended.id(), Document.RESULT)).contains("{result}");
    assertThat(documents.find(ended.id(), Document.SCHEDULE)).contains("a,b");
    assertThat(documents.find(ended.id(), Document.UNCONTROLLED)).contains("{alone}");
  }

  @Test
  void eventsAreNumberedWithoutHolesAndGoOnAfterAny() throws Exception {
    String id = submit("a day").id();
    Lease lease = claim("me").lease();
    leases().progress(lease, new RunProgress("prices", 13.0, 11.0));
    leases().finish(lease, SOLVED);
    Events events = new Events(database());
    assertThat(events.after(id, 0, 10))
        .containsExactly(
            new Event(1, clock.instant(), RunStatus.QUEUED, RunProgress.NONE),
            new Event(
                2, clock.instant(), RunStatus.RUNNING, new RunProgress("starting", null, null)),
            new Event(3, clock.instant(), RunStatus.RUNNING, new RunProgress("prices", 13.0, 11.0)),
            new Event(4, clock.instant(), RunStatus.DONE, new RunProgress("ended", 12.5, 12.0)));
    assertThat(events.after(id, 2, 10)).extracting(Event::number).containsExactly(3L, 4L);
    assertThat(events.after(id, 4, 10)).isEmpty();
  }

  @Test
  void runsAreTakenInTheOrderTheyCame() throws Exception {
    submit("first");
    submit("second");
    assertThat(claim("me").run().scenario()).isEqualTo("first");
    assertThat(claim("you").run().scenario()).isEqualTo("second");
    assertThat(leases().claim("me")).isEmpty();
  }

  @Test
  void aFullQueueTakesNoMoreUntilOneIsTaken() throws Exception {
    Runs small = runs(1);
    small.submit(submission("a", null, "d"));
    assertThatThrownBy(() -> small.submit(submission("b", null, "d")))
        .isInstanceOf(Runs.QueueFull.class);
    claim("me");
    assertThat(small.submit(submission("b", null, "d")).isNew()).isTrue();
  }

  @Test
  void theSameKeyMakesOneRun() throws Exception {
    Runs small = runs(1);
    Runs.Accepted first = small.submit(submission("a", "key", "digest"));
    Runs.Accepted again = small.submit(submission("a", "key", "digest"));
    assertThat(first.isNew()).isTrue();
    // Also where the queue is full: it was accepted before.
    assertThat(again).isEqualTo(new Runs.Accepted(first.run(), false));
    assertThatThrownBy(() -> small.submit(submission("b", "key", "other")))
        .isInstanceOf(Runs.KeyReused.class);
  }

  @Test
  void whatNobodyRenewsIsSolvedAgainAndEndedOnce() throws Exception {
    String id = submit("a day").id();
    Lease lost = claim("dead").lease();
    clock.pass(TERM.toMillis() - 1);
    assertThat(leases().reclaim()).isEmpty();
    clock.pass(2);
    assertThat(leases().reclaim()).containsExactly(id);
    assertThat(run(id).status()).isEqualTo(RunStatus.QUEUED);
    Lease held = claim("alive").lease();
    assertThat(held.attempt()).isEqualTo(2);
    assertThat(leases().finish(lost, SOLVED)).isFalse();
    assertThat(leases().progress(lost, RunProgress.NONE)).isFalse();
    assertThat(leases().release(lost)).isFalse();
    assertThat(leases().renew(lost)).isEqualTo(Leases.Renewal.LOST);
    assertThat(leases().finish(held, SOLVED)).isTrue();
    assertThat(leases().finish(held, SOLVED)).isFalse();
  }

  @Test
  void aRenewedLeaseHolds() throws Exception {
    submit("a day");
    Lease lease = claim("me").lease();
    for (int i = 0; i < 5; i++) {
      clock.pass(TERM.toMillis() / 2);
      assertThat(leases().renew(lease)).isEqualTo(Leases.Renewal.HELD);
      assertThat(leases().reclaim()).isEmpty();
    }
  }

  @Test
  void whatEndsItsProcessTooOftenHasFailed() throws Exception {
    String id = submit("a day").id();
    for (int attempt = 1; attempt <= Leases.MOST_ATTEMPTS; attempt++) {
      assertThat(run(id).status()).isEqualTo(RunStatus.QUEUED);
      claim("process" + attempt);
      leases().reclaimAll();
    }
    Run given = run(id);
    assertThat(given.status()).isEqualTo(RunStatus.FAILED);
    assertThat(Objects.requireNonNull(given.why()).sentence())
        .isEqualTo("the process ended 8 times while it solved this run");
    assertThat(leases().claim("me")).isEmpty();
  }

  @Test
  void whatIsHandedBackWasNoAttempt() throws Exception {
    String id = submit("a day").id();
    Lease lease = claim("me").lease();
    assertThat(leases().release(lease)).isTrue();
    assertThat(run(id).status()).isEqualTo(RunStatus.QUEUED);
    assertThat(run(id).progress()).isEqualTo(RunProgress.NONE);
    assertThat(claim("you").lease().attempt()).isEqualTo(1);
  }

  @Test
  void endingCancelsWhatWaitsAsksWhatRunsAndDeletesWhatEnded() throws Exception {
    Runs all = runs(100);
    String waits = submit("waits").id();
    assertThat(all.end(waits)).isEqualTo(Ending.CANCELLED);
    assertThat(run(waits).status()).isEqualTo(RunStatus.CANCELLED);
    String runs = submit("runs").id();
    Lease lease = claim("me").lease();
    assertThat(all.end(runs)).isEqualTo(Ending.ASKED);
    assertThat(run(runs).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(leases().renew(lease)).isEqualTo(Leases.Renewal.CANCEL);
    leases().finish(lease, SOLVED);
    assertThat(run(runs).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(all.cancel(runs)).isEqualTo(Ending.KEPT);
    assertThat(run(runs).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(all.end(runs)).isEqualTo(Ending.DELETED);
    assertThat(all.find(runs)).isEmpty();
    assertThat(new Documents(database()).find(runs, Document.RESULT)).isEmpty();
    assertThat(new Events(database()).after(runs, 0, 10)).isEmpty();
    assertThat(all.end(runs)).isEqualTo(Ending.UNKNOWN);
    assertThat(all.cancel(runs)).isEqualTo(Ending.UNKNOWN);
  }

  /** Whose end was asked for is not solved again. */
  @Test
  void aCancelledRunOfADeadProcessIsCancelled() throws Exception {
    String id = submit("a day").id();
    claim("dead");
    runs(1).end(id);
    leases().reclaimAll();
    assertThat(run(id).status()).isEqualTo(RunStatus.CANCELLED);
  }

  @Test
  void aFailureSaysWhy() throws Exception {
    String id = submit("a day").id();
    Why why = new Why("it broke", "Maybe mend it.");
    Outcome broken =
        new Outcome(RunStatus.FAILED, "failed", RunProgress.NONE, why, "{}", null, null);
    leases().finish(claim("me").lease(), broken);
    assertThat(run(id).why()).isEqualTo(why);
    assertThat(new Documents(database()).find(id, Document.SCHEDULE)).isEmpty();
  }

  @Test
  void listsTheNewestFirstByStatusAndScenario() throws Exception {
    submit("a");
    submit("b");
    submit("a");
    claim("me");
    Runs all = runs(100);
    assertThat(all.list(null, null, Long.MAX_VALUE, 2)).extracting(Run::id).hasSize(2);
    assertThat(all.list(null, null, Long.MAX_VALUE, 9))
        .extracting(Run::scenario)
        .containsExactly("a", "b", "a");
    assertThat(all.list(RunStatus.QUEUED, "a", Long.MAX_VALUE, 9)).hasSize(1);
    Run newest = all.list(null, null, Long.MAX_VALUE, 1).getFirst();
    assertThat(all.list(null, null, newest.number(), 9))
        .extracting(Run::scenario)
        .containsExactly("b", "a");
  }

  /** Eight take from sixty at once, each run once; what many submit at once keeps the bound. */
  @Test
  void manyAtOnceTakeEachRunOnceAndKeepTheBound() throws Exception {
    Runs bounded = runs(60);
    AtomicInteger full = new AtomicInteger();
    atOnce(
        100,
        () -> {
          try {
            return bounded.submit(submission("day", null, "d")).run().id();
          } catch (Runs.QueueFull turnedAway) {
            full.incrementAndGet();
            return null;
          }
        });
    assertThat(bounded.waiting()).isEqualTo(60);
    assertThat(full).hasValue(40);
    Set<String> taken = new ConcurrentSkipListSet<>();
    atOnce(
        8,
        () -> {
          while (true) {
            var claim = leases().claim(Thread.currentThread().getName());
            if (claim.isEmpty()) {
              return null;
            }
            assertThat(taken.add(claim.get().run().id())).isTrue();
          }
        });
    assertThat(taken).hasSize(60);
  }

  private static void atOnce(int count, Callable<@Nullable String> task)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<@Nullable String>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(threads.submit(task));
      }
      for (Future<@Nullable String> each : all) {
        each.get();
      }
    }
  }
}
