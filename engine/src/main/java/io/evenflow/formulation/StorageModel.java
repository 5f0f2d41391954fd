package io.evenflow.formulation;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.OwnCost;
import io.evenflow.fleet.Storage.Step;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import java.util.List;

/**
 * A session, a vehicle or a battery, (10)–(14) of arXiv 2409.19962 and what more there is. Index k
 * is the k-th step: of a session the k-th period of the stay. Powers in kW at the meter, energies
 * in kWh in the battery.
 *
 * <pre>
 * E[k+1] = E[k] + Δt·(η_c·charge − discharge/η_d),  least ≤ E ≤ battery
 * E(when wanted) + missing ≥ wanted
 * α + β ≤ 1,  c_min·α ≤ charge ≤ c_max·α,  d_min·β ≤ discharge ≤ d_max·β
 * </pre>
 *
 * {@link ModelTrips}, {@link ModelRuns} and {@link ModelCurve} add trips, starts and curves.
 */
public final class StorageModel {
  static final int NONE = -1;

  final Storage storage;
  private final MixedIntegerProgram.Builder program;
  private final LeastEnergy least;
  private final double[] givenKw;

  /** Variables of charge and discharge by step; {@link #NONE} where there is none. */
  final int[] chargeKw;

  final int[] dischargeKw;

  /** Binaries α and β by step; {@link #NONE} where none is needed. */
  final int[] charging;

  final int[] discharging;

  /** Binaries by step, one for each step of power; none where there are no such. */
  private final int[][] powerSteps;

  /** Variables of the energy after each step. */
  final int[] energyKwh;

  /** Variables of what is missing of each energy wanted, {@link #NONE} where nothing may be. */
  private final int[] missingKwh;

  /** Variable of the energy above the target, {@link #NONE} where it has no value. */
  private int aboveKwh = NONE;

  private final ModelTrips trips;
  private final ModelRuns runs;
  private final ModelCurve curve;

  public StorageModel(Session session, Horizon horizon, MixedIntegerProgram.Builder program) {
    this(Storage.of(session, horizon), program);
  }

  public StorageModel(Storage storage, MixedIntegerProgram.Builder program) {
    this.storage = storage;
    this.program = program;
    least = storage.leastEnergy();
    givenKw = Arrays.copyOf(least.chargeKw(), least.givenPeriods());
    int n = storage.steps().size();
    chargeKw = new int[n];
    dischargeKw = new int[n];
    charging = new int[n];
    discharging = new int[n];
    powerSteps = new int[n][0];
    energyKwh = new int[n];
    missingKwh = new int[storage.wanted().size()];
    trips = new ModelTrips(this, program);
    for (int k = 0; k < n; k++) {
      trips.addArrival(k);
      if (k < givenKw.length) {
        addGiven(k, givenKw[k]);
      } else {
        addPowers(k);
        double lowest = storage.steps().get(k).place() == 0 ? least.kwh(k + 1) : 0;
        addEnergy(k, lowest, mostEnergyKwh());
        trips.addMinimum(k);
      }
      addWear(k);
    }
    runs = new ModelRuns(this, program);
    curve = new ModelCurve(this, program, givenKw.length);
    addWanted();
  }

  /** No choice below the least energy; so no binaries, and no energy that limits leave no room. */
  private void addGiven(int k, double kw) {
    chargeKw[k] = program.variable(kw, kw, 0);
    dischargeKw[k] = NONE;
    charging[k] = NONE;
    discharging[k] = NONE;
    addEnergy(k, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private void addPowers(int k) {
    Charger charger = storage.steps().get(k).charger();
    PowerRange discharge = charger.discharge();
    List<Double> only = details().powerStepsKw();
    chargeKw[k] = program.variable(0, charger.charge().maxKw(), 0);
    dischargeKw[k] = discharge == null ? NONE : program.variable(0, discharge.maxKw(), 0);
    boolean exclusive = discharge != null;
    boolean onOff = charger.charge().minKw() > 0 || !only.isEmpty() || storage.hasRuns();
    charging[k] = exclusive || onOff ? program.binary(0) : NONE;
    discharging[k] = exclusive ? program.binary(0) : NONE;
    if (!only.isEmpty()) {
      addPowerSteps(k, only);
    } else if (charging[k] != NONE) {
      addSemiContinuity(chargeKw[k], charging[k], charger.charge());
    }
    if (discharge != null) {
      addSemiContinuity(dischargeKw[k], discharging[k], discharge);
      Affine both = new AffineBuilder().add(1, charging[k]).add(1, discharging[k]).build();
      program.row(Double.NEGATIVE_INFINITY, both, 1);
    }
  }

  /** charge = Σ power·z, α = Σ z. */
  private void addPowerSteps(int k, List<Double> only) {
    powerSteps[k] = new int[only.size()];
    AffineBuilder power = new AffineBuilder().add(-1, chargeKw[k]);
    AffineBuilder one = new AffineBuilder().add(-1, charging[k]);
    for (int i = 0; i < only.size(); i++) {
      powerSteps[k][i] = program.binary(0);
      power.add(only.get(i), powerSteps[k][i]);
      one.add(1, powerSteps[k][i]);
    }
    program.equality(power.build(), 0);
    program.equality(one.build(), 0);
  }

  /** min·on ≤ power ≤ max·on. */
  private void addSemiContinuity(int power, int on, PowerRange range) {
    Affine most = new AffineBuilder().add(1, power).add(-range.maxKw(), on).build();
    program.row(Double.NEGATIVE_INFINITY, most, 0);
    if (range.minKw() > 0) {
      Affine lowest = new AffineBuilder().add(1, power).add(-range.minKw(), on).build();
      program.row(0, lowest, Double.POSITIVE_INFINITY);
    }
  }

  private void addEnergy(int k, double leastKwh, double mostKwh) {
    Step step = storage.steps().get(k);
    energyKwh[k] = program.variable(leastKwh, mostKwh, 0);
    AffineBuilder balance =
        new AffineBuilder().add(1, energyKwh[k]).add(-step.kwhPerKw(), chargeKw[k]);
    if (dischargeKw[k] != NONE) {
      balance.add(step.kwhPerKwOut(), dischargeKw[k]);
    }
    addEnergyBefore(balance, -1, k);
    program.equality(balance.build(), 0);
  }

  /** Adds the energy at the beginning of the k-th step, the trip to it over, to a sum. */
  void addEnergyBefore(AffineBuilder sum, double coefficient, int k) {
    if (trips.hasArrival(k)) {
      sum.add(coefficient, trips.arrivalKwh(k));
    } else {
      addEnergyAfter(sum, coefficient, k - 1);
    }
  }

  /** Adds the energy after the k-th step to a sum; of the start where there is none before. */
  void addEnergyAfter(AffineBuilder sum, double coefficient, int k) {
    if (k < 0) {
      sum.add(coefficient * storage.startKwh());
    } else {
      sum.add(coefficient, energyKwh[k]);
    }
  }

  /** Adds α of the k-th step, which may be given, to a sum. */
  public void addCharging(AffineBuilder sum, double coefficient, int k) {
    if (charging[k] != NONE) {
      sum.add(coefficient, charging[k]);
    } else if (k < givenKw.length && givenKw[k] > 0) {
      sum.add(coefficient);
    }
  }

  /** Adds β of the k-th step to a sum. */
  public void addDischarging(AffineBuilder sum, double coefficient, int k) {
    if (discharging[k] != NONE) {
      sum.add(coefficient, discharging[k]);
    }
  }

  /** The battery, or a little above what can be reached where it is far larger than that. */
  private double mostEnergyKwh() {
    return Math.min(storage.capacityKwh(), storage.reachableKwh() + 1);
  }

  private SessionDetails details() {
    return storage.details();
  }

  private void addWear(int k) {
    double perKw = details().throughputCostPerKwh() * storage.steps().get(k).hours();
    program.addCost(chargeKw[k], perKw);
    if (dischargeKw[k] != NONE) {
      program.addCost(dischargeKw[k], perKw);
    }
  }

  private void addWanted() {
    Double cost = storage.missingCostPerKwh();
    for (int i = 0; i < missingKwh.length; i++) {
      Storage.Wanted wanted = storage.wanted().get(i);
      AffineBuilder reached = new AffineBuilder();
      addEnergyAfter(reached, 1, wanted.afterSteps() - 1);
      missingKwh[i] = NONE;
      if (cost != null && !wanted.isHard()) {
        missingKwh[i] = program.variable(0, Double.POSITIVE_INFINITY, cost);
        reached.add(1, missingKwh[i]);
      }
      boolean isLast = i == missingKwh.length - 1;
      if (isLast && details().valueAboveTargetPerKwh() > 0) {
        aboveKwh = program.variable(0, storage.capacityKwh(), -details().valueAboveTargetPerKwh());
        program.equality(reached.add(-1, aboveKwh).build(), wanted.kwh());
      } else {
        program.row(wanted.kwh(), reached.build(), Double.POSITIVE_INFINITY);
      }
    }
    program.addCost(energyKwh[energyKwh.length - 1], -details().valueAtEndPerKwh());
  }

  /** Number of steps. */
  public int steps() {
    return chargeKw.length;
  }

  /** Adds charge − discharge of the k-th step to a sum. Unit: kW. */
  public void addNetPower(AffineBuilder sum, double coefficient, int k) {
    sum.add(coefficient, chargeKw[k]);
    if (dischargeKw[k] != NONE) {
      sum.add(-coefficient, dischargeKw[k]);
    }
  }

  /**
   * Adds 1 where it charges or discharges in the k-th step, 0 where it does not, to a sum that
   * shall be at most something: a plug's use. The model makes binaries for this where it has none
   * yet, so it is called before the program is built.
   */
  public void addInUse(AffineBuilder sum, double coefficient, int k) {
    if (charging[k] == NONE && k >= givenKw.length) {
      charging[k] = program.binary(0);
      addSemiContinuity(chargeKw[k], charging[k], storage.steps().get(k).charger().charge());
    }
    addCharging(sum, coefficient, k);
    addDischarging(sum, coefficient, k);
  }

  /** Charging power of the k-th step at x. Unit: kW. */
  public double chargeKw(double[] x, int k) {
    return x[chargeKw[k]];
  }

  /** Discharging power of the k-th step at x. Unit: kW. */
  public double dischargeKw(double[] x, int k) {
    return dischargeKw[k] == NONE ? 0 : x[dischargeKw[k]];
  }

  /** Its parts of the objective at x. */
  public OwnCost ownCost(double[] x) {
    Double cost = storage.missingCostPerKwh();
    double missing = trips.missingKwh(x);
    double wear = runs.startCost(x);
    for (int variable : missingKwh) {
      missing += variable == NONE ? 0 : x[variable];
    }
    for (int k = 0; k < chargeKw.length; k++) {
      double perKw = details().throughputCostPerKwh() * storage.steps().get(k).hours();
      wear += perKw * (chargeKw(x, k) + dischargeKw(x, k));
    }
    double stored = details().valueAtEndPerKwh() * x[energyKwh[energyKwh.length - 1]];
    if (aboveKwh != NONE) {
      stored += details().valueAboveTargetPerKwh() * x[aboveKwh];
    }
    return new OwnCost(cost == null ? 0 : cost * missing, wear, -stored);
  }

  /** Writes the point that powers by step, in kW, make into x; binaries follow the powers. */
  public void setPoint(double[] x, double[] charge, double[] discharge) {
    double energy = storage.startKwh();
    for (int k = 0; k < chargeKw.length; k++) {
      x[chargeKw[k]] = charge[k];
      set(x, dischargeKw[k], discharge[k]);
      set(x, charging[k], charge[k] > 0 ? 1 : 0);
      set(x, discharging[k], discharge[k] > 0 ? 1 : 0);
      for (int i = 0; i < powerSteps[k].length; i++) {
        double step = details().powerStepsKw().get(i);
        x[powerSteps[k][i]] = Math.abs(charge[k] - step) < 1e-6 * step ? 1 : 0;
      }
      double arrived = storage.energyAfterTrip(k, energy);
      trips.setPoint(x, k, energy);
      energy = storage.steps().get(k).energyAfter(arrived, charge[k], discharge[k]);
      x[energyKwh[k]] = energy;
      trips.setMinimum(x, k, energy, charge[k]);
    }
    runs.setPoint(x, charge);
    curve.setPoint(x);
    setWanted(x, energy);
  }

  /** Writes α and β of the k-th step, as far as there are any, into x. */
  public void setModes(double[] x, int k, boolean isCharging, boolean isDischarging) {
    set(x, charging[k], isCharging ? 1 : 0);
    set(x, discharging[k], isDischarging ? 1 : 0);
  }

  private void setWanted(double[] x, double endKwh) {
    for (int i = 0; i < missingKwh.length; i++) {
      Storage.Wanted wanted = storage.wanted().get(i);
      set(x, missingKwh[i], Math.max(0, wanted.kwh() - x[energyKwh[wanted.afterSteps() - 1]]));
    }
    if (aboveKwh != NONE) {
      x[aboveKwh] = Math.max(0, endKwh - storage.wanted().getLast().kwh());
    }
  }

  static void set(double[] x, int variable, double value) {
    if (variable != NONE) {
      x[variable] = value;
    }
  }
}
