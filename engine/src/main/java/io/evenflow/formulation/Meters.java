package io.evenflow.formulation;

import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.market.PeakCharge;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** The meters of a day at which something holds or is paid: of stations, groups, the substation. */
final class Meters {
  private final Scenario scenario;
  private final BranchFlow[] flows;
  private final MixedIntegerProgram.Builder program;
  private final List<MeterModel> all = new ArrayList<>();

  Meters(Scenario scenario, BranchFlow[] flows, MixedIntegerProgram.Builder program) {
    this.scenario = scenario;
    this.flows = flows;
    this.program = program;
    for (int k = 0; k < scenario.stations().size(); k++) {
      addStation(k, scenario.stations().get(k).site());
    }
    scenario.groups().forEach(this::addGroup);
    addSubstation(scenario.substation().peakCharge());
  }

  List<MeterModel> all() {
    return all;
  }

  private void addStation(int k, Station.Site site) {
    MeterModel meter = meter((sum, t) -> addStationKw(sum, k, t));
    meter.limit(site.connection());
    meter.settle(site.tariff());
    meter.charge(site.peakCharge());
  }

  private void addGroup(Group group) {
    MeterModel meter =
        meter(
            (sum, t) ->
                group.stations().forEach(id -> addStationKw(sum, scenario.stationIndex(id), t)));
    meter.limit(group.connection());
    meter.charge(group.peakCharge());
  }

  /** Energy there is paid as generation. */
  private void addSubstation(@Nullable PeakCharge charge) {
    meter(this::addImportKw).charge(charge);
  }

  private MeterModel meter(ObjIntConsumer<AffineBuilder> netKw) {
    Affine[] byPeriod = new Affine[flows.length];
    for (int t = 0; t < byPeriod.length; t++) {
      AffineBuilder sum = new AffineBuilder();
      netKw.accept(sum, t);
      byPeriod[t] = sum.build();
    }
    all.add(new MeterModel(byPeriod, scenario.horizon(), program));
    return all.getLast();
  }

  private void addStationKw(AffineBuilder sum, int station, int period) {
    sum.add(scenario.fixedStationKw(station, period));
    for (int place : scenario.places().behind(station)) {
      sum.add(1, flows[period].placeKw[place]);
    }
  }

  private void addImportKw(AffineBuilder sum, int period) {
    BranchFlow flow = flows[period];
    for (int g = 0; g < flow.generatorActive.length; g++) {
      if (scenario.feeder().generatorBus(g) == 0) {
        sum.add(flow.perUnit.kwOf(1), flow.generatorActive[g]);
      }
    }
  }
}
