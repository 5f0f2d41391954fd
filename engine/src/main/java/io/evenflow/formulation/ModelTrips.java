package io.evenflow.formulation;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;

/**
 * A vehicle's trips, and its least energy where it arrives with what it decides itself.
 *
 * <pre>
 * E(arrival) = E − used + m,  0 ≤ m ≤ used·z,  E(arrival) ≤ battery·(1 − z),  z binary
 * </pre>
 *
 * so that energy is missing on a trip only where nothing is left of it. After that each step below
 * the minimum is one of full power, as {@link io.evenflow.fleet.LeastEnergy} has it, or one in
 * which the battery does not take the charger's least power, or it ends at the minimum or above:
 *
 * <pre>
 * E ≥ minimum·s + (battery − η·Δt·c_min)·d,  charge ≥ c_max·(1 − s − d),  β ≤ s,  s + d ≤ 1
 * </pre>
 */
final class ModelTrips {
  private static final int NONE = StorageModel.NONE;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** What sums of doubles may be off by. */
  private static final double SAME = 1e-9;

  /**
   * A battery that takes the least power exactly must take it; so much fuller, as part of it, it
   * does not take it for certain, whatever a solver's tolerance.
   */
  private static final double CLEARLY = 1e-6;

  private final StorageModel model;
  private final Storage storage;
  private final MixedIntegerProgram.Builder program;

  /** Variables by step: energy on arrival, what was missing on the trip, whether any was (z). */
  private final int[] arrivalKwh;

  private final int[] missingKwh;
  private final int[] isMissing;

  /** Binaries by step: s and d. */
  private final int[] isFree;

  private final int[] isStuck;

  /** Energy that steps at full power since arrival bring for certain. Unit: kWh. */
  private double broughtKwh;

  ModelTrips(StorageModel model, MixedIntegerProgram.Builder program) {
    this.model = model;
    this.storage = model.storage;
    this.program = program;
    int n = storage.steps().size();
    arrivalKwh = none(n);
    missingKwh = none(n);
    isMissing = none(n);
    isFree = none(n);
    isStuck = none(n);
  }

  private static int[] none(int n) {
    int[] variables = new int[n];
    Arrays.fill(variables, NONE);
    return variables;
  }

  boolean hasArrival(int k) {
    return arrivalKwh[k] != NONE;
  }

  int arrivalKwh(int k) {
    return arrivalKwh[k];
  }

  /** The trip to the k-th step, where there is one. */
  void addArrival(int k) {
    Step step = storage.steps().get(k);
    if (k == 0 || step.place() != storage.steps().get(k - 1).place()) {
      broughtKwh = 0;
    }
    double used = step.usedKwh();
    if (used == 0) {
      return;
    }
    arrivalKwh[k] = program.variable(0, storage.capacityKwh(), 0);
    AffineBuilder trip = new AffineBuilder().add(1, arrivalKwh[k]).add(used);
    model.addEnergyAfter(trip, -1, k - 1);
    Double cost = storage.missingCostPerKwh();
    if (cost != null) {
      missingKwh[k] = program.variable(0, used, cost);
      isMissing[k] = program.binary(0);
      trip.add(-1, missingKwh[k]);
      Affine some = new AffineBuilder().add(1, missingKwh[k]).add(-used, isMissing[k]).build();
      program.row(-INFINITY, some, 0);
      double most = storage.capacityKwh();
      Affine empty = new AffineBuilder().add(1, arrivalKwh[k]).add(most, isMissing[k]).build();
      program.row(-INFINITY, empty, most);
    }
    program.equality(trip.build(), 0);
  }

  /** The least energy after the k-th step, where what it arrived with is its decision. */
  void addMinimum(int k) {
    Step step = storage.steps().get(k);
    double minimum = storage.minimumKwh();
    if (step.place() == 0 || minimum == 0) {
      return;
    }
    PowerRange charge = step.charger().charge();
    double takesLeast = storage.capacityKwh() - step.kwhPerKw() * charge.minKw();
    double tooFull = takesLeast + CLEARLY * storage.capacityKwh();
    boolean canStick = tooFull < minimum;
    broughtKwh += step.kwhPerKw() * charge.maxKw();
    isFree[k] = program.binary(0);
    isStuck[k] = canStick ? program.binary(0) : NONE;
    if (broughtKwh >= minimum * (1 + SAME) && !canStick) {
      program.setBounds(isFree[k], 1, 1);
    }
    AffineBuilder energy = new AffineBuilder().add(1, model.energyKwh[k]).add(-minimum, isFree[k]);
    AffineBuilder full =
        new AffineBuilder().add(1, model.chargeKw[k]).add(charge.maxKw(), isFree[k]);
    if (canStick) {
      energy.add(-Math.max(0, tooFull), isStuck[k]);
      full.add(charge.maxKw(), isStuck[k]);
      addStuck(k, charge.maxKw());
    }
    program.row(0, energy.build(), INFINITY);
    program.row(charge.maxKw(), full.build(), INFINITY);
    if (model.discharging[k] != NONE) {
      Affine out = new AffineBuilder().add(1, model.discharging[k]).add(-1, isFree[k]).build();
      program.row(-INFINITY, out, 0);
    }
  }

  private void addStuck(int k, double maxKw) {
    Affine off = new AffineBuilder().add(1, model.chargeKw[k]).add(maxKw, isStuck[k]).build();
    program.row(-INFINITY, off, maxKw);
    Affine one = new AffineBuilder().add(1, isFree[k]).add(1, isStuck[k]).build();
    program.row(-INFINITY, one, 1);
  }

  /** What is missing on trips at x. Unit: kWh. */
  double missingKwh(double[] x) {
    double sum = 0;
    for (int variable : missingKwh) {
      sum += variable == NONE ? 0 : x[variable];
    }
    return sum;
  }

  /** The trip to the k-th step, of an energy before it. */
  void setPoint(double[] x, int k, double energyBefore) {
    double missing = Math.max(0, storage.steps().get(k).usedKwh() - energyBefore);
    StorageModel.set(x, arrivalKwh[k], storage.energyAfterTrip(k, energyBefore));
    StorageModel.set(x, missingKwh[k], missing);
    StorageModel.set(x, isMissing[k], missing > 0 ? 1 : 0);
  }

  /** How the k-th step keeps to the least energy. */
  void setMinimum(double[] x, int k, double energyAfter, double charge) {
    boolean free = energyAfter >= storage.minimumKwh() * (1 - SAME);
    StorageModel.set(x, isFree[k], free ? 1 : 0);
    StorageModel.set(x, isStuck[k], !free && charge == 0 ? 1 : 0);
  }
}
