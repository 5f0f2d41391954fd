package io.evenflow.scenario;

import static io.evenflow.scenario.Doubts.text;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import org.jspecify.annotations.Nullable;

/** Energies, powers and efficiencies of sessions and stations that can hardly be meant. */
final class FleetDoubts {
  /** Above what ferries hold, of which there are few. Unit: kWh. */
  private static final double MOST_KWH = 15_000;

  /** A few such vehicles at one feeder are a fleet in Wh. Unit: kWh. */
  private static final double FLEET_KWH = 5_000;

  private static final int FLEET = 4;

  /** Above what charges a car or a lorry, below what charges a ferry. Unit: kW. */
  private static final double LARGE_KW = 700;

  private static final double MOST_KW = 100_000;

  /** Batteries that take more than ten times their energy in an hour do not exist. Unit: h. */
  private static final double LEAST_HOURS = 0.05;

  private static final double LEAST_EFFICIENCY = 0.4;

  private final Scenario scenario;
  private final Doubts doubts;
  private final boolean isFleetOfFerries;

  private FleetDoubts(Scenario scenario, Doubts doubts) {
    this.scenario = scenario;
    this.doubts = doubts;
    isFleetOfFerries =
        scenario.sessions().stream().filter(each -> each.batteryKwh() > FLEET_KWH).count() >= FLEET;
  }

  static void collect(Scenario scenario, Doubts doubts) {
    FleetDoubts fleet = new FleetDoubts(scenario, doubts);
    scenario.stations().forEach(fleet::station);
    for (int s = 0; s < scenario.sessions().size(); s++) {
      fleet.session(s);
    }
  }

  private void station(Station station) {
    String object = "station '" + station.id() + "'";
    Charger charger = station.charger();
    large(object, "chargePowerKw", charger.charge());
    large(object, "dischargePowerKw", charger.discharge());
    efficiency(object, "chargeEfficiency", charger.chargeEfficiency());
    efficiency(object, "dischargeEfficiency", charger.dischargeEfficiency());
  }

  private void large(String object, String field, @Nullable PowerRange range) {
    if (range != null && range.maxKw() > MOST_KW) {
      watts(object, field, range, "is more than any charger gives");
    }
  }

  private void session(int index) {
    Session session = scenario.sessions().get(index);
    String object = "session '" + session.id() + "'";
    battery(object, session);
    stateOfCharge(object, session);
    Charger own = session.charger();
    Station station = scenario.stations().get(scenario.stationOf(index));
    boolean isStations = own.equals(station.charger());
    String charger = isStations ? "station '" + station.id() + "'" : object;
    fast(charger, "chargePowerKw", own.charge(), session);
    fast(charger, "dischargePowerKw", own.discharge(), session);
    if (!isStations) {
      efficiency(object, "chargeEfficiency", own.chargeEfficiency());
      efficiency(object, "dischargeEfficiency", own.dischargeEfficiency());
    }
  }

  private void battery(String object, Session session) {
    double kwh = session.batteryKwh();
    Charger charger = session.charger();
    double hours = kwh / (charger.chargeEfficiency() * charger.charge().maxKw());
    double wanted = session.targetEnergyKwh() - session.arrivalEnergyKwh();
    double reachable = session.reachableEnergyKwh(scenario.horizon()) - session.arrivalEnergyKwh();
    String why;
    if (kwh > MOST_KWH || (isFleetOfFerries && kwh > FLEET_KWH)) {
      why = "is more than vehicles hold";
    } else if ((kwh > 1000 && hours > 48) || (kwh > 250 && hours > 200)) {
      why = "takes %.0f hours to fill at %s kW".formatted(hours, text(charger.charge().maxKw()));
    } else if (wanted > 1000 && wanted > 10 * reachable) {
      why = "is to take %s kWh in a stay for %.0f kWh".formatted(text(wanted), reachable);
    } else {
      return;
    }
    doubts.add(
        "energies in Wh",
        object,
        "batteryKwh (%s) %s".formatted(text(kwh), why),
        "Maybe energies are in Wh: %s Wh are %s kWh.".formatted(text(kwh), text(kwh / 1000)));
  }

  /** Nobody leaves with less than one kWh after arriving with less, unless on a bicycle. */
  private void stateOfCharge(String object, Session session) {
    double arrival = session.arrivalEnergyKwh();
    double target = session.targetEnergyKwh();
    double battery = session.batteryKwh();
    if (battery > 5 && arrival > 0 && arrival <= 1 && target > 0 && target <= 1) {
      doubts.add(
          "states of charge",
          object,
          "arrivalEnergyKwh (%s) and targetEnergyKwh (%s) are at most 1 of batteryKwh (%s)"
              .formatted(text(arrival), text(target), text(battery)),
          "Maybe they are states of charge: %s of %s kWh is %s kWh."
              .formatted(text(target), text(battery), text(target * battery)));
    }
  }

  private void fast(String object, String field, @Nullable PowerRange range, Session session) {
    if (range == null) {
      return;
    }
    double hours = session.batteryKwh() / range.maxKw();
    if (range.maxKw() > LARGE_KW && hours < LEAST_HOURS) {
      watts(
          object,
          field,
          range,
          "would fill or empty the %s kWh of session '%s' in %.0f s"
              .formatted(text(session.batteryKwh()), session.id(), 3600 * hours));
    }
  }

  private void watts(String object, String field, PowerRange range, String why) {
    doubts.add(
        "powers in W",
        object,
        "%s.max (%s) %s".formatted(field, text(range.maxKw()), why),
        "Maybe powers are in W: %s W are %s kW."
            .formatted(text(range.maxKw()), text(range.maxKw() / 1000)));
  }

  private void efficiency(String object, String field, double efficiency) {
    if (efficiency < LEAST_EFFICIENCY) {
      doubts.add(
          "efficiencies",
          object,
          "%s (%s) leaves less than half of the energy".formatted(field, text(efficiency)),
          "Maybe the loss was given: a loss of 10 % is an efficiency of 0.9.");
    }
  }
}
