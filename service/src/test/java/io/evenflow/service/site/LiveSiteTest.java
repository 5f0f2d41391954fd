package io.evenflow.service.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.io.BuiltInDays;
import io.evenflow.live.Event;
import io.evenflow.run.Fair;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.Refused;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.DatabaseUrl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a site while it plans is heard together by the next plan. */
class LiveSiteTest {
  private static final Scenario DAY = BuiltInDays.read("case18-small");

  private static Instant at(int period) {
    return DAY.horizon().startOf(period).toInstant();
  }

  private static Event arrived(String session) {
    return new Event.Arrived(at(0), session, "bus6", at(6), 60, 20, 40, null);
  }

  private static ObjectNode say(LiveSite site, Event event) {
    return site.hear(at(0), state -> List.of(event), 0.2);
  }

  /**
   * <pre>
   *   one arrives        plan 1 ──────┐
   *   five others come, one of them    plan 2
   *   twice, while that is told
   * </pre>
   */
  @Test
  void whatComesWhileItPlansMakesOnePlan(@TempDir Path folder) throws Exception {
    CountDownLatch isTelling = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    AtomicBoolean isFirst = new AtomicBoolean(true);
    try (Database database = Database.open(DatabaseUrl.in(folder));
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      LiveSites sites = new LiveSites(new SiteStore(database));
      sites.listen(
          (site, state, plan) -> {
            if (isFirst.getAndSet(false)) {
              isTelling.countDown();
              await(mayGoOn);
            }
          });
      LiveSite site =
          sites.put(
              new SiteStore.Site("depot", BuiltInDays.text("case18-small"), at(0), Fair.NONE),
              false);
      Future<ObjectNode> first = others.submit(() -> say(site, arrived("one")));
      await(isTelling);
      List<Future<ObjectNode>> rest = new ArrayList<>();
      for (String session : List.of("a", "b", "c", "d", "e")) {
        rest.add(others.submit(() -> say(site, arrived(session))));
      }
      Future<ObjectNode> nobody =
          others.submit(() -> say(site, new Event.TargetChanged(at(0), "nobody", 30)));
      while (site.waiting() < 6) {
        Thread.onSpinWait();
      }
      mayGoOn.countDown();

      assertThat(first.get().get("number").asInt()).isEqualTo(1);
      for (Future<ObjectNode> answer : rest) {
        assertThat(answer.get().get("number").asInt()).isEqualTo(2);
        assertThat(answer.get().get("sessions")).hasSize(6);
      }
      assertThatThrownBy(nobody::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(Refused.class)
          .hasMessageContaining("nobody");
      assertThat(site.plans()).isEqualTo(2);

      // All of it is on disk: another process goes on with the same.
      LiveSite again = new LiveSites(new SiteStore(database)).required("depot");
      assertThat(again.state()).usingRecursiveComparison().isEqualTo(site.state());
      assertThat(say(again, arrived("two")).get("number").asInt()).isEqualTo(3);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
