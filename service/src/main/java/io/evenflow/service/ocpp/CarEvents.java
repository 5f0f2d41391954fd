package io.evenflow.service.ocpp;

import io.evenflow.fleet.Charger;
import io.evenflow.live.Event;
import io.evenflow.live.Here;
import io.evenflow.live.SiteState;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.arrival.ArrivedCar;
import io.evenflow.ocpp.arrival.BatteryNeeds;
import io.evenflow.ocpp.arrival.ChargingNeeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cars and meters say, as events of a site. */
final class CarEvents {
  private CarEvents() {}

  /** A car whose transaction and needs are known. Who says no departure stays to the day's end. */
  static Event arrived(
      SiteState state,
      String station,
      OcppVersion version,
      Running running,
      ChargingNeeds needs,
      Instant at) {
    Charger own = state.day().stations().get(state.day().stationIndex(station)).charger();
    Charger common = new ArrivedCar(running.id(), running.began(), needs, 0).charger(own);
    // Older versions cannot say that it shall feed in.
    Charger charger =
        version == OcppVersion.V2_1
            ? common
            : new Charger(common.charge(), common.chargeEfficiency(), null, 1);
    Instant departure = needs.departure();
    Instant end = state.day().horizon().startOf(state.day().periods()).toInstant();
    BatteryNeeds battery = needs.energies();
    double capacity = Running.batteryKwh(battery);
    return new Event.Arrived(
        at,
        running.id(),
        station,
        departure == null ? end : departure,
        capacity,
        Math.clamp(running.energyKwh(charger), 0, capacity),
        Math.min(Running.targetKwh(battery), capacity),
        charger);
  }

  /** What the meter says that the battery has; nothing of who is not here. */
  static List<Event> measured(@Nullable Here here, Running running, Instant at) {
    return here == null
        ? List.of()
        : List.of(new Event.EnergyNow(at, here.id(), running.energyKwh(here)));
  }

  /** Of a car that is here: it wants so much more than it has now. */
  static List<Event> wishes(@Nullable Here here, Running running, ChargingNeeds needs, Instant at) {
    if (here == null) {
      return List.of();
    }
    BatteryNeeds battery = needs.energies();
    double more = battery.targetKwh() - battery.arrivalKwh();
    double target = Math.clamp(running.energyKwh(here) + more, 0, here.batteryKwh());
    List<Event> events = new ArrayList<>();
    events.add(new Event.TargetChanged(at, here.id(), target));
    Instant departure = needs.departure();
    if (departure != null) {
      events.add(new Event.DepartureChanged(at, here.id(), departure));
    }
    return events;
  }
}
