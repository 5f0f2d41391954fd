package io.evenflow.scenario;

import static io.evenflow.scenario.Doubts.text;

import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.Generator;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Loads, limits and factors of the grid that can hardly be meant, and the horizon's offset. */
final class GridDoubts {
  /** Loads beyond so many times what all generators give are no day of this feeder. */
  private static final double FAR_BEYOND = 10;

  private final Scenario scenario;
  private final Doubts doubts;

  private GridDoubts(Scenario scenario, Doubts doubts) {
    this.scenario = scenario;
    this.doubts = doubts;
  }

  static void collect(Scenario scenario, Doubts doubts) {
    GridDoubts grid = new GridDoubts(scenario, doubts);
    grid.percents();
    grid.loads();
    grid.offset();
  }

  private void percents() {
    percent("limits", "voltageMinPu", scenario.limits().voltageMinPu());
    percent("limits", "voltageMaxPu", scenario.limits().voltageMaxPu());
    for (BranchScaling scaling : scenario.branchScaling()) {
      String object = "branchScaling of branch " + scaling.from() + "-" + scaling.to();
      percent(object, "resistance", scaling.resistance());
      percent(object, "reactance", scaling.reactance());
    }
  }

  private void percent(String object, String field, @Nullable Double value) {
    if (value != null && value >= 50 && value <= 200) {
      doubts.add(
          "per cent",
          object,
          "%s (%s) is a factor, 1 for what is usual".formatted(field, text(value)),
          "Maybe it is in per cent: %s %% is %s.".formatted(text(value), text(value / 100)));
    }
  }

  private void loads() {
    double most = scenario.feeder().generators().stream().mapToDouble(Generator::activeMaxMw).sum();
    if (!(most > 0) || Double.isInfinite(most)) {
      return;
    }
    double caseMw = scenario.feeder().buses().stream().mapToDouble(bus -> bus.activeLoadMw()).sum();
    double scale = greatest(scenario.loads().scale());
    if (scale * caseMw > FAR_BEYOND * most) {
      doubts.add(
          "loads",
          "loads.scale",
          "a factor of %s brings the load to %.0f MW, and all generators give %s MW"
              .formatted(text(scale), scale * caseMw, text(most)),
          "Maybe it is in per cent: 62 % is 0.62.");
      return;
    }
    for (Loads.Adjustment adjustment : scenario.loads().adjustments()) {
      double kw = greatest(adjustment.activeKw());
      if (kw / 1000 > FAR_BEYOND * most) {
        doubts.add(
            "powers of loads in W",
            "loads.adjustments of bus " + adjustment.bus(),
            "activeKw (%s) is %.0f MW, and all generators give %s MW"
                .formatted(text(kw), kw / 1000, text(most)),
            "Maybe it is in W: %s W are %s kW.".formatted(text(kw), text(kw / 1000)));
      }
    }
  }

  private static double greatest(double[] series) {
    return Arrays.stream(series).map(Math::abs).max().orElse(0);
  }

  /** A start in UTC is as good as any; another offset is meant to be that of the place. */
  private void offset() {
    Horizon horizon = scenario.horizon();
    ZoneId zone = horizon.zone();
    OffsetDateTime start = horizon.start();
    OffsetDateTime there = horizon.startOf(0);
    if (zone == null
        || start.getOffset().getTotalSeconds() == 0
        || start.getOffset().equals(there.getOffset())) {
      return;
    }
    doubts.add(
        "offset",
        "horizon",
        "start ('%s') has another offset than %s then, %s"
            .formatted(start, zone, there.getOffset()),
        "Maybe %s is meant.".formatted(start.toLocalDateTime().atZone(zone).toOffsetDateTime()));
  }
}
