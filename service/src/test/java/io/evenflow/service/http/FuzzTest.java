package io.evenflow.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.BuiltInDays;
import io.evenflow.scenario.Scenario;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Malformed bodies made of valid ones for each path that takes a body: each is accepted because it
 * still makes sense, or answered by a problem with a sentence. Never a 5xx, and memory stays.
 *
 * <p>{@code -Devenflow.bodies=5000 -Devenflow.seed=11} plays as many others.
 */
class FuzzTest {
  private static final int BODIES = Integer.getInteger("evenflow.bodies", 1000);
  private static final int SEED = Integer.getInteger("evenflow.seed", 11);
  private static final String SITE = "/api/v1/sites/fuzz";
  private static final String DAY = BuiltInDays.text("case18-small");
  private static final Scenario SCENARIO = BuiltInDays.read("case18-small");
  private static final int ROUND = 50;

  /** What the heap may hold more after all bodies than after the first rounds. Unit: bytes */
  private static final long MOST_GROWTH = 48L << 20;

  @TempDir private @Nullable Path folder;

  /** A request with a body that makes sense. */
  private record Target(String method, String path, String type, String body) {
    static Target json(String method, String path, String body) {
      return new Target(method, path, "application/json", body);
    }

    static Target form(String path, TestForm form) {
      String body = new String(form.bytes(), StandardCharsets.UTF_8);
      return new Target("POST", path, TestForm.TYPE, body);
    }
  }

  private static String at(int period) {
    return SCENARIO.horizon().startOf(period).toInstant().toString();
  }

  private static List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (String day : List.of(DAY, BuiltInDays.text("depot-day"))) {
      targets.add(Target.json("POST", "/api/v1/runs?method=uncontrolled&timeLimit=0.01", day));
      targets.add(Target.json("POST", "/api/v1/scenario/check", day));
    }
    targets.add(Target.json("PUT", "/api/v1/sites/other", DAY));
    String arrival =
        """
        {"at": "%s", "station": "bus6", "departure": "%s", "batteryKwh": 60.5, "energyKwh": 20,
         "targetKwh": 50}"""
            .formatted(at(0), at(6));
    String change =
        """
        {"at": "%s", "energyKwh": 22, "targetKwh": 51.5, "departure": "%s", "mostKw": 20, "left": false}"""
            .formatted(at(1), at(7));
    String limit =
        "{\"at\": \"%s\", \"from\": \"%s\", \"to\": \"%s\", \"importKw\": 4000}"
            .formatted(at(0), at(1), at(3));
    String prices =
        "{\"at\": \"%s\", \"from\": \"%s\", \"perMwh\": [80, -12.5, 3e1]}".formatted(at(0), at(2));
    String expected =
        """
        {"at": "%s", "from": "%s", "stations": [{"id": "bus6", "loadKw": [5, -2.5, 1e1]}],
         "loads": {"scale": [0.9, 1.1]}, "prices": {"perMwh": [80]}}"""
            .formatted(at(0), at(2));
    String newcomer =
        """
        "station": "bus6", "arrival": "%s", "departure": "%s", "batteryKwh": 60, "energyKwh": 2e1,
        "targetKwh": 50.5, "mostKw": 20"""
            .formatted(at(2), at(5));
    String coming =
        """
        {"at": "%s", "newcomers": {"bookings": [{"id": "guest", %s}],
         "scenarios": [{"sessions": [{%s}]}, {"sessions": []}]}}"""
            .formatted(at(0), newcomer, newcomer);
    String event =
        """
        {"intervalPeriod": {"start": "%s", "duration": "PT1H"}, "priority": 1,
         "payloadDescriptors": [{"payloadType": "PRICE", "units": "MWH"}],
         "intervals": [{"id": 0, "payloads": [{"type": "PRICE", "values": [900]}]},
                       {"id": 1, "payloads": [{"type": "IMPORT_CAPACITY_LIMIT", "values": [4]}]}]}"""
            .formatted(at(2));
    String plan = "?deadline=0.02";
    targets.add(Target.json("PATCH", SITE + "/sessions/a" + plan, arrival));
    targets.add(Target.json("PATCH", SITE + "/sessions/there" + plan, change));
    targets.add(Target.json("PUT", SITE + "/limits" + plan, limit));
    targets.add(Target.json("PUT", SITE + "/prices" + plan, prices));
    targets.add(Target.json("PUT", SITE + "/forecasts" + plan, expected));
    targets.add(Target.json("PUT", SITE + "/forecasts" + plan, coming));
    targets.add(Target.json("PUT", SITE + "/signals" + plan, event));
    targets.add(Target.json("PUT", SITE + "/signals" + plan, "[" + event + "]"));
    TestForm tables =
        new TestForm()
            .file("feeder", "street.m", ImportTest.STREET)
            .file("sessions", "day.csv", ImportTest.SESSIONS)
            .field("column", "arrival=came")
            .field("step", "60")
            .field("buses", "7")
            .file("loads", "loads.csv", "hour,bus7 (kW)\n0,10\n12,30\n")
            .file("solar", "solar.csv", "time,pv (kW)\n00:00,0\n08:00,10\n18:00,0\n")
            .field("solar-at", "7")
            .field("power", "1.4-11")
            .file("prices", "prices.csv", ImportTest.PRICES);
    targets.add(Target.form("/api/v1/scenario/import", tables));
    targets.add(
        Target.form(
            "/api/v1/scenario/columns",
            new TestForm().file("sessions", "day.csv", ImportTest.SESSIONS)));
    return targets;
  }

  @Test
  void malformedBodiesAreNeverTheServicesFault() {
    Random random = new Random(SEED);
    Mutation mutation = new Mutation(random);
    List<Target> targets = targets();
    int refused = 0;
    InstantSource clock = InstantSource.fixed(SCENARIO.horizon().startOf(0).toInstant());
    long before = 0;
    try (TestService service =
        new TestService(TestService.options(Objects.requireNonNull(folder)), clock)) {
      targets.forEach(target -> requireValid(service, target));
      for (int i = 0; i < BODIES; i++) {
        if (i % ROUND == 0) {
          putSite(service);
        }
        if (i == Math.min(BODIES / 2, 8 * ROUND)) {
          before = heldBytes();
        }
        Target target = targets.get(random.nextInt(targets.size()));
        int status = answered(service, target, mutation.of(target.body()));
        refused += status >= 400 ? 1 : 0;
      }
      assertThat(heldBytes() - before).as("growth of the heap").isLessThan(MOST_GROWTH);
    }
    // Most must reach what reads them, and most make no sense.
    assertThat(refused).isBetween(BODIES / 2, BODIES - 1);
  }

  private static void putSite(TestService service) {
    service.send("PUT", SITE, DAY);
    String there =
        """
        {"station": "bus6", "departure": "%s", "batteryKwh": 60.5, "energyKwh": 20}"""
            .formatted(at(6));
    HttpResponse<String> answer =
        service.send("PATCH", SITE + "/sessions/there?deadline=0.02", there);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** What is mutated must make sense, or nothing of it would be reached. */
  private static void requireValid(TestService service, Target target) {
    putSite(service);
    int status = answered(service, target, target.body().getBytes(StandardCharsets.UTF_8));
    assertThat(status).as(target.path()).isIn(200, 201, 202);
  }

  private static int answered(TestService service, Target target, byte[] body) {
    HttpResponse<String> answer =
        service.send(
            service
                .request(target.path())
                .header("Content-Type", target.type())
                .method(target.method(), BodyPublishers.ofByteArray(body))
                .build());
    assertThat(answer.statusCode())
        .as(
            () ->
                target.path()
                    + "\n"
                    + answer.body()
                    + "\n"
                    + new String(body, StandardCharsets.UTF_8))
        .isIn(200, 201, 202, 400, 409, 413, 422, 429);
    Description.require(target.method(), target.path(), answer);
    if (answer.statusCode() >= 400) {
      assertThat(answer.body()).doesNotContain("java.", "io.evenflow", "Exception");
    }
    return answer.statusCode();
  }

  private static long heldBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
