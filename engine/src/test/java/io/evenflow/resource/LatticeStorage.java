package io.evenflow.resource;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Random sessions, vehicles and batteries whose energies and moves are whole multiples of a unit,
 * and the optimum by trying all of them. With on and off, runs, trips and the way up to the minimum
 * chosen, what is left is a linear program whose rows are differences of neighbouring energies: a
 * totally unimodular matrix, so some optimum sits on whole multiples.
 *
 * <p>The first period is half as long as the others.
 *
 * @param unitKwh the unit
 */
record LatticeStorage(Storage storage, Horizon horizon, double unitKwh) {
  /** Beyond: what the state of a run is. */
  private record State(int step, int energy, int arrived, int run) {}

  /** What a power held for a step costs beside what it costs itself. Unit: currency. */
  @FunctionalInterface
  interface StepCost {
    double of(int step, double netKw);
  }

  private static Horizon horizon(int periods) {
    return new Horizon(OffsetDateTime.parse("2026-03-01T00:00:00+01:00"), periods, 60, 30, null);
  }

  /** Powers that move 2, 4, … units in an hour, half as many in the first period. */
  private static Charger charger(RandomGenerator random, double unit, boolean neverNothing) {
    double in = random.nextBoolean() ? 1 : 0.7 + 0.3 * random.nextDouble();
    double out = random.nextBoolean() ? 1 : 0.7 + 0.3 * random.nextDouble();
    int charge = random.nextInt(neverNothing ? 1 : 0, 4);
    int feed = random.nextInt(3);
    PowerRange feeding =
        feed == 0
            ? null
            : new PowerRange(2 * random.nextInt(feed + 1) * unit * out, 2 * feed * unit * out);
    int least = random.nextInt(neverNothing ? 1 : 0, charge + 1);
    return new Charger(
        new PowerRange(2 * least * unit / in, 2 * charge * unit / in), in, feeding, out);
  }

  static LatticeStorage session(RandomGenerator random, int mostPeriods, SessionDetails details) {
    double unit = random.nextBoolean() ? 0.5 : 0.3 + random.nextDouble();
    int periods = 1 + random.nextInt(mostPeriods);
    int arrival = random.nextInt(2);
    int full = 4 + random.nextInt(12);
    boolean hasRuns = details.startCost() > 0 || details.minimumRunPeriods() > 1;
    Charger charger = charger(random, unit, hasRuns || !details.powerStepsKw().isEmpty());
    Double missing = random.nextInt(4) == 0 ? null : 1 + 2 * random.nextDouble();
    Session session =
        new Session(
            "ev",
            "s",
            arrival,
            arrival + periods,
            full * unit,
            random.nextInt(full / 2) * unit,
            random.nextInt(full + 1) * unit,
            random.nextInt(full + 1) * unit,
            missing,
            charger,
            fitted(details, random, charger, unit, full, arrival, periods));
    Horizon horizon = horizon(arrival + periods);
    return new LatticeStorage(Storage.of(session, horizon), horizon, unit);
  }

  /** Details whose targets and steps of power are of this session. */
  private static SessionDetails fitted(
      SessionDetails details,
      RandomGenerator random,
      Charger charger,
      double unit,
      int full,
      int arrival,
      int periods) {
    List<SessionDetails.Target> targets = new ArrayList<>();
    for (int t = arrival + 1; t < arrival + periods && !details.targets().isEmpty(); t++) {
      if (random.nextInt(3) == 0) {
        targets.add(new SessionDetails.Target(t, random.nextInt(full + 1) * unit));
      }
    }
    List<Double> steps = new ArrayList<>();
    if (!details.powerStepsKw().isEmpty()) {
      double apart = 2 * unit / charger.chargeEfficiency();
      for (int i = 1; i * apart <= charger.charge().maxKw() * (1 + 1e-12); i++) {
        double kw = Math.min(i * apart, charger.charge().maxKw());
        if (kw >= charger.charge().minKw() && random.nextInt(3) > 0) {
          steps.add(kw);
        }
      }
    }
    return new SessionDetails(
        targets,
        details.valueAboveTargetPerKwh(),
        details.valueAtEndPerKwh(),
        details.throughputCostPerKwh(),
        details.startCost(),
        details.minimumRunPeriods(),
        steps,
        null,
        details.chargingNow(),
        details.minDepartureEnergyKwh() > 0 ? random.nextInt(full + 1) * unit : 0);
  }

  static LatticeStorage vehicle(RandomGenerator random, int mostPeriods) {
    double unit = random.nextBoolean() ? 0.5 : 0.3 + random.nextDouble();
    int full = 4 + random.nextInt(12);
    List<Vehicle.Stay> stays = new ArrayList<>();
    int t = random.nextInt(2);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int departure = t + 1 + random.nextInt(mostPeriods);
      int used = random.nextInt(3) == 0 ? 0 : random.nextInt(full);
      stays.add(
          new Vehicle.Stay(
              "s" + i,
              t,
              departure,
              random.nextInt(full + 1) * unit,
              used * unit,
              charger(random, unit, false)));
      t = departure + random.nextInt(2);
    }
    Horizon horizon = horizon(t + 1);
    Vehicle vehicle =
        new Vehicle(
            "van",
            full * unit,
            random.nextInt(full) * unit,
            random.nextInt(full + 1) * unit,
            random.nextInt(full + 1) * unit,
            random.nextInt(5) == 0 ? null : 0.1 + 2 * random.nextDouble(),
            stays);
    return new LatticeStorage(Storage.of(vehicle, horizon), horizon, unit);
  }

  static LatticeStorage battery(RandomGenerator random, int mostPeriods) {
    double unit = random.nextBoolean() ? 0.5 : 0.3 + random.nextDouble();
    int full = 4 + random.nextInt(12);
    Double end = random.nextBoolean() ? null : random.nextInt(full + 1) * unit;
    Battery battery =
        new Battery(
            "b",
            new Location("s", null),
            full * unit,
            random.nextInt(full / 2) * unit,
            random.nextInt(full + 1) * unit,
            end,
            random.nextBoolean() ? 0 : 0.3 * random.nextDouble(),
            charger(random, unit, false),
            random.nextBoolean() ? 0 : 0.1 * random.nextDouble());
    Horizon horizon = horizon(1 + random.nextInt(mostPeriods));
    return new LatticeStorage(Storage.of(battery, horizon), horizon, unit);
  }

  /** Least cost over all whole moves; +∞ where there is no schedule. */
  double optimum(StepCost cost) {
    return new Search(cost).start();
  }

  private final class Search {
    private final StepCost cost;
    private final SessionDetails details = storage.details();
    private final int full = units(storage.capacityKwh());
    private final int minimum = units(storage.minimumKwh());
    private final Map<State, Double> known = new HashMap<>();

    Search(StepCost cost) {
      this.cost = cost;
    }

    double start() {
      int run = details.chargingNow() ? details.minimumRunPeriods() : 0;
      return before(0, units(storage.startKwh()), 0, run);
    }

    private int units(double kwh) {
      return (int) Math.round(kwh / unitKwh);
    }

    private double missing(int units) {
      Double perKwh = storage.missingCostPerKwh();
      if (units <= 0) {
        return 0;
      }
      return perKwh == null ? Double.POSITIVE_INFINITY : perKwh * units * unitKwh;
    }

    /** From before the trip to a step on. */
    private double before(int k, int energy, int reached, int run) {
      if (k == storage.steps().size()) {
        return end(energy);
      }
      int used = units(storage.steps().get(k).usedKwh());
      int arrived = Math.max(0, energy - used);
      boolean isNew =
          k == 0 || storage.steps().get(k).place() != storage.steps().get(k - 1).place();
      return missing(used - energy) + at(k, arrived, isNew ? arrived : reached, run);
    }

    private double end(int energy) {
      int above = storage.wanted().isEmpty() ? 0 : energy - units(storage.wanted().getLast().kwh());
      return -unitKwh
          * (details.valueAboveTargetPerKwh() * Math.max(0, above)
              + details.valueAtEndPerKwh() * energy);
    }

    private double at(int k, int energy, int reached, int run) {
      State state = new State(k, energy, reached, run);
      Double before = known.get(state);
      if (before == null) {
        before = best(k, energy, reached, run);
        known.put(state, before);
      }
      return before;
    }

    /** Greatest move up that the charger and its steps make without overfilling. */
    private int greatest(int k, int energy) {
      int greatest = 0;
      for (int up = 1; up <= full - energy; up++) {
        greatest = canCharge(k, up) ? up : greatest;
      }
      return greatest;
    }

    private boolean canCharge(int k, int up) {
      Storage.Step step = storage.steps().get(k);
      double kw = up * unitKwh / step.kwhPerKw();
      if (!details.powerStepsKw().isEmpty()) {
        return details.powerStepsKw().stream().anyMatch(s -> Math.abs(s - kw) < 1e-9);
      }
      return within(step.charger().charge(), kw);
    }

    private boolean canDischarge(int k, int down) {
      Storage.Step step = storage.steps().get(k);
      PowerRange range = step.charger().discharge();
      return range != null && within(range, down * unitKwh / step.kwhPerKwOut());
    }

    private static boolean within(@Nullable PowerRange range, double kw) {
      return range != null && kw > range.minKw() - 1e-9 && kw < range.maxKw() + 1e-9;
    }

    private double best(int k, int energy, int reached, int run) {
      int next = reached + (reached < minimum ? greatest(k, reached) : 0);
      double best = Double.POSITIVE_INFINITY;
      for (int y = Math.min(minimum, next); y <= full; y++) {
        int move = y - energy;
        boolean goesOn = run > 0 && run < details.minimumRunPeriods();
        boolean rests = !goesOn && (move == 0 || (move < 0 && canDischarge(k, -move)));
        if (move > 0 && canCharge(k, move)) {
          int now = Math.min(run + 1, details.minimumRunPeriods());
          double start = run == 0 ? details.startCost() : 0;
          best = Math.min(best, start + moved(k, move, y, next, now));
        }
        if (rests) {
          best = Math.min(best, moved(k, move, y, next, 0));
        }
      }
      return best;
    }

    private double moved(int k, int move, int y, int reached, int run) {
      Storage.Step step = storage.steps().get(k);
      double kw = move * unitKwh / (move > 0 ? step.kwhPerKw() : step.kwhPerKwOut());
      double sum = details.throughputCostPerKwh() * step.hours() * Math.abs(kw) + cost.of(k, kw);
      for (Storage.Wanted wanted : storage.wanted()) {
        int lacking = wanted.afterSteps() == k + 1 ? units(wanted.kwh()) - y : 0;
        sum += wanted.isHard() && lacking > 0 ? Double.POSITIVE_INFINITY : missing(lacking);
      }
      return sum + before(k + 1, y, reached, run);
    }
  }
}
