package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.TargetCheck;
import io.evenflow.check.UnreachableTarget;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails.Target;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Tour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds who has less energy than wanted, the worst first. */
final class ShortfallSearch {
  private final Scenario scenario;
  private final Dispatch dispatch;
  private final SiteLimits sites;
  private final BitSet congested;
  private final List<Shortfall> found = new ArrayList<>();

  private ShortfallSearch(
      Scenario scenario, Dispatch dispatch, List<BindingLimit> binding, SiteLimits sites) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.sites = sites;
    congested = congested(binding);
  }

  static List<Shortfall> all(
      Scenario scenario, Dispatch dispatch, List<BindingLimit> binding, SiteLimits sites) {
    ShortfallSearch search = new ShortfallSearch(scenario, dispatch, binding, sites);
    search.sessions();
    for (int v = 0; v < dispatch.assets().vehicleChargeKw().length; v++) {
      search.vehicle(v);
    }
    search.found.removeIf(each -> each.missingKwh() < Shortfall.LEAST_KWH);
    search.found.sort(Comparator.comparingDouble(Shortfall::missingKwh).reversed());
    return search.found;
  }

  /** Periods in which the grid can take no more load somewhere. */
  private static BitSet congested(List<BindingLimit> binding) {
    BitSet periods = new BitSet();
    for (BindingLimit limit : binding) {
      boolean limitsLoad =
          switch (limit.kind()) {
            case LOW_VOLTAGE, BRANCH_RATING, GREATEST_ACTIVE_POWER -> true;
            case HIGH_VOLTAGE, LEAST_ACTIVE_POWER -> false;
          };
      if (limitsLoad) {
        periods.set(limit.period());
      }
    }
    return periods;
  }

  /** Whether grid, connection or plugs keep vehicles at a station from charging. */
  private boolean isCongested(int station, int from, int to) {
    return binds(congested, from, to) || binds(sites.keepFromCharging(station), from, to);
  }

  private static boolean binds(BitSet periods, int from, int to) {
    int first = periods.nextSetBit(from);
    return first >= 0 && first < to;
  }

  private void sessions() {
    Map<String, Double> outOfReach = new HashMap<>();
    for (UnreachableTarget target : TargetCheck.unreachable(scenario)) {
      outOfReach.put(target.id(), target.missingKwh());
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      int station = scenario.stationOf(s);
      double[] energy = dispatch.energyKwh(s, session, scenario.horizon());
      for (Target target : session.details().targets()) {
        double missing = Missing.atTarget(session, target, energy);
        boolean isCongested = isCongested(station, session.arrival(), target.period());
        found.add(Shortfall.atTarget(scenario, session, target, missing, isCongested));
      }
      double missing = dispatch.shortfallKwh(s, session, scenario.horizon());
      double never = outOfReach.getOrDefault(session.id(), 0.0);
      boolean isCongested = isCongested(station, session.arrival(), session.departure());
      found.add(Shortfall.onDeparture(scenario, session, missing, never, isCongested));
    }
  }

  private void vehicle(int index) {
    Vehicle vehicle = scenario.vehicles().get(index);
    Tour tour = Tour.of(scenario, dispatch, index);
    boolean isCongested = false;
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      double onTrip = tour.missingOnTripKwh()[i];
      found.add(Shortfall.onTrip(scenario, vehicle, i, onTrip, isCongested));
      int station = scenario.stationIndex(stay.station());
      isCongested |= isCongested(station, stay.arrival(), stay.departure());
      double wanted = stay.departEnergyKwh();
      double missing = tour.missingOnDepartureKwh()[i];
      found.add(Shortfall.onDeparture(scenario, vehicle, i, wanted, missing, isCongested));
    }
    int last = vehicle.stays().size() - 1;
    double atEnd = tour.missingAtEndKwh();
    found.add(
        Shortfall.onDeparture(scenario, vehicle, last, vehicle.endEnergyKwh(), atEnd, isCongested));
  }
}
