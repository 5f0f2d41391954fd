package io.evenflow.io;

import io.evenflow.fleet.Solar;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A schedule as its file tells it; without one, every list is empty. */
final class ScheduleFigures {
  private final Scenario scenario;
  private final @Nullable Dispatch dispatch;

  ScheduleFigures(Scenario scenario, @Nullable Dispatch dispatch) {
    this.scenario = scenario;
    this.dispatch = dispatch;
  }

  private <T> List<T> each(int count, IntFunction<T> figures) {
    return dispatch == null ? List.of() : IntStream.range(0, count).mapToObj(figures).toList();
  }

  private Dispatch powers() {
    if (dispatch == null) {
      throw new IllegalStateException("there is no schedule");
    }
    return dispatch;
  }

  List<StoragePowers> sessions() {
    Storages storages = Storages.of(scenario);
    return each(
        scenario.sessions().size(),
        s ->
            powers(
                storages,
                s,
                powers().shortfallKwh(s, scenario.sessions().get(s), scenario.horizon())));
  }

  List<StoragePowers> vehicles() {
    Storages storages = Storages.of(scenario);
    int first = scenario.sessions().size();
    return each(
        scenario.vehicles().size(),
        v -> powers(storages, first + v, energies(storages, first + v).missingKwh()));
  }

  List<StoragePowers> batteries() {
    Storages storages = Storages.of(scenario);
    int first = scenario.sessions().size() + scenario.vehicles().size();
    return each(scenario.batteries().size(), b -> powers(storages, first + b, null));
  }

  private StoragePowers powers(Storages storages, int i, @Nullable Double shortfallKwh) {
    return new StoragePowers(
        storages.get(i).id(),
        storages.chargeKw(powers(), i),
        storages.dischargeKw(powers(), i),
        energies(storages, i).ofHorizon(scenario.periods()),
        shortfallKwh);
  }

  private StorageEnergies energies(Storages storages, int i) {
    return StorageEnergies.of(
        storages.get(i), storages.chargeKw(powers(), i), storages.dischargeKw(powers(), i));
  }

  List<SolarPowers> solar() {
    return each(
        scenario.solar().size(),
        i -> {
          Solar plant = scenario.solar().get(i);
          Dispatch.Assets assets = powers().assets();
          return new SolarPowers(plant.id(), assets.solarKw()[i], assets.solarKvar()[i]);
        });
  }

  List<GeneratorPowers> generators() {
    return each(
        scenario.feeder().generators().size(),
        g ->
            new GeneratorPowers(
                scenario.feeder().generators().get(g).bus(),
                powers().generatorKw()[g],
                powers().generatorKvar()[g]));
  }

  List<PeriodFigures> periods(@Nullable Verification check) {
    double[][] netKw = dispatch == null ? new double[0][] : stationKw();
    return each(
        scenario.periods(),
        period ->
            period(
                period,
                netKw,
                check == null || period >= check.periods().size()
                    ? PeriodFlow.NONE
                    : check.periods().get(period)));
  }

  /** Without an AC power flow, the import is the schedule's own and the rest is not known. */
  private PeriodFigures period(int period, double[][] netKw, PeriodFlow flow) {
    boolean isKnown = flow.converged();
    return new PeriodFigures(
        Times.text(scenario.horizon().startOf(period)),
        powers().substationVoltagePu()[period],
        new Claims.Period(
            isKnown ? flow.importKw() : claimedImport(period),
            flow.lossKw(),
            flow.minVoltagePu(),
            isKnown ? (Integer) flow.minVoltageBus() : null,
            flow.maxVoltagePu(),
            isKnown ? (Integer) flow.maxVoltageBus() : null,
            stations(netKw, period)));
  }

  private double claimedImport(int period) {
    Feeder feeder = scenario.feeder();
    double importKw = 0;
    for (int g = 0; g < feeder.generators().size(); g++) {
      if (feeder.generatorBus(g) == 0) {
        importKw += powers().generatorKw()[g][period];
      }
    }
    return importKw;
  }

  private Map<String, Double> stations(double[][] netKw, int period) {
    Map<String, Double> stations = new LinkedHashMap<>();
    for (int k = 0; k < netKw.length; k++) {
      stations.put(scenario.stations().get(k).id(), netKw[k][period]);
    }
    return stations;
  }

  /** What each station's meter shows by period. */
  private double[][] stationKw() {
    double[][] netKw = new double[scenario.stations().size()][scenario.periods()];
    for (int k = 0; k < netKw.length; k++) {
      Arrays.setAll(netKw[k], scenario.stations().get(k).site()::loadKw);
    }
    Storages storages = Storages.of(scenario);
    for (int i = 0; i < storages.size(); i++) {
      for (int k = 0; k < storages.get(i).steps().size(); k++) {
        int station = scenario.places().station(storages.place(i, k));
        if (station >= 0) {
          int t = storages.get(i).steps().get(k).period();
          netKw[station][t] +=
              storages.chargeKw(powers(), i)[t] - storages.dischargeKw(powers(), i)[t];
        }
      }
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      String station = scenario.solar().get(i).location().station();
      for (int t = 0; station != null && t < scenario.periods(); t++) {
        netKw[scenario.stationIndex(station)][t] -= powers().assets().solarKw()[i][t];
      }
    }
    return netKw;
  }
}
