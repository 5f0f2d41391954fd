package io.evenflow.check;

import io.evenflow.fleet.Station;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Holds what a schedule says of the grid in a period against the AC power flow of its powers. */
final class PeriodClaims {
  private static final String FLOW = "AC power flow gives";

  private final Scenario scenario;
  private final Dispatch dispatch;
  private final PeriodNames names;
  private final GridCheck grid;
  private final Violations untrue;

  PeriodClaims(
      Scenario scenario, Dispatch dispatch, PeriodNames names, GridCheck grid, Violations untrue) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.names = names;
    this.grid = grid;
    this.untrue = untrue;
  }

  /** Checks a period right after {@link GridCheck#check}; its figures are null if none are said. */
  void check(int period, PeriodFlow flow, Claims.@Nullable Period claimed) {
    Generation generation = new Generation(scenario, dispatch, period);
    if (flow.converged()) {
      substation(period, generation, flow);
    }
    if (claimed == null) {
      return;
    }
    if (flow.converged()) {
      flow(period, claimed, flow);
    } else {
      noFlow(period, claimed, generation);
    }
    stations(period, claimed);
  }

  /** What the substation's generators are said to give is what the grid must take from them. */
  private void substation(int period, Generation generation, PeriodFlow flow) {
    String object = "substation, " + names.of(period);
    double tolerance = Tolerances.GENERATION_KW;
    untrue.requireClaim(
        object + ": active power",
        generation.claimedImportKw(),
        FLOW,
        flow.importKw(),
        " kW",
        tolerance);
    untrue.requireClaim(
        object + ": reactive power",
        generation.claimedImportKvar(),
        FLOW,
        grid.importKvar(),
        " kvar",
        tolerance);
  }

  /** Small differences, each within its tolerance, must not add up to a cheaper day. */
  void checkDay(List<PeriodFlow> flows) {
    double claimedKwh = 0;
    double importKwh = 0;
    double size = 0;
    for (int period = 0; period < flows.size(); period++) {
      if (flows.get(period).converged()) {
        claimedKwh +=
            scenario.horizon().hours(period)
                * new Generation(scenario, dispatch, period).claimedImportKw();
        importKwh += scenario.horizon().hours(period) * flows.get(period).importKw();
        size += scenario.horizon().hours(period) * Math.abs(flows.get(period).importKw());
      }
    }
    double tolerance = Math.max(Tolerances.IMPORT_KWH, Tolerances.IMPORT_RELATIVE * size);
    untrue.requireClaim(
        "substation, all periods: energy", claimedKwh, FLOW, importKwh, " kWh", tolerance);
  }

  private void flow(int period, Claims.Period claimed, PeriodFlow flow) {
    double power = Tolerances.GENERATION_KW;
    double voltage = Tolerances.VOLTAGE_PU;
    require(period, "importKw", claimed.importKw(), flow.importKw(), " kW", power);
    require(period, "lossKw", claimed.lossKw(), flow.lossKw(), " kW", power);
    require(period, "minVoltagePu", claimed.minVoltagePu(), flow.minVoltagePu(), " p.u.", voltage);
    require(period, "maxVoltagePu", claimed.maxVoltagePu(), flow.maxVoltagePu(), " p.u.", voltage);
    bus(
        period,
        "minVoltageBus",
        claimed.minVoltageBus(),
        flow.minVoltagePu(),
        flow.minVoltageBus());
    bus(
        period,
        "maxVoltageBus",
        claimed.maxVoltageBus(),
        flow.maxVoltagePu(),
        flow.maxVoltageBus());
  }

  private void require(
      int period,
      String field,
      @Nullable Double claimed,
      double truth,
      String unit,
      double tolerance) {
    untrue.requireClaim(names.of(period) + ": " + field, claimed, FLOW, truth, unit, tolerance);
  }

  /** Any bus whose voltage is the extreme one will do. */
  private void bus(
      int period, String field, @Nullable Integer claimed, double extremePu, int truth) {
    if (claimed == null) {
      return;
    }
    Feeder feeder = scenario.feeder();
    OptionalInt index = feeder.find(claimed);
    boolean holds =
        index.isPresent()
            && Math.abs(grid.voltagePu(index.getAsInt()) - extremePu) <= Tolerances.VOLTAGE_PU;
    if (!holds) {
      untrue.add(
          "%s: %s: claims %d, %s %d".formatted(names.of(period), field, claimed, FLOW, truth));
    }
  }

  /** Without a power flow the import is the schedule's own, and the rest is not known. */
  private void noFlow(int period, Claims.Period claimed, Generation generation) {
    untrue.requireClaim(
        names.of(period) + ": importKw",
        claimed.importKw(),
        "its generators give",
        generation.claimedImportKw(),
        " kW",
        Tolerances.GENERATION_KW);
    unknown(period, "lossKw", claimed.lossKw());
    unknown(period, "minVoltagePu", claimed.minVoltagePu());
    unknown(period, "minVoltageBus", claimed.minVoltageBus());
    unknown(period, "maxVoltagePu", claimed.maxVoltagePu());
    unknown(period, "maxVoltageBus", claimed.maxVoltageBus());
  }

  private void unknown(int period, String field, @Nullable Number claimed) {
    if (claimed != null) {
      untrue.add(
          "%s: %s: claims %s, but there is no AC power flow"
              .formatted(names.of(period), field, Violations.text(claimed.doubleValue())));
    }
  }

  private void stations(int period, Claims.Period claimed) {
    StationPowers powers = StationPowers.of(scenario, dispatch, period);
    for (int k = 0; k < scenario.stations().size(); k++) {
      Station station = scenario.stations().get(k);
      untrue.requireClaim(
          names.of(period) + ": stationKw of '" + station.id() + "'",
          claimed.stationKw().get(station.id()),
          "its meter shows",
          powers.netKw(k),
          " kW",
          Tolerances.POWER_KW);
    }
  }
}
