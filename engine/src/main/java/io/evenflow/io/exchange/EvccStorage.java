package io.evenflow.io.exchange;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.io.JsonObject;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the batteries in a request of evcc's optimizer: a battery, or where it has goals on the
 * way a session that stays all along.
 */
final class EvccStorage {
  static final String[] FIELDS = {
    "charge_from_grid",
    "discharge_to_grid",
    "s_capacity",
    "s_min",
    "s_max",
    "s_initial",
    "c_min",
    "c_max",
    "d_max",
    "p_a",
    "p_demand",
    "s_goal",
    "c_priority"
  };

  private final String id;
  private final JsonObject entry;
  private final EvccSteps steps;
  private final @Nullable Series spareKw;
  private final String station;
  private final double chargeEfficiency;
  private final double dischargeEfficiency;
  private final Notes notes;

  /**
   * @param spareKw what the import limit leaves for charging, null where there is none
   */
  EvccStorage(
      String id,
      JsonObject entry,
      EvccSteps steps,
      @Nullable Series spareKw,
      String station,
      double chargeEfficiency,
      double dischargeEfficiency,
      Notes notes) {
    this.id = id;
    this.entry = entry;
    this.steps = steps;
    this.spareKw = spareKw;
    this.station = station;
    this.chargeEfficiency = chargeEfficiency;
    this.dischargeEfficiency = dischargeEfficiency;
    this.notes = notes;
  }

  /** Whether it is wanted to hold some energy at some time. */
  boolean hasGoals() {
    return isPositive("s_goal") || isPositive("p_demand") || climbs();
  }

  /**
   * Whether it begins below its least energy behind an import limit, which charging at full power
   * might break: it is then wanted there as soon as the limit lets it.
   */
  private boolean climbs() {
    return spareKw != null && entry.number("s_initial") < entry.number("s_min");
  }

  private boolean isPositive(String field) {
    if (!entry.has(field) || entry.isNull(field) || entry.numbers(field).length == 0) {
      return false;
    }
    return Arrays.stream(steps.numbersOf(entry, field)).anyMatch(wh -> wh > 0);
  }

  Battery battery() {
    explain();
    return entry.build(
        "Maybe two of its fields are exchanged.",
        () ->
            new Battery(
                id,
                Location.station(station),
                capacityKwh(),
                kwh("s_min"),
                kwh("s_initial"),
                null,
                endValuePerKwh(),
                charger(),
                0));
  }

  /**
   * @param shortfallPerKwh what missing a goal costs
   */
  Session session(double shortfallPerKwh) {
    explain();
    int periods = steps.horizon().periods();
    double[] goals = goalsKwh();
    List<SessionDetails.Target> targets = new ArrayList<>();
    for (int t = 0; t + 1 < periods; t++) {
      if (goals[t] > 0) {
        targets.add(new SessionDetails.Target(t + 1, goals[t]));
      }
    }
    return entry.build(
        "Maybe two of its fields are exchanged.",
        () ->
            new Session(
                id,
                station,
                0,
                periods,
                capacityKwh(),
                climbs() ? kwh("s_initial") : kwh("s_min"),
                kwh("s_initial"),
                goals[periods - 1],
                shortfallPerKwh,
                charger(),
                new SessionDetails(targets, 0, endValuePerKwh(), 0, 0, 1, List.of(), null, false)));
  }

  private double kwh(String field) {
    return entry.number(field) / 1000;
  }

  /** What it may hold; more where it holds more at the start. */
  private double capacityKwh() {
    double most = kwh("s_max");
    double start = kwh("s_initial");
    if (start > most) {
      notes.say(
          "%s: s_initial (%s kWh) is above s_max (%s kWh) and is what it may hold"
              .formatted(id, Rounded.text(start), Rounded.text(most)));
    }
    return Math.max(most, start);
  }

  private Charger charger() {
    double discharge = entry.number("d_max") / 1000;
    return entry.build(
        "Maybe c_min and c_max are exchanged.",
        () ->
            new Charger(
                new PowerRange(entry.numberOr(0, "c_min") / 1000, entry.number("c_max") / 1000),
                chargeEfficiency,
                discharge > 0 ? new PowerRange(0, discharge) : null,
                discharge > 0 ? dischargeEfficiency : 1));
  }

  private double endValuePerKwh() {
    double value = Rounded.fine(1000 * entry.number("p_a"));
    if (value < 0) {
      notes.say(
          "%s: p_a (%s per kWh) is below 0; what is left at the end is worth nothing"
              .formatted(id, value));
    }
    return Math.max(0, value);
  }

  /** By step, what it is wanted to hold at its end, at most what it can; 0 for nothing. */
  private double[] goalsKwh() {
    double[] goals = new double[steps.horizon().periods()];
    double most = capacityKwh();
    if (isPositive("s_goal")) {
      double[] wh = steps.numbersOf(entry, "s_goal");
      for (int t = 0; t < goals.length; t++) {
        goals[t] = Math.min(most, wh[t] / 1000);
      }
    }
    if (isPositive("p_demand")) {
      notes.say(
          "%s: p_demand is wanted by the end of each step, all so far together, up to s_max; evcc wants it in each step"
              .formatted(id));
      double[] wh = steps.numbersOf(entry, "p_demand");
      double sum = kwh("s_initial");
      for (int t = 0; t < goals.length; t++) {
        sum += chargeEfficiency * wh[t] / 1000;
        goals[t] = Math.max(goals[t], Rounded.fine(Math.min(most, sum)));
      }
    }
    if (spareKw != null && climbs()) {
      climb(goals, spareKw);
    }
    return goals;
  }

  /** From when it can hold s_min, charging at full power within the limit, it is wanted to. */
  private void climb(double[] goals, Series spareKw) {
    notes.say(
        "%s: s_initial is below s_min; s_min is wanted as soon as grid.p_max_imp lets it be reached"
            .formatted(id));
    PowerRange range = charger().charge();
    double least = kwh("s_min");
    double kwh = kwh("s_initial");
    for (int t = 0; t < goals.length; t++) {
      double kw = Math.min(range.maxKw(), spareKw.at(t));
      kwh += kw < range.minKw() ? 0 : kw * steps.horizon().hours(t) * chargeEfficiency;
      if (kwh >= least) {
        goals[t] = Math.max(goals[t], least);
      }
    }
    int last = goals.length - 1;
    goals[last] = Math.max(goals[last], Math.min(least, kwh));
  }

  private void explain() {
    boolean fromGrid = entry.has("charge_from_grid") && entry.truth("charge_from_grid");
    if (!fromGrid) {
      notes.say(
          id + ": charge_from_grid (false) has no counterpart: it may charge while power is drawn");
    }
    boolean toGrid = entry.has("discharge_to_grid") && entry.truth("discharge_to_grid");
    if (!toGrid && entry.number("d_max") > 0) {
      notes.say(
          id
              + ": discharge_to_grid (false) has no counterpart: it may discharge while power is fed in");
    }
    if (entry.has("c_priority") && entry.number("c_priority") != 0) {
      notes.say(
          "%s: c_priority (%s) has no counterpart: equal costs are equal"
              .formatted(id, Rounded.text(entry.number("c_priority"))));
    }
  }
}
