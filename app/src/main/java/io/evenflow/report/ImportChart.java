package io.evenflow.report;

import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the feeder takes from the grid above, by AC power flow. Unit: kW.
 *
 * @param schedule by period, null where the power flow does not converge
 * @param uncontrolled the same with vehicles that charge on arrival, null where there is none
 * @param withoutVehicles the same as {@code schedule} with the vehicles' power left out
 * @param limits what the substation may give and take, where the case says
 * @param periodLimits limits from outside by period
 */
record ImportChart(
    List<@Nullable Double> schedule,
    @Nullable List<@Nullable Double> uncontrolled,
    List<@Nullable Double> withoutVehicles,
    List<ChartLimit> limits,
    List<PeriodLimit> periodLimits) {

  /** A limit so high is none: no feeder comes near it. Unit: kW. */
  private static final double FREE_KW = 1e8;

  /**
   * A limit that may change from period to period.
   *
   * @param name what it is
   * @param kw by period; below 0 for export. Unit: kW
   */
  record PeriodLimit(String name, List<@Nullable Double> kw) {}

  static ImportChart of(
      Scenario scenario,
      Verification check,
      @Nullable Verification uncontrolled,
      Verification withoutVehicles) {
    return new ImportChart(
        importKw(check),
        uncontrolled == null ? null : importKw(uncontrolled),
        importKw(withoutVehicles),
        limits(scenario.feeder()),
        periodLimits(scenario));
  }

  private static List<@Nullable Double> importKw(Verification check) {
    return Series.of(check.periods().stream().mapToDouble(PeriodFlow::importKw).toArray(), 3);
  }

  private static List<PeriodLimit> periodLimits(Scenario scenario) {
    List<PeriodLimit> limits = new ArrayList<>();
    io.evenflow.time.Series most = scenario.substation().importLimitKw();
    io.evenflow.time.Series least = scenario.substation().exportLimitKw();
    if (most != null && most.least() < FREE_KW) {
      limits.add(new PeriodLimit("import limit", shown(most, 1)));
    }
    if (least != null && least.least() < FREE_KW) {
      limits.add(new PeriodLimit("export limit", shown(least, -1)));
    }
    return limits;
  }

  private static List<@Nullable Double> shown(io.evenflow.time.Series kw, double sign) {
    return Series.of(
        kw.periods(), 3, t -> kw.at(t) < FREE_KW ? sign * kw.at(t) : Double.POSITIVE_INFINITY);
  }

  private static List<ChartLimit> limits(Feeder feeder) {
    double least = 0;
    double greatest = 0;
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        Generator generator = feeder.generators().get(g);
        least += 1000 * generator.activeMinMw();
        greatest += 1000 * generator.activeMaxMw();
      }
    }
    List<ChartLimit> limits = new ArrayList<>();
    limits.add(new ChartLimit(greatest, "greatest import", true));
    limits.add(new ChartLimit(least, "least import", false));
    limits.removeIf(limit -> !Double.isFinite(limit.value()));
    return limits;
  }
}
