package io.evenflow.scenario;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.Tariff;
import io.evenflow.time.Series;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every object that equipment names exists, and every series has a number for each period. */
final class EquipmentRules {
  private final Scenario scenario;

  EquipmentRules(Scenario scenario) {
    this.scenario = scenario;
  }

  void require() {
    for (Station station : scenario.stations()) {
      String object = "station '" + station.id() + "': ";
      tariff(object, station.site().tariff());
      connection(object, station.site().connection());
    }
    substation();
    groups();
    solar();
    batteries();
    vehicles();
    if (scenario.emissions() != null) {
      length("emissions.gramsPerKwh", scenario.emissions().gramsPerKwh());
    }
  }

  private void substation() {
    Substation substation = scenario.substation();
    tariff("substation.", substation.tariff());
    length("substation.importLimitKw", substation.importLimitKw());
    length("substation.exportLimitKw", substation.exportLimitKw());
    boolean isLimited = substation.hasLimits() || substation.peakCharge() != null;
    long sources =
        IntStream.range(0, scenario.feeder().generators().size())
            .filter(g -> scenario.feeder().generatorBus(g) == 0)
            .count();
    if (isLimited && sources > 1) {
      throw new ScenarioException(
          "substation: limits and peak charges need one generator there, case '%s' has %d"
              .formatted(scenario.feederCase(), sources),
          "Maybe join them in the case file: their powers are one import.");
    }
  }

  private void tariff(String object, @Nullable Tariff tariff) {
    if (tariff != null) {
      length(object + "importPricePerMwh", tariff.importPerMwh());
    }
  }

  private void connection(String object, Connection connection) {
    length(object + "connectionKw.import", connection.importKw());
    length(object + "connectionKw.export", connection.exportKw());
  }

  private void length(String field, @Nullable Series series) {
    if (series != null && series.periods() != scenario.periods()) {
      throw new ScenarioException(
          "%s has %d numbers, horizon.periods is %d"
              .formatted(field, series.periods(), scenario.periods()),
          "Maybe the series is of another day or another step than the horizon.");
    }
  }

  private void groups() {
    Set<String> ids = new HashSet<>();
    for (Group group : scenario.groups()) {
      unique(ids, "group", group.id());
      String object = "group '" + group.id() + "': ";
      group.stations().forEach(station -> station(object, station));
      connection(object, group.connection());
    }
  }

  private void solar() {
    Set<String> ids = new HashSet<>();
    for (Solar plant : scenario.solar()) {
      unique(ids, "solar", plant.id());
      String object = "solar '" + plant.id() + "': ";
      location(object, plant.location());
      length(object + "availableKw", plant.availableKw());
      if (!plant.curtailable()) {
        requireRating(object, plant);
      }
    }
  }

  private void requireRating(String object, Solar plant) {
    for (int t = 0; t < scenario.periods(); t++) {
      if (plant.availableKw().at(t) > plant.mostKw(t)) {
        throw new ScenarioException(
            "%savailableKw (%s kW in period %d) is more than ratingKva (%s) passes, and it is not"
                    .formatted(object, plant.availableKw().at(t), t, plant.ratingKva())
                + " curtailable",
            "Maybe set curtailable to true, as inverters are.");
      }
    }
  }

  private void batteries() {
    Set<String> ids = new HashSet<>();
    scenario
        .batteries()
        .forEach(
            battery -> {
              unique(ids, "battery", battery.id());
              location("battery '" + battery.id() + "': ", battery.location());
            });
  }

  private void vehicles() {
    Set<String> ids = new HashSet<>();
    scenario.sessions().forEach(session -> ids.add(session.id()));
    for (Vehicle vehicle : scenario.vehicles()) {
      unique(ids, "vehicle", vehicle.id());
      String object = "vehicle '" + vehicle.id() + "': ";
      for (int i = 0; i < vehicle.stays().size(); i++) {
        Vehicle.Stay stay = vehicle.stays().get(i);
        String named = object + "stays[" + i + "].";
        station(named, stay.station());
        if (stay.departure() > scenario.periods()) {
          throw new ScenarioException(
              "%sdeparture (period %d) must be at most horizon.periods (%d)"
                  .formatted(named, stay.departure(), scenario.periods()),
              "Maybe the stay ends after the horizon: end it there, or plan more periods.");
        }
      }
    }
  }

  private void unique(Set<String> ids, String kind, String id) {
    if (!ids.add(id)) {
      throw new ScenarioException(
          kind + " '" + id + "': the id appears twice",
          "Maybe one of the two is meant to have another id.");
    }
  }

  private void location(String object, Location location) {
    Integer bus = location.bus();
    if (location.station() != null) {
      station(object, location.station());
    } else if (bus != null && scenario.feeder().find(bus).isEmpty()) {
      throw new ScenarioException(
          "%sbus %d does not exist in %s".formatted(object, bus, scenario.feederCase()),
          "Maybe it is numbered otherwise there: its buses are "
              + BusNumbers.summary(scenario.feeder())
              + ".");
    }
  }

  private void station(String object, String id) {
    if (scenario.stationIndex(id) < 0) {
      List<String> known = scenario.stations().stream().map(Station::id).sorted().toList();
      throw new ScenarioException(
          "%sstation '%s' does not exist".formatted(object, id),
          known.isEmpty()
              ? "Maybe the scenario's stations were left out."
              : "Maybe it is one of " + known.stream().limit(10).toList() + ".");
    }
  }
}
