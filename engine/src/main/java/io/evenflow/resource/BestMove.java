package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import org.jspecify.annotations.Nullable;

/**
 * The forward pass: the best move of a step from an energy; where several are, the one that stays
 * or charges the least.
 */
final class BestMove {
  private final StorageMoves moves;
  private final EnergyLimits limits;
  private final RunStates states;

  private double bestCost;
  private double bestEnergy;
  private @Nullable EnergyMove bestMove;

  BestMove(StorageMoves moves, EnergyLimits limits, RunStates states) {
    this.moves = moves;
    this.limits = limits;
    this.states = states;
  }

  /** Whether any move leads to an energy from which the end can be reached. */
  boolean isFound() {
    return bestCost < Double.POSITIVE_INFINITY;
  }

  /** Energy after the step. */
  double energy() {
    return bestEnergy;
  }

  /** How it comes there, null where it stays. */
  @Nullable EnergyMove move() {
    return bestMove;
  }

  /**
   * Looks for the best move of a step.
   *
   * @param values of all steps
   * @param state of charging before it
   * @param energy at its beginning
   * @param onCosts where costs say what being on costs
   */
  void seek(
      ValueFunctions values, int k, int state, double energy, ConvexCosts costs, OnCosts onCosts) {
    int n = moves.charging.length;
    double on = onCosts.ofCharge(costs, n, k);
    double dischargeCost = onCosts.ofDischarge(costs, n, k);
    int rested = states.afterRest(state);
    double minimum = limits.minimum[k];
    bestEnergy = energy;
    bestMove = null;
    bestCost = Double.POSITIVE_INFINITY;
    if (rested != RunStates.NONE && energy >= minimum) {
      bestCost = values.before(k + 1, rested).at(energy);
    }
    PiecewiseLinear charged = values.before(k + 1, states.afterCharge(state));
    EnergyMove down = rested == RunStates.NONE ? null : moves.discharging[k];
    double chargeCost = on + states.costOfCharge(state);
    for (int i = costs.firstPiece(k); i < costs.firstPiece(k + 1); i++) {
      for (ChargeOption option : moves.charging[k]) {
        if (option.least() <= energy && energy <= option.most()) {
          seek(k, charged, energy, option.move(), option.reach(), costs, i, chargeCost);
        }
      }
      if (down != null) {
        seek(k, values.before(k + 1, rested), energy, down, null, costs, i, dischargeCost);
      }
    }
    if (minimum > Double.NEGATIVE_INFINITY) {
      seekBelowMinimum(values.before(k + 1), k, energy, costs, on);
    }
  }

  private void seekBelowMinimum(
      PiecewiseLinear next, int k, double energy, ConvexCosts costs, double plug) {
    double minimum = limits.mostBelowMinimum(k);
    double up = moves.fullPower(k);
    if (energy + up <= minimum) {
      double cost = moves.fullPowerCost(k, costs, plug) + next.at(energy + up);
      if (cost < bestCost) {
        bestCost = cost;
        bestEnergy = energy + up;
        bestMove = up == 0 ? null : moves.charging[k][0].move();
      }
    }
    boolean isStuck = limits.canBeTooFull(k) && energy >= limits.tooFull(k) && energy <= minimum;
    if (isStuck && next.at(energy) < bestCost) {
      bestCost = next.at(energy);
      bestEnergy = energy;
      bestMove = null;
    }
  }

  private void seek(
      int k,
      PiecewiseLinear next,
      double energy,
      EnergyMove move,
      @Nullable CurveReach reach,
      ConvexCosts costs,
      int piece,
      double cost) {
    boolean up = move.farthest() > 0;
    double wear = up ? moves.wearPerKw[k] : -moves.wearPerKw[k];
    double price = move.price(costs.perUnit(piece) + wear);
    double constant = costs.constant(piece) + cost;
    double far = move.to(costs.to(piece));
    double from = Math.max(limits.minimum[k], energy + move.from(costs.from(piece)));
    double to = reach == null ? energy + far : reach.farthest(energy, far);
    for (int i = 0; i < next.size && next.left[i] <= to && from <= to; i++) {
      if (from <= next.right[i]) {
        consider(next, i, energy, Math.max(from, next.left[i]), price, constant, move);
        consider(next, i, energy, Math.min(to, next.right[i]), price, constant, move);
      }
    }
  }

  private void consider(
      PiecewiseLinear next,
      int i,
      double energy,
      double y,
      double price,
      double constant,
      EnergyMove move) {
    double cost = constant + price * (y - energy) + next.onPiece(i, y);
    if (cost < bestCost) {
      bestCost = cost;
      bestEnergy = y;
      bestMove = move;
    }
  }
}
