package io.evenflow.resource;

import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import java.util.Arrays;

/**
 * Bounds of a storage's energy, in whole numbers counted from the energy at the start, rounded
 * outwards.
 */
final class EnergyLimits {
  /** A battery that takes the charger's least power but for this part of it takes it. */
  private static final double SAME = 1e-9;

  private final Storage storage;
  private final StorageMoves moves;
  private final EnergyUnit unit;

  /** Bounds before the trip to each step, and at the end. */
  final double[] least;

  final double[] most;

  /** Bounds at the beginning of each step, the trip over. */
  final double[] arrivalLeast;

  final double[] arrivalMost;

  /** Energy used on the trip to each step. */
  final double[] used;

  /** The empty battery. */
  final double empty;

  /**
   * Minimum that holds after each step, where what was there on arrival is a decision; −∞ where
   * {@link #least} says it all.
   */
  final double[] minimum;

  /** Energies wanted. */
  private final double[] wanted;

  EnergyLimits(Storage storage, StorageMoves moves) {
    this.storage = storage;
    this.moves = moves;
    this.unit = moves.unit;
    int n = storage.steps().size();
    least = new double[n + 1];
    most = new double[n + 1];
    arrivalLeast = new double[n];
    arrivalMost = new double[n];
    used = new double[n];
    minimum = new double[n];
    Arrays.fill(minimum, Double.NEGATIVE_INFINITY);
    empty = unit.limitDown(-storage.startKwh());
    bound();
    wanted = new double[storage.wanted().size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = wanted(storage.wanted().get(i));
    }
  }

  private void bound() {
    LeastEnergy allowed = storage.leastEnergy();
    double full = unit.limitUp(storage.capacityKwh() - storage.startKwh());
    for (int k = 0; k < used.length; k++) {
      Step step = storage.steps().get(k);
      used[k] = unit.nearest(step.usedKwh());
      arrivalLeast[k] = used[k] == 0 ? least[k] : Math.max(empty, least[k] - used[k]);
      arrivalMost[k] = used[k] == 0 ? most[k] : Math.max(empty, most[k] - used[k]);
      double lowest = empty - moves.slack(k);
      if (step.place() == 0) {
        lowest = lowest(allowed, k + 1);
      } else if (storage.minimumKwh() > 0) {
        minimum[k] = unit.limitDown(storage.minimumKwh() - storage.startKwh()) - moves.slack(k + 1);
      }
      least[k + 1] = Math.max(lowest, arrivalLeast[k] + moves.farthestDown(k));
      most[k + 1] = Math.min(full + moves.slack(k), arrivalMost[k] + moves.farthestUp(k));
    }
  }

  /** On the way up from below the minimum, sums of doubles must not ask for more than is there. */
  private double lowest(LeastEnergy allowed, int k) {
    double units = unit.limitDown(allowed.kwh(k) - storage.startKwh());
    return (units > 0 ? units - k : units) - moves.slack(k);
  }

  /** What a target summed up in doubles exceeds the reach by must not make it out of reach. */
  private double wanted(Storage.Wanted at) {
    double target = unit.limitDown(at.kwh() - storage.startKwh());
    double reach = most[at.afterSteps()];
    double noise = at.afterSteps() + moves.slack(at.afterSteps());
    return target > reach && target - reach <= noise ? reach : target;
  }

  /** The i-th energy wanted. */
  double wanted(int i) {
    return wanted[i];
  }

  /** The same in kWh from the start; out of reach it may be beyond whole numbers. */
  double wantedKwh(int i) {
    Storage.Wanted at = storage.wanted().get(i);
    return wanted[i] <= most[at.afterSteps()] ? unit.kwh(wanted[i]) : at.kwh() - storage.startKwh();
  }

  /** From which energy on the battery does not take the charger's least power in a step. */
  double tooFull(int k) {
    Step step = storage.steps().get(k);
    double leastUp = step.kwhPerKw() * step.charger().charge().minKw() * (1 - SAME);
    return unit.limitUp(storage.capacityKwh() - leastUp - storage.startKwh()) - moves.slack(k);
  }

  /** Up to this energy a step may end without having come to the minimum. */
  double mostBelowMinimum(int k) {
    return minimum[k] + 2 * moves.slack(k + 1);
  }

  /** Whether below the minimum the battery may not take the charger's least power. */
  boolean canBeTooFull(int k) {
    return storage.steps().get(k).charger().charge().minKw() > 0
        && tooFull(k) < mostBelowMinimum(k);
  }
}
