package io.evenflow.formulation;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/** What chargers and PV can draw or feed in at all in a period, whatever anybody decides. */
final class PlaceIntervals {
  private final Scenario scenario;
  private final int period;
  private final Interval[] kw;

  private PlaceIntervals(Scenario scenario, int period) {
    this.scenario = scenario;
    this.period = period;
    kw = new Interval[scenario.places().size()];
    Arrays.fill(kw, Interval.ZERO);
    addSessions();
    addVehicles();
    scenario.batteries().forEach(b -> add(scenario.places().of(b.location()), powers(b.charger())));
    scenario.solar().stream().filter(Solar::curtailable).forEach(this::addSun);
  }

  /** Net power drawn by place. Unit: kW. */
  static Interval[] kw(Scenario scenario, int period) {
    return new PlaceIntervals(scenario, period).kw;
  }

  /** Reactive power that PV feeds in beyond what is given, by plant. Unit: kvar. */
  static Interval[] kvar(Scenario scenario, int period) {
    return scenario.solar().stream()
        .map(plant -> kvar(plant, period))
        .toArray(Interval[]::new);
  }

  private static Interval kvar(Solar plant, int period) {
    Double rating = plant.ratingKva();
    double most = plant.curtailable() ? Math.abs(plant.drawnKvarPerKw()) * plant.mostKw(period) : 0;
    if (plant.reactive() == Solar.Reactive.FREE && rating != null) {
      most = rating;
    }
    return new Interval(-most, most);
  }

  private void addSessions() {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      if (session.isPresent(period)) {
        add(scenario.places().ofStation(scenario.stationOf(s)), powers(session.charger()));
      }
    }
  }

  private void addVehicles() {
    for (Vehicle vehicle : scenario.vehicles()) {
      for (Vehicle.Stay stay : vehicle.stays()) {
        if (stay.arrival() <= period && period < stay.departure()) {
          int station = scenario.stationIndex(stay.station());
          add(scenario.places().ofStation(station), powers(stay.charger()));
        }
      }
    }
  }

  private void addSun(Solar plant) {
    add(scenario.places().of(plant.location()), new Interval(-plant.mostKw(period), 0));
  }

  private static Interval powers(Charger charger) {
    double least = charger.discharge() == null ? 0 : -charger.discharge().maxKw();
    return new Interval(least, charger.charge().maxKw());
  }

  private void add(int place, Interval powers) {
    kw[place] = kw[place].plus(powers);
  }
}
