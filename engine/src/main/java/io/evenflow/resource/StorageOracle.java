package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import java.util.Arrays;

/**
 * What a session, a vehicle or a battery does at given prices, exactly:
 *
 * <pre>
 * min Σₖ πₖ·(chargeₖ − dischargeₖ) + own cost
 * </pre>
 *
 * over the powers (10)–(14) of arXiv 2409.19962 allow, own costs being what is missing when it is
 * wanted, wear and starts, less what energy is worth at the end. Bellman's recursion over the
 * energy E in the battery, V(E) being the least cost of the rest:
 *
 * <pre>
 * Vₖ(E) = min { Vₖ₊₁(E), min_y π/(Δt·η_c)·(y − E) + Vₖ₊₁(y), min_y π·η_d/Δt·(y − E) + Vₖ₊₁(y) }
 * </pre>
 *
 * with y in the window of charging and of discharging. Where costs are piecewise linear ({@link
 * ConvexCosts}) each piece is a window of its own, as each step of power is; a charging curve bends
 * the window's far end ({@link CurveReach}). What is wanted on the way is added to V, a trip shifts
 * it, starts and runs make one V of each state ({@link RunStates}). V is piecewise linear, in
 * general neither convex nor continuous: minimum powers leave gaps. It is kept exactly, on the
 * energies that can be reached, counted from the energy at the start.
 *
 * <p>A charging curve that rises after it has fallen makes the value a bound that may be below the
 * least cost; what is done then is allowed and need not be the best.
 *
 * <p>Not safe for threads; nothing is allocated once the arrays have grown.
 */
final class StorageOracle {
  private static final ThreadLocal<ValueFunctions> ROOM =
      ThreadLocal.withInitial(ValueFunctions::new);

  /** Costs that differ by so many rounding errors of the recursion are one. */
  private static final double NOISE = 16;

  /** A step on hulls rounds up to twice as often as one of the recursion. */
  private static final double HULL_ERRORS = 2;

  private final Storage storage;
  private final SessionDetails details;
  private final EnergyUnit unit;
  private final StorageMoves moves;
  private final EnergyLimits limits;
  private final RunStates states;
  private final BestMove best;
  private final CostSizes sizes;
  private final OnCosts onCosts;
  private final int n;

  /** Room of the thread that solves. */
  private ValueFunctions values = ROOM.get();

  private final double[] netKw;
  private double value;
  private double gridCost;
  private boolean isFound;

  /** How far the last answer that needed the recursion was above what hulls say. */
  private double nearness;

  /**
   * @param onCosts what rows costs have after one for the power of each step
   */
  StorageOracle(Storage storage, OnCosts onCosts) {
    this.storage = storage;
    this.onCosts = onCosts;
    details = storage.details();
    moves = new StorageMoves(storage);
    unit = moves.unit;
    limits = new EnergyLimits(storage, moves);
    states = RunStates.of(storage);
    best = new BestMove(moves, limits, states);
    sizes = CostSizes.of(storage, moves);
    n = storage.steps().size();
    netKw = new double[n];
  }

  /**
   * Solves at costs of the net power of each step.
   *
   * @return a lower bound on the least cost, which {@link #cost} meets up to rounding; +∞ where
   *     what is wanted is hard and out of reach, and there is no schedule then
   */
  double solve(ConvexCosts costs) {
    begin();
    double error = roundingError(costs, 0);
    return moves.isPlain()
        ? solveNear(costs, error)
        : solveWithin(costs, Double.POSITIVE_INFINITY, error);
  }

  /**
   * On convex hulls first: where the moves that they say can be made, these are the best. Else the
   * recursion, over energies that what costs no more than so much can pass: four times as far from
   * the hulls' bound as the last answer was; then as much as is known to suffice.
   */
  private double solveNear(ConvexCosts costs, double error) {
    double noise = NOISE * error;
    atEnd();
    values.rest.runFromEnd(this, costs, values.before(n, 0));
    double bound = values.rest.atStart();
    if (Double.isInfinite(bound)) {
      return impossible();
    }
    double known = costOnHulls(costs);
    if (known <= bound + noise) {
      value = bound - HULL_ERRORS * error;
      return value;
    }
    values.until.runFromStart(this, costs);
    double most = Math.min(known, bound + Math.max(4 * nearness, noise));
    solveWithin(costs, most + noise, error);
    if (value > most) {
      most = Math.min(value, known) + noise;
      solveWithin(costs, most + noise, error);
    }
    if (value > most) {
      solveWithin(costs, Double.POSITIVE_INFINITY, error);
    }
    nearness = Math.min(Double.MAX_VALUE, value - bound);
    return value;
  }

  /** What it costs to follow the hulls' functions by moves that can be made, +∞ if none can. */
  private double costOnHulls(ConvexCosts costs) {
    if (states.count() > 1) {
      return Double.POSITIVE_INFINITY;
    }
    for (int k = 1; k <= n; k++) {
      values.rest.copyTo(k, values.before(k));
    }
    return follow(costs) ? cost() : Double.POSITIVE_INFINITY;
  }

  private void begin() {
    values = ROOM.get();
    values.ensure(n, states.count());
  }

  /** The same with all of every value function, for {@link #before}. */
  double solveWhole(ConvexCosts costs) {
    begin();
    return solveWithin(costs, Double.POSITIVE_INFINITY, roundingError(costs, 0));
  }

  private void atEnd() {
    for (int state = 0; state < states.count(); state++) {
      end(values.before(n, state));
      want(n, state);
    }
  }

  /**
   * The recursion over energies that what costs at most so much can pass. What it finds is the
   * least cost if that is no more.
   */
  private double solveWithin(ConvexCosts costs, double most, double rounding) {
    atEnd();
    double error = rounding;
    for (int k = n; k >= 0; k--) {
      for (int state = 0; state < states.count(); state++) {
        if (k < n) {
          before(k, state, costs);
        }
        if (most < Double.POSITIVE_INFINITY) {
          values.until.keep(k, values.before(k, state), most, values.spare());
          values.replace(k, state);
        }
      }
      error += k < n ? values.raised(k) : 0;
    }
    value = values.before(0, states.first()).at(0) - error;
    if (Double.isInfinite(value)) {
      return impossible();
    }
    follow(costs);
    return value;
  }

  private double impossible() {
    Arrays.fill(netKw, 0);
    gridCost = Double.POSITIVE_INFINITY;
    isFound = false;
    value = Double.POSITIVE_INFINITY;
    return value;
  }

  /** Value function before the k-th step, after a solve on this thread. Energies from the start. */
  PiecewiseLinear before(int k) {
    return values.before(k);
  }

  EnergyLimits limits() {
    return limits;
  }

  StorageMoves moves() {
    return moves;
  }

  OnCosts onCosts() {
    return onCosts;
  }

  boolean hasPlugs() {
    return onCosts != OnCosts.NONE;
  }

  /** Whether its value functions depend on energies alone, and moves on differences of them. */
  boolean isPlain() {
    return states.count() == 1 && moves.isPlain();
  }

  /** What sums over all steps can be off by after a solve, prices shifted or not. */
  double error(ConvexCosts costs, double mostShift) {
    double error = 0;
    for (int k = 0; k < n; k++) {
      error += values.raised(k);
    }
    return error + 2 * roundingError(costs, mostShift);
  }

  /** V at the end, but for what is wanted then: minus what the energy is worth. */
  private void end(PiecewiseLinear v) {
    double least = limits.least[n];
    double most = limits.most[n];
    double bend = most;
    if (details.valueAboveTargetPerKwh() > 0 && !storage.wanted().isEmpty()) {
      bend = Math.clamp(limits.wanted(storage.wanted().size() - 1), least, most);
    }
    v.clear();
    if (least <= most) {
      v.append(least, atEnd(least), bend, atEnd(bend));
      if (bend < most) {
        v.append(bend, atEnd(bend), most, atEnd(most));
      }
    }
  }

  private double atEnd(double energy) {
    double cost = -details.valueAtEndPerKwh() * (storage.startKwh() + unit.kwh(energy));
    if (details.valueAboveTargetPerKwh() > 0 && !storage.wanted().isEmpty()) {
      double wanted = limits.wantedKwh(storage.wanted().size() - 1);
      cost -= details.valueAboveTargetPerKwh() * Math.max(0, unit.kwh(energy) - wanted);
    }
    return cost;
  }

  /** Adds what is wanted after k steps to the value function then. */
  private void want(int k, int state) {
    for (int i = 0; i < storage.wanted().size(); i++) {
      if (storage.wanted().get(i).afterSteps() == k) {
        addWanted(i, k, values.before(k, state), values.spare());
        values.replace(k, state);
      }
    }
  }

  /** Makes of f what it is with what is wanted after k steps; returns which of two holds it. */
  PiecewiseLinear withWanted(int k, PiecewiseLinear f, PiecewiseLinear spare) {
    PiecewiseLinear result = f;
    PiecewiseLinear other = spare;
    for (int i = 0; i < storage.wanted().size(); i++) {
      if (storage.wanted().get(i).afterSteps() == k) {
        addWanted(i, k, result, other);
        PiecewiseLinear swap = result;
        result = other;
        other = swap;
      }
    }
    return result;
  }

  private void addWanted(int i, int k, PiecewiseLinear f, PiecewiseLinear sum) {
    Double cost = storage.missingCostPerKwh();
    double wanted = limits.wanted(i);
    if (cost == null || storage.wanted().get(i).isHard()) {
      sum.setRestricted(f, wanted - moves.slack(k), Double.POSITIVE_INFINITY);
    } else {
      double bend = wanted <= limits.most[k] ? wanted : Double.POSITIVE_INFINITY;
      sum.setWithShortage(f, bend, limits.wantedKwh(i), cost, unit);
    }
  }

  private void before(int k, int state, ConvexCosts costs) {
    double least = limits.arrivalLeast[k];
    double most = limits.arrivalMost[k];
    int rested = states.afterRest(state);
    PiecewiseLinear charged = allowed(k, values.before(k + 1, states.afterCharge(state)));
    if (rested == RunStates.NONE) {
      values.before(k, state).clear();
    } else {
      PiecewiseLinear next = allowed(k, values.before(k + 1, rested));
      values.before(k, state).setRestricted(next, least, most);
      charged = rested == states.afterCharge(state) ? next : charged;
    }
    EnergyMove down = rested == RunStates.NONE ? null : moves.discharging[k];
    double chargeCost = onCosts.ofCharge(costs, n, k) + states.costOfCharge(state);
    double dischargeCost = onCosts.ofDischarge(costs, n, k);
    for (int i = costs.firstPiece(k); i < costs.firstPiece(k + 1); i++) {
      for (ChargeOption option : moves.charging[k]) {
        charge(k, state, option, charged, costs, i, chargeCost);
      }
      if (down != null) {
        discharge(k, state, down, costs, i, dischargeCost);
      }
    }
    if (limits.minimum[k] > Double.NEGATIVE_INFINITY) {
      addBelowMinimum(k, costs, onCosts.ofCharge(costs, n, k));
    }
    if (limits.used[k] != 0) {
      addTrip(k, state);
    }
    if (k > 0) {
      want(k, state);
    }
  }

  /** The part of a value function after the k-th step that moves may lead to. */
  PiecewiseLinear allowed(int k, PiecewiseLinear next) {
    double minimum = limits.minimum[k];
    if (minimum == Double.NEGATIVE_INFINITY) {
      return next;
    }
    values.part.setRestricted(next, minimum, Double.POSITIVE_INFINITY);
    return values.part;
  }

  private void charge(
      int k,
      int state,
      ChargeOption option,
      PiecewiseLinear next,
      ConvexCosts costs,
      int piece,
      double cost) {
    EnergyMove move = option.move();
    double near = move.from(costs.from(piece));
    double far = move.to(costs.to(piece));
    if (near <= far) {
      double price = move.price(costs.perUnit(piece) + moves.wearPerKw[k]);
      double constant = costs.constant(piece) + cost;
      double least = Math.max(option.least(), limits.arrivalLeast[k]);
      double most = Math.min(option.most(), limits.arrivalMost[k]);
      CurveReach reach = option.reach();
      if (reach == null) {
        values.charge.set(next, near, far, price, constant, least, most);
      } else {
        values.charge.set(next, near, far, reach, price, constant, least, most);
      }
      values.lower(k, state, values.charge);
    }
  }

  private void discharge(
      int k, int state, EnergyMove move, ConvexCosts costs, int piece, double cost) {
    double near = move.from(costs.from(piece));
    double far = move.to(costs.to(piece));
    if (near <= far) {
      values.discharge.set(
          allowed(k, values.before(k + 1, states.afterRest(state))),
          near,
          far,
          move.price(costs.perUnit(piece) - moves.wearPerKw[k]),
          costs.constant(piece) + cost,
          limits.arrivalLeast[k],
          limits.arrivalMost[k]);
      values.lower(k, state, values.discharge);
    }
  }

  /**
   * What is below the minimum after a step: it charged with full power, or the battery does not
   * take the charger's least power.
   */
  private void addBelowMinimum(int k, ConvexCosts costs, double plug) {
    PiecewiseLinear next = values.before(k + 1);
    double minimum = limits.mostBelowMinimum(k);
    double up = moves.fullPower(k);
    double cost = moves.fullPowerCost(k, costs, plug);
    double least = limits.arrivalLeast[k];
    double most = limits.arrivalMost[k];
    values.charge.set(next, up, up, 0, cost, least, Math.min(minimum - up, most));
    values.lower(k, 0, values.charge);
    if (limits.canBeTooFull(k)) {
      double full = Math.max(least, limits.tooFull(k));
      values.charge.set(next, 0, 0, 0, 0, full, Math.min(minimum, most));
      values.lower(k, 0, values.charge);
    }
  }

  private void addTrip(int k, int state) {
    Double cost = storage.missingCostPerKwh();
    values
        .spare()
        .setBeforeTrip(
            values.before(k, state),
            limits.used[k],
            limits.empty,
            cost == null ? Double.POSITIVE_INFINITY : unit.kwh(cost),
            moves.slack(k),
            limits.least[k],
            limits.most[k]);
    values.replace(k, state);
  }

  /**
   * Makes of what it costs to come to an energy before a trip what it costs to come to it after.
   */
  void addTripTo(int k, PiecewiseLinear until, PiecewiseLinear result) {
    Double cost = storage.missingCostPerKwh();
    result.setAfterTrip(
        until,
        limits.used[k],
        limits.empty,
        cost == null ? Double.POSITIVE_INFINITY : unit.kwh(cost),
        moves.slack(k));
  }

  /** What sums of doubles and whole numbers of energy can be off by over all steps. */
  private double roundingError(ConvexCosts costs, double shift) {
    double size = 1 + sizes.ownCost();
    double steepest = 0;
    double amount = hasPlugs() ? Math.max(1, sizes.kw()) : sizes.kw();
    int last = costs.firstPiece((1 + onCosts.rows()) * n);
    for (int i = 0; i < last; i++) {
      double price = Math.abs(costs.perUnit(i)) + shift;
      size += price * amount + Math.abs(costs.constant(i));
      steepest = Math.max(steepest, price * sizes.kwPerKwh());
    }
    steepest = Math.max(steepest + sizes.wearPerKwh(), sizes.ownPerKwh());
    return size * (n + 3) * Math.ulp(1.0) + steepest * sizes.inwardsKwh();
  }

  /**
   * The forward pass: follows the best moves; where several are, stays or charges the least.
   *
   * @return whether each leads to an energy of which something is known; hulls know of none that
   *     least powers cannot leave, and a curve may let less be than was meant
   */
  private boolean follow(ConvexCosts costs) {
    double energy = 0;
    double energyKwh = storage.startKwh();
    int state = states.first();
    gridCost = 0;
    boolean isKnown = true;
    for (int k = 0; k < n; k++) {
      if (limits.used[k] != 0) {
        energy = Math.max(limits.empty, energy - limits.used[k]);
      }
      energyKwh = storage.energyAfterTrip(k, energyKwh);
      best.seek(values, k, state, energy, costs, onCosts);
      EnergyMove move = best.move();
      netKw[k] = move == null ? 0 : powerKw(k, move, best.energy() - energy, energyKwh);
      gridCost += costs.at(k, netKw[k]);
      gridCost += onCosts.of(costs, n, k, netKw[k]);
      energy = best.energy();
      energyKwh =
          storage
              .steps()
              .get(k)
              .energyAfter(energyKwh, Math.max(0, netKw[k]), Math.max(0, -netKw[k]));
      if (!moves.isPlain()) {
        energy = nearestTo(energy, energyKwh);
      }
      state = netKw[k] > 0 ? states.afterCharge(state) : Math.max(0, states.afterRest(state));
      isKnown &= best.isFound();
    }
    isFound = true;
    return isKnown;
  }

  /** The energy that a curve has let be, where it let less than was meant. */
  private double nearestTo(double energy, double energyKwh) {
    double truly = unit.nearest(energyKwh - storage.startKwh());
    return Math.abs(truly - energy) > 4 * n + 16 ? truly : energy;
  }

  /** Net power of a move from an energy. Unit: kW. */
  private double powerKw(int k, EnergyMove move, double moved, double energyKwh) {
    double kw = move.powerKw(moved);
    if (move == moves.discharging[k]) {
      return -kw;
    }
    return details.chargingCurve() == null ? kw : storage.limitedByCurveKw(k, energyKwh, kw);
  }

  Storage storage() {
    return storage;
  }

  /** The bound of the last {@link #solve}. Unit: currency. */
  double value() {
    return value;
  }

  /** Cost of the schedule found, own cost included. Unit: currency. */
  double cost() {
    return gridCost + ownCost();
  }

  /** What the schedule costs apart from its energy. Unit: currency. */
  double ownCost() {
    return isFound ? storage.ownCost(netKw).total() : Double.POSITIVE_INFINITY;
  }

  /** Net powers of the schedule by step. Unit: kW. The oracle's own array. */
  double[] netKw() {
    return netKw;
  }
}
