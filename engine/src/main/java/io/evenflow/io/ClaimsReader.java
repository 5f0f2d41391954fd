package io.evenflow.io;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a result file says beside its powers, for the check to hold against them. */
final class ClaimsReader {
  private final JsonObject root;
  private final Scenario scenario;
  private final ToldSchedule schedule;

  ClaimsReader(JsonObject root, Scenario scenario, ToldSchedule schedule) {
    this.root = root;
    this.scenario = scenario;
    this.schedule = schedule;
  }

  Claims claims(Status status, boolean isBestEffort) {
    CheckFigures check = root.orNull(CheckFigures.FIELD);
    return new Claims(
        status,
        isBestEffort,
        totals(),
        sessionEnergies(),
        shortfalls(),
        schedule.periods().stream().map(PeriodFigures::flow).toList(),
        check == null ? null : check.figures(),
        equipment(),
        root.orNull(FairnessShape.FIELD));
  }

  private Claims.Totals totals() {
    return new Claims.Totals(
        root.orNull(ResultShape.OBJECTIVE),
        root.orNull(ResultShape.BOUND),
        root.orNull(ResultShape.RELATIVE_GAP),
        root.orNull(ResultShape.VEHICLE_COST),
        root.orNull(ResultShape.VEHICLE_COST_GAP),
        root.orNull(ResultShape.WITHOUT_VEHICLES),
        root.orNull(ResultShape.UNAVOIDABLE_SHORTFALL_COST),
        root.orNull(CostShape.FIELD));
  }

  /** Of sessions and vehicles, none of which have the same id. */
  private Map<String, Double> shortfalls() {
    Map<String, Double> shortfalls = new HashMap<>();
    for (List<StoragePowers> all : List.of(schedule.sessions(), schedule.vehicles())) {
      for (StoragePowers powers : all) {
        Double shortfall = powers.shortfallKwh();
        if (shortfall != null) {
          shortfalls.put(powers.id(), shortfall);
        }
      }
    }
    return shortfalls;
  }

  private Map<String, double[]> sessionEnergies() {
    Map<String, double[]> energies = new HashMap<>();
    List<StoragePowers> sessions = schedule.sessions();
    for (int s = 0; s < sessions.size(); s++) {
      double[] claimed = sessions.get(s).energyKwh();
      if (claimed != null) {
        Session session = scenario.sessions().get(s);
        energies.put(session.id(), ofStay(session, claimed));
      }
    }
    return energies;
  }

  /** Of T + 1 entries those of the stay; the others must be null. */
  private double[] ofStay(Session session, double[] claimed) {
    JsonObject entry = root.named("session '" + session.id() + "'");
    requireLength(entry, claimed);
    for (int period = 0; period < claimed.length; period++) {
      boolean isThere = session.arrival() <= period && period <= session.departure();
      if (isThere && Double.isNaN(claimed[period])) {
        throw entry.error(
            "energyKwh[%d] must be a number, not null".formatted(period),
            "Maybe the session arrives or departs in another period.");
      }
      if (!isThere && !Double.isNaN(claimed[period])) {
        throw entry.error(
            "energyKwh[%d] (%s) must be null while absent"
                .formatted(period, plain(claimed[period])),
            "Maybe the session arrives or departs in another period.");
      }
    }
    return Arrays.copyOfRange(claimed, session.arrival(), session.departure() + 1);
  }

  /** As people write it: 7, not 7.0. */
  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void requireLength(JsonObject entry, double[] claimed) {
    int wanted = scenario.periods() + 1;
    if (claimed.length != wanted) {
      throw entry.error(
          "energyKwh has %d entries, horizon.periods + 1 is %d".formatted(claimed.length, wanted),
          "Maybe the energy at the horizon's end is missing.");
    }
  }

  private Claims.OfEquipment equipment() {
    MeterReader meters = new MeterReader(root, scenario);
    return new Claims.OfEquipment(
        energies("vehicle", schedule.vehicles()),
        energies("battery", schedule.batteries()),
        meters.meters(),
        meters.peaks(),
        meters.emissionsKg());
  }

  private Map<String, double[]> energies(String noun, List<StoragePowers> all) {
    Map<String, double[]> energies = new HashMap<>();
    for (StoragePowers powers : all) {
      double[] claimed = powers.energyKwh();
      if (claimed != null) {
        requireLength(root.named(noun + " '" + powers.id() + "'"), claimed);
        energies.put(powers.id(), claimed);
      }
    }
    return energies;
  }
}
