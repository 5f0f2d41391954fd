package io.evenflow.service.page;

import io.evenflow.live.Here;
import io.evenflow.live.Promise;
import io.evenflow.live.SiteState;
import io.evenflow.report.Figures;
import io.evenflow.run.Fair;
import io.evenflow.service.site.Newcomer;
import io.evenflow.service.site.Newcomers;
import io.evenflow.time.Horizon;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A live site as a dispatcher sees it: who is here, what each does and was promised, why its plan
 * changed, and what the site draws from now on.
 *
 * @param now the site's clock, local
 * @param status of the last plan, "none" before the first
 * @param figures what is known of it, in words
 * @param alarms sentences somebody must read
 * @param coming who is booked
 * @param others who else may come, in words; empty for nobody
 * @param bars what all draw together in each period
 * @param scale words at the top and at the bottom of the bars
 */
public record SiteBoard(
    String id,
    String now,
    String status,
    String mood,
    List<String> figures,
    List<String> alarms,
    List<Row> rows,
    List<Coming> coming,
    String others,
    List<Bar> bars,
    List<String> scale) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm");

  /** Height of the picture, and width of a bar. */
  private static final int HEIGHT = 100;

  private static final int WIDTH = 10;
  private static final int GAP = 2;

  /**
   * A vehicle.
   *
   * @param drawn what it draws now; negative where it feeds in. Unit: kW
   * @param why the last change of its plan, empty for none
   */
  public record Row(
      String session,
      String station,
      String energy,
      double part,
      String target,
      String leaves,
      String drawn,
      String promise,
      String why) {}

  /** Who is booked. Energies in kWh. */
  public record Coming(
      String id, String station, String comes, String leaves, String energy, String target) {}

  /** A period of the picture; {@code kind} is "draws" or "feeds". */
  public record Bar(int x, double y, int width, double height, String kind, String title) {}

  /**
   * The board of a site.
   *
   * @param newcomers who is still expected
   * @param fair what counts where energy is short
   * @param plan the last plan, null before the first
   */
  static SiteBoard of(
      String id, SiteState state, Newcomers newcomers, Fair fair, @Nullable JsonNode plan) {
    Horizon horizon = state.day().horizon();
    Map<String, String> why = plan == null ? Map.of() : reasons(plan);
    List<Row> rows = new ArrayList<>();
    for (Here here : state.here().values()) {
      rows.add(row(here, horizon, why.getOrDefault(here.id(), "")));
    }
    Map<Integer, Double> sums = plan == null ? Map.of() : sums(plan);
    double most = Math.max(1, sums.values().stream().mapToDouble(kw -> kw).max().orElse(1));
    double least = Math.min(0, sums.values().stream().mapToDouble(kw -> kw).min().orElse(0));
    List<Bar> bars = new ArrayList<>();
    sums.forEach((t, kw) -> bars.add(bar(bars.size(), t, kw, least, most, horizon)));
    List<String> alarms = new ArrayList<>();
    if (plan != null) {
      plan.get("notes").forEach(note -> alarms.add(note.asString()));
    }
    String status = plan == null ? "none" : plan.get("status").asString();
    List<String> figures = new ArrayList<>();
    if (fair == Fair.MAX_MIN) {
      figures.add("where energy is short all get the same share");
    }
    if (plan == null) {
      figures.add("nothing was said of it yet");
    } else {
      addFigures(plan, state, figures);
    }
    return new SiteBoard(
        id,
        local(horizon, state.now()),
        status,
        status.equals("optimal") ? "good" : status.equals("best-effort") ? "bad" : "busy",
        figures,
        alarms,
        rows,
        newcomers.bookings().stream().map(each -> coming(each, horizon)).toList(),
        others(newcomers.scenarios()),
        bars,
        List.of(Figures.decimals(most, 0) + " kW", Figures.decimals(least, 0) + " kW"));
  }

  private static String local(Horizon horizon, Instant time) {
    OffsetDateTime start = OffsetDateTime.parse(horizon.startOf(0).toString());
    return TIME.format(time.atOffset(start.getOffset()));
  }

  private static Row row(Here here, Horizon horizon, String why) {
    Promise promise = here.promise();
    double kw = here.command() == null ? 0 : here.command().netKw();
    return new Row(
        here.id(),
        here.station(),
        Figures.decimals(here.energyKwh(), 1),
        Math.min(1, here.energyKwh() / Math.max(1e-9, here.batteryKwh())),
        Figures.decimals(here.targetKwh(), 1),
        local(horizon, here.departure()),
        Figures.decimals(kw, 1),
        promise == null ? "–" : Figures.decimals(promise.energyKwh(), 1),
        why);
  }

  private static Coming coming(Newcomer each, Horizon horizon) {
    return new Coming(
        each.id(),
        each.station(),
        local(horizon, each.arrival()),
        local(horizon, each.departure()),
        Figures.decimals(each.energyKwh(), 1),
        Figures.decimals(each.targetKwh(), 1));
  }

  private static String others(List<List<Newcomer>> scenarios) {
    double mean = scenarios.stream().mapToInt(List::size).average().orElse(0);
    return mean == 0
        ? ""
        : "Who else may come: %s vehicles on average of %d scenarios."
            .formatted(Figures.decimals(mean, 1), scenarios.size());
  }

  private static void addFigures(JsonNode plan, SiteState state, List<String> figures) {
    figures.add("plan " + plan.get("number").asInt());
    if (!plan.get("objective").isNull()) {
      figures.add(
          "costs "
              + Figures.money(plan.get("objective").asDouble())
              + " "
              + state.day().currency()
              + " from now on");
    }
    if (!plan.get("bound").isNull()) {
      figures.add("none is below " + Figures.money(plan.get("bound").asDouble()));
    }
    if (plan.has("scenarios")) {
      int scenarios = plan.get("scenarios").asInt();
      figures.add(
          scenarios == 1
              ? "with who is expected"
              : "for " + scenarios + " scenarios of who may come");
    }
    if (plan.has("fairness")) {
      double share = plan.get("fairness").get("share").asDouble();
      figures.add("all have " + Figures.decimals(100 * share, 0) + " % of what they want");
    }
    figures.add(
        plan.get("acFeasible").asBoolean()
            ? "every limit holds by AC power flow"
            : "limits are missed");
    figures.add("made in " + Figures.decimals(1000 * plan.get("seconds").asDouble(), 0) + " ms");
  }

  /** By session its first change. */
  private static Map<String, String> reasons(JsonNode plan) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (JsonNode change : plan.get("changes")) {
      reasons.putIfAbsent(
          change.get("session").asString(),
          "%s: %s → %s kW"
              .formatted(
                  change.get("reason").asString(),
                  Figures.decimals(change.get("beforeKw").asDouble(), 1),
                  Figures.decimals(change.get("afterKw").asDouble(), 1)));
    }
    return reasons;
  }

  private static Map<Integer, Double> sums(JsonNode plan) {
    Map<Integer, Double> sums = new TreeMap<>();
    int first = plan.get("firstPeriod").asInt();
    for (int t = 0; t < plan.get("starts").size(); t++) {
      double kw = 0;
      for (JsonNode session : plan.get("sessions")) {
        kw += session.get("netKw").path(t).asDouble(0);
      }
      sums.put(first + t, kw);
    }
    return sums;
  }

  private static Bar bar(
      int place, int period, double kw, double least, double most, Horizon horizon) {
    double perKw = HEIGHT / (most - least);
    String title =
        local(horizon, horizon.startOf(period).toInstant())
            + ": "
            + Figures.decimals(kw, 1)
            + " kW";
    return new Bar(
        place * WIDTH,
        (most - Math.max(0, kw)) * perKw,
        WIDTH - GAP,
        Math.max(0.5, Math.abs(kw) * perKw),
        kw < 0 ? "feeds" : "draws",
        title);
  }

  /** Width of the picture. */
  public int width() {
    return Math.max(WIDTH, bars.size() * WIDTH);
  }
}
