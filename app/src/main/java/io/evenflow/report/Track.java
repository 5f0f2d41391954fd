package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails.Target;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Tour;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session or a vehicle over the day.
 *
 * @param stays in order of time
 * @param trips between them, and before the first where it uses energy
 * @param powers stretches of equal power
 * @param energy period and energy at the start of each period of each stay, and at its end. Unit:
 *     kWh
 * @param wanted periods at whose start energy is wanted, and how much. Unit: kWh
 * @param batteryKwh what the battery holds. Unit: kWh
 * @param missingKwh energy missing where it is wanted. Unit: kWh
 * @param chargedKwh energy drawn from the grid. Unit: kWh
 * @param dischargedKwh energy fed into the grid. Unit: kWh
 * @param cost of the energy at the day's prices, null where a tariff on a station's net power makes
 *     it nobody's own. Unit: the scenario's currency
 */
record Track(
    List<Stay> stays,
    List<Trip> trips,
    List<Stretch> powers,
    List<List<@Nullable Double>> energy,
    List<List<@Nullable Double>> wanted,
    double batteryKwh,
    @Nullable Double missingKwh,
    @Nullable Double chargedKwh,
    @Nullable Double dischargedKwh,
    @Nullable Double cost) {

  /**
   * Where it is.
   *
   * @param station id of the station
   * @param arrival first period
   * @param departure first period after it
   * @param isShort whether energy is missing on departure, before it or on the trip to it
   */
  record Stay(String station, int arrival, int departure, boolean isShort) {}

  /**
   * On the road.
   *
   * @param from first period
   * @param to first period after it; equal to {@code from} where it takes no time here
   * @param usedKwh energy used. Unit: kWh
   */
  record Trip(int from, int to, double usedKwh) {}

  /**
   * Periods of equal power.
   *
   * @param from first period
   * @param to first period after it
   * @param kw charging above 0, discharging below. Unit: kW
   */
  record Stretch(int from, int to, double kw) {}

  static Track ofSession(Scenario scenario, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    StayFigures figures = StayFigures.ofSession(scenario, dispatch, index);
    List<List<@Nullable Double>> wanted = new ArrayList<>();
    for (Target target : session.details().targets()) {
      wanted.add(point(target.period(), target.energyKwh()));
    }
    wanted.add(point(session.departure(), session.targetEnergyKwh()));
    List<List<@Nullable Double>> energy = new ArrayList<>();
    addEnergy(energy, session.arrival(), dispatch.energyKwh(index, session, scenario.horizon()));
    return of(
        List.of(
            stay(session.station(), session.arrival(), session.departure(), figures.missingKwh())),
        List.of(),
        stretches(dispatch.chargeKw()[index], dispatch.dischargeKw()[index]),
        energy,
        wanted,
        session.batteryKwh(),
        List.of(figures));
  }

  static Track ofVehicle(Scenario scenario, Dispatch dispatch, int index) {
    Vehicle vehicle = scenario.vehicles().get(index);
    Tour tour = Tour.of(scenario, dispatch, index);
    List<StayFigures> figures = StayFigures.ofVehicle(scenario, dispatch, index);
    List<Stay> stays = new ArrayList<>();
    List<Trip> trips = new ArrayList<>();
    List<List<@Nullable Double>> energy = new ArrayList<>();
    List<List<@Nullable Double>> wanted = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay each = vehicle.stays().get(i);
      if (i > 0 || each.usedKwh() > 0) {
        trips.add(new Trip(before, each.arrival(), each.usedKwh()));
      }
      stays.add(
          stay(each.station(), each.arrival(), each.departure(), figures.get(i).missingKwh()));
      addEnergy(energy, each.arrival(), tour.energyKwh()[i]);
      if (each.departEnergyKwh() > 0) {
        wanted.add(point(each.departure(), each.departEnergyKwh()));
      }
      before = each.departure();
    }
    if (vehicle.endEnergyKwh() > 0) {
      wanted.add(point(before, vehicle.endEnergyKwh()));
    }
    return of(
        stays,
        trips,
        stretches(
            dispatch.assets().vehicleChargeKw()[index],
            dispatch.assets().vehicleDischargeKw()[index]),
        energy,
        wanted,
        vehicle.batteryKwh(),
        figures);
  }

  private static Track of(
      List<Stay> stays,
      List<Trip> trips,
      List<Stretch> powers,
      List<List<@Nullable Double>> energy,
      List<List<@Nullable Double>> wanted,
      double batteryKwh,
      List<StayFigures> figures) {
    return new Track(
        stays,
        trips,
        powers,
        energy,
        wanted,
        batteryKwh,
        Series.rounded(figures.stream().mapToDouble(StayFigures::missingKwh).sum(), 2),
        Series.rounded(figures.stream().mapToDouble(StayFigures::chargedKwh).sum(), 2),
        Series.rounded(figures.stream().mapToDouble(StayFigures::dischargedKwh).sum(), 2),
        Series.rounded(figures.stream().mapToDouble(StayFigures::cost).sum(), 3));
  }

  private static Stay stay(String station, int arrival, int departure, double missingKwh) {
    return new Stay(station, arrival, departure, missingKwh >= Shortfall.LEAST_KWH);
  }

  private static void addEnergy(
      List<List<@Nullable Double>> energy, int arrival, double[] energyKwh) {
    for (int k = 0; k < energyKwh.length; k++) {
      energy.add(point(arrival + k, energyKwh[k]));
    }
  }

  private static List<@Nullable Double> point(int period, double energyKwh) {
    return Series.of(new double[] {period, energyKwh}, 2);
  }

  private static List<Stretch> stretches(double[] chargeKw, double[] dischargeKw) {
    List<Stretch> stretches = new ArrayList<>();
    for (int t = 0; t < chargeKw.length; t++) {
      Double kw = Series.rounded(chargeKw[t] - dischargeKw[t], 2);
      if (kw == null || kw == 0) {
        continue;
      }
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && last.to() == t && last.kw() == kw) {
        stretches.removeLast();
        stretches.add(new Stretch(last.from(), t + 1, kw));
      } else {
        stretches.add(new Stretch(t, t + 1, kw));
      }
    }
    return stretches;
  }

  int arrival() {
    return stays.getFirst().arrival();
  }

  double missing() {
    return missingKwh == null ? 0 : missingKwh;
  }

  /** Its cost, or 0 where it has none of its own. */
  double ownCost() {
    return cost == null ? 0 : cost;
  }

  /** How much it is worth to be looked at first: who misses most, else who feeds back most. */
  double worth() {
    return 1e6 * missing() + (dischargedKwh == null ? 0 : dischargedKwh);
  }
}
