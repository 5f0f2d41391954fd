package io.evenflow.fleet;

import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A battery as an optimiser sees it, be it a session's, a vehicle's of several stays or a
 * stationary one: the steps in which it can move energy, in order of time, and what its energy is
 * worth.
 *
 * @param id name of what it is
 * @param capacityKwh greatest energy. Unit: kWh
 * @param minimumKwh least energy at each place, as far as it can be reached ({@link LeastEnergy})
 * @param startKwh energy before the first step and the trip to it. Unit: kWh
 * @param steps at least one
 * @param wanted in order of time; the energy on a session's departure last
 * @param missingCostPerKwh cost of wanted energy that may be missing and of trips' energy, null
 *     where none may be missing. Unit: currency per kWh
 * @param details what its moves cost and what more they must keep to; without targets
 */
public record Storage(
    String id,
    double capacityKwh,
    double minimumKwh,
    double startKwh,
    List<Step> steps,
    List<Wanted> wanted,
    @Nullable Double missingCostPerKwh,
    SessionDetails details) {
  /** A power within this part of a limit keeps it: what rounding made of it. */
  private static final double SAME = 1e-9;

  /**
   * Where starts and runs count, charging means drawing at least this; else next to nothing, or
   * nothing at all, would keep a run going; twice what the check takes for nothing. Unit: kW
   */
  static final double LEAST_RUNNING_KW = 0.002;

  /**
   * One period in which it can move energy.
   *
   * @param period of the horizon
   * @param hours length of the period
   * @param place 0 for its first stay, 1 for the next one
   * @param usedKwh energy used on the trip before it, 0 where it was there already. Unit: kWh
   * @param charger powers and efficiencies
   */
  public record Step(int period, double hours, int place, double usedKwh, Charger charger) {
    /** Energy in the battery per power drawn. Unit: kWh/kW. */
    public double kwhPerKw() {
      return hours * charger.chargeEfficiency();
    }

    /** Energy out of the battery per power fed in. Unit: kWh/kW. */
    public double kwhPerKwOut() {
      return hours / charger.dischargeEfficiency();
    }

    /** Energy after the step. Unit: kWh. */
    public double energyAfter(double energyKwh, double chargeKw, double dischargeKw) {
      return energyKwh
          + hours
              * (charger.chargeEfficiency() * chargeKw
                  - dischargeKw / charger.dischargeEfficiency());
    }
  }

  /**
   * Energy wanted at a time.
   *
   * @param afterSteps how many steps are over then; at least 1
   * @param kwh unit: kWh
   * @param isHard whether none of it may be missing, whatever missing energy costs
   */
  public record Wanted(int afterSteps, double kwh, boolean isHard) {
    public Wanted(int afterSteps, double kwh) {
      this(afterSteps, kwh, false);
    }
  }

  /** Whether none of what is wanted may be missing. */
  public boolean isHard(Wanted at) {
    return missingCostPerKwh == null || at.isHard();
  }

  /**
   * What a storage costs apart from the energy at its meter. Unit: currency.
   *
   * @param shortfall of energy that is missing when it is wanted or on trips
   * @param wear throughput and starts
   * @param stored minus the value of energy above the target and at the end
   */
  public record OwnCost(double shortfall, double wear, double stored) {
    public double total() {
      return shortfall + wear + stored;
    }
  }

  public Storage {
    steps = List.copyOf(steps);
    wanted = List.copyOf(wanted);
  }

  public static Storage of(Session session, Horizon horizon) {
    List<Step> steps = new ArrayList<>();
    Charger charger = running(session);
    for (int t = session.arrival(); t < session.departure(); t++) {
      steps.add(new Step(t, horizon.hours(t), 0, 0, charger));
    }
    List<Wanted> wanted = new ArrayList<>();
    session.details().targets().stream()
        .map(target -> new Wanted(target.period() - session.arrival(), target.energyKwh()))
        .sorted((a, b) -> Integer.compare(a.afterSteps(), b.afterSteps()))
        .forEach(wanted::add);
    double must = session.details().minDepartureEnergyKwh();
    if (must > 0) {
      wanted.add(new Wanted(steps.size(), must, true));
    }
    wanted.add(new Wanted(steps.size(), session.targetEnergyKwh()));
    return new Storage(
        session.id(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        steps,
        wanted,
        session.shortfallCostPerKwh(),
        session.details());
  }

  private static Charger running(Session session) {
    Charger charger = session.charger();
    SessionDetails details = session.details();
    boolean hasRuns = details.startCost() > 0 || details.minimumRunPeriods() > 1;
    double mostKw = charger.charge().maxKw();
    double leastKw = Math.min(mostKw, LEAST_RUNNING_KW);
    if (!hasRuns || charger.charge().minKw() >= leastKw) {
      return charger;
    }
    return new Charger(
        new PowerRange(leastKw, mostKw),
        charger.chargeEfficiency(),
        charger.discharge(),
        charger.dischargeEfficiency());
  }

  public static Storage of(Vehicle vehicle, Horizon horizon) {
    List<Step> steps = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      for (int t = stay.arrival(); t < stay.departure(); t++) {
        double used = t == stay.arrival() ? stay.usedKwh() : 0;
        steps.add(new Step(t, horizon.hours(t), i, used, stay.charger()));
      }
      wanted.add(new Wanted(steps.size(), stay.departEnergyKwh()));
    }
    wanted.add(new Wanted(steps.size(), vehicle.endEnergyKwh()));
    return new Storage(
        vehicle.id(),
        vehicle.batteryKwh(),
        vehicle.minEnergyKwh(),
        vehicle.startEnergyKwh(),
        steps,
        wanted,
        vehicle.shortfallCostPerKwh(),
        SessionDetails.NONE);
  }

  /** What is wanted at the end is hard, and no more than full power from the start on reaches. */
  public static Storage of(Battery battery, Horizon horizon) {
    List<Step> steps = new ArrayList<>();
    for (int t = 0; t < horizon.periods(); t++) {
      steps.add(new Step(t, horizon.hours(t), 0, 0, battery.charger()));
    }
    SessionDetails details =
        new SessionDetails(
            List.of(),
            0,
            battery.endValuePerKwh(),
            battery.throughputCostPerKwh(),
            0,
            1,
            List.of(),
            null,
            false);
    Double end = battery.endEnergyKwh();
    Storage free =
        new Storage(
            battery.id(),
            battery.capacityKwh(),
            battery.minEnergyKwh(),
            battery.startEnergyKwh(),
            steps,
            List.of(),
            null,
            details);
    return end == null ? free : free.withHardEnd(end);
  }

  private Storage withHardEnd(double kwh) {
    double goal = Math.max(kwh, minimumKwh);
    Storage rising = with(goal, List.of());
    double reached = new LeastEnergy(rising).kwh(steps.size());
    return with(minimumKwh, List.of(new Wanted(steps.size(), Math.min(kwh, reached))));
  }

  private Storage with(double minimum, List<Wanted> others) {
    return new Storage(
        id, capacityKwh, minimum, startKwh, steps, others, missingCostPerKwh, details);
  }

  /** A copy that wants nothing and earns nothing, and pays for each kWh that it moves alone. */
  public Storage withoutWishes() {
    SessionDetails moving =
        new SessionDetails(
            List.of(),
            0,
            0,
            1,
            0,
            details.minimumRunPeriods(),
            details.powerStepsKw(),
            details.chargingCurve(),
            details.chargingNow());
    return new Storage(id, capacityKwh, minimumKwh, startKwh, steps, List.of(), 0.0, moving);
  }

  /** The least energy it may have at its first place; see there for the others. */
  public LeastEnergy leastEnergy() {
    return new LeastEnergy(this);
  }

  /** Whether charging in one period has to do with charging in the one before. */
  public boolean hasRuns() {
    return details.startCost() > 0 || details.minimumRunPeriods() > 1;
  }

  public boolean hasTrips() {
    return steps.stream().anyMatch(step -> step.usedKwh() > 0);
  }

  /** Energy at the beginning of the k-th step of what there was after the one before. */
  public double energyAfterTrip(int k, double energyKwh) {
    return Math.max(0, energyKwh - steps.get(k).usedKwh());
  }

  /** The most energy it can have at any time. Unit: kWh. */
  public double reachableKwh() {
    double drawn = 0;
    for (Step step : steps) {
      drawn += step.kwhPerKw() * step.charger().charge().maxKw();
    }
    return Math.min(capacityKwh, startKwh + drawn);
  }

  /**
   * The greatest power that the k-th step can begin with at an energy, 0 where there is none: on
   * its curve at both ends, one of its steps of power, and without overfilling. Unit: kW.
   */
  public double greatestChargeKw(int k, double energyKwh) {
    Step step = steps.get(k);
    PowerRange range = step.charger().charge();
    double limit = range.maxKw();
    ChargingCurve curve = details.chargingCurve();
    if (curve != null) {
      limit = curve.mostKw(limit, energyKwh, step.kwhPerKw(), capacityKwh);
    }
    double room = (capacityKwh - energyKwh) / step.kwhPerKw();
    if (limit * (1 - SAME) > room) {
      limit = room;
    }
    if (details.powerStepsKw().isEmpty()) {
      return range.minKw() * (1 - SAME) <= limit ? Math.max(range.minKw(), limit) : 0;
    }
    return greatestStepKw(limit);
  }

  /**
   * A power that its curve may limit further from an energy on: rid of rounding, or the greatest
   * that it can hold below it. Unit: kW.
   */
  public double limitedByCurveKw(int k, double energyKwh, double kw) {
    ChargingCurve curve = details.chargingCurve();
    if (curve == null) {
      return kw;
    }
    Step step = steps.get(k);
    double most = curve.mostKw(kw, energyKwh, step.kwhPerKw(), capacityKwh);
    if (details.powerStepsKw().isEmpty()) {
      double least = step.charger().charge().minKw();
      return least * (1 - SAME) <= most ? Math.max(least, most) : 0;
    }
    return greatestStepKw(most);
  }

  private double greatestStepKw(double mostKw) {
    double greatest = 0;
    for (double power : details.powerStepsKw()) {
      greatest = power * (1 - SAME) <= mostKw ? power : greatest;
    }
    return greatest;
  }

  /** The least power of at least so much that it can hold; mostKw where that is none below it. */
  double leastChargeKw(int k, double kw, double mostKw) {
    if (details.powerStepsKw().isEmpty()) {
      return Math.clamp(kw, Math.min(steps.get(k).charger().charge().minKw(), mostKw), mostKw);
    }
    for (double power : details.powerStepsKw()) {
      if (power >= kw * (1 - SAME)) {
        return Math.min(power, mostKw);
      }
    }
    return mostKw;
  }

  /** Energy after each step, at net powers by step. Unit: kWh, kW. */
  public double[] energiesKwh(double[] netKw) {
    double[] energies = new double[netKw.length];
    double energy = startKwh;
    for (int k = 0; k < netKw.length; k++) {
      double arrived = energyAfterTrip(k, energy);
      energy = steps.get(k).energyAfter(arrived, Math.max(0, netKw[k]), Math.max(0, -netKw[k]));
      energies[k] = energy;
    }
    return energies;
  }

  /** What net powers that it can hold cost it, by step. Where no energy may be missing, none is. */
  public OwnCost ownCost(double[] netKw) {
    double[] energies = energiesKwh(netKw);
    double shortfall = missingCostPerKwh == null ? 0 : missingCostPerKwh * missingKwh(energies);
    return new OwnCost(shortfall, wear(netKw), -stored(energies[energies.length - 1]));
  }

  /**
   * What is missing on trips and of what may be missing, at energies after each step. Unit: kWh.
   */
  public double missingKwh(double[] energiesKwh) {
    double missing = missingOnTripsKwh(energiesKwh);
    for (Wanted at : wanted) {
      missing += at.isHard() ? 0 : missingKwh(at, energiesKwh);
    }
    return missing;
  }

  private static double missingKwh(Wanted at, double[] energiesKwh) {
    return Math.max(0, at.kwh() - energiesKwh[at.afterSteps() - 1]);
  }

  /** What is missing of what must be there, the most of each time, at energies after each step. */
  public double mostMissingOfHardKwh(double[] energiesKwh) {
    double most = missingCostPerKwh == null ? missingOnTripsKwh(energiesKwh) : 0;
    for (Wanted at : wanted) {
      most = isHard(at) ? Math.max(most, missingKwh(at, energiesKwh)) : most;
    }
    return most;
  }

  private double missingOnTripsKwh(double[] energies) {
    double missing = 0;
    for (int k = 0; k < energies.length; k++) {
      double before = k == 0 ? startKwh : energies[k - 1];
      missing += Math.max(0, steps.get(k).usedKwh() - before);
    }
    return missing;
  }

  private double wear(double[] netKw) {
    double sum = 0;
    boolean on = details.chargingNow();
    for (int k = 0; k < netKw.length; k++) {
      sum += details.throughputCostPerKwh() * steps.get(k).hours() * Math.abs(netKw[k]);
      boolean charges = netKw[k] > 0;
      sum += charges && !on ? details.startCost() : 0;
      on = charges;
    }
    return sum;
  }

  private double stored(double endKwh) {
    double above = wanted.isEmpty() ? 0 : Math.max(0, endKwh - wanted.getLast().kwh());
    return details.valueAboveTargetPerKwh() * above + details.valueAtEndPerKwh() * endKwh;
  }
}
