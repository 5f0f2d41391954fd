package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a session does at given prices, exactly:
 *
 * <pre>
 * min Σₖ πₖ·(chargeₖ − dischargeₖ) + shortfallCost·max(0, target − E(departure))
 * </pre>
 *
 * over the powers (10)–(14) of arXiv 2409.19962 allow. Bellman's recursion over the energy E in the
 * battery, V(E) being the least cost of the rest of the stay:
 *
 * <pre>
 * Vₖ(E) = min { Vₖ₊₁(E), min_y π/(Δt·η_c)·(y − E) + Vₖ₊₁(y), min_y π·η_d/Δt·(y − E) + Vₖ₊₁(y) }
 * </pre>
 *
 * with y in the window of charging and of discharging. Where costs are piecewise linear ({@link
 * ConvexCosts}) each piece is a window of its own. V is piecewise linear, in general neither convex
 * nor continuous: minimum powers leave gaps. It is kept exactly, on the energies that can be
 * reached, counted from the energy on arrival.
 *
 * <p>Not safe for threads; nothing is allocated once the arrays have grown.
 */
final class SessionOracle {
  private static final ThreadLocal<ValueFunctions> ROOM =
      ThreadLocal.withInitial(ValueFunctions::new);

  private final Session session;
  private final Horizon horizon;

  /** Room of the thread that solves. */
  private ValueFunctions values = ROOM.get();

  private final EnergyUnit unit;
  private final EnergyMove charging;
  private final @Nullable EnergyMove discharging;

  /** Bounds on the energy before each period of the stay, and on departure. */
  private final double[] least;

  private final double[] most;
  private final double target;

  private final double[] chargeKw;
  private final double[] dischargeKw;
  private double value;
  private double gridCost;
  private double shortfallKwh;

  /** Best move of the forward pass so far. */
  private double bestCost;

  private double bestEnergy;

  SessionOracle(Session session, Horizon horizon) {
    this.session = session;
    this.horizon = horizon;
    Charger charger = session.charger();
    unit = EnergyUnit.of(session.reachableEnergyKwh(horizon));
    charging = EnergyMove.charging(charger, horizon.stepHours(), unit);
    PowerRange discharge = charger.discharge();
    discharging =
        discharge == null
            ? null
            : EnergyMove.discharging(
                discharge, charger.dischargeEfficiency(), horizon.stepHours(), unit);
    int n = session.periods();
    least = new double[n + 1];
    most = new double[n + 1];
    chargeKw = new double[n];
    dischargeKw = new double[n];
    boundEnergies();
    target =
        reachedByRounding(unit.limitDown(session.targetEnergyKwh() - session.arrivalEnergyKwh()));
  }

  private void boundEnergies() {
    LeastEnergy allowed = session.leastEnergy(horizon);
    double full = unit.limitUp(session.batteryKwh() - session.arrivalEnergyKwh());
    for (int k = 0; k < chargeKw.length; k++) {
      double down = discharging == null ? 0 : discharging.nearest();
      least[k + 1] = Math.max(lowest(allowed, k + 1), least[k] + down);
      most[k + 1] = Math.min(full, most[k] + charging.farthest());
    }
  }

  /** On the way up from below the minimum, sums of doubles must not ask for more than is there. */
  private double lowest(LeastEnergy allowed, int k) {
    double units = unit.limitDown(allowed.kwh(k) - session.arrivalEnergyKwh());
    return units > 0 ? units - k : units;
  }

  /** What a target summed up in doubles exceeds the reach by must not make it out of reach. */
  private double reachedByRounding(double target) {
    double reach = most[chargeKw.length];
    return target > reach && target - reach <= chargeKw.length ? reach : target;
  }

  /**
   * Solves at costs of the net power of each period of the stay.
   *
   * @return a lower bound on the least cost, which {@link #cost} meets up to rounding; +∞ where the
   *     target is hard and out of reach, and there is no schedule then
   */
  double solve(ConvexCosts costs) {
    int n = chargeKw.length;
    values = ROOM.get();
    values.ensurePeriods(n);
    endOfStay(values.before(n));
    double error = roundingError(costs, 0);
    for (int k = n - 1; k >= 0; k--) {
      before(k, costs);
      error += values.before(k).raised;
    }
    value = values.before(0).at(0) - error;
    if (Double.isInfinite(value)) {
      forgetSchedule();
    } else {
      follow(costs);
    }
    return value;
  }

  /** Value function before the k-th period, after a solve on this thread. Energies from arrival. */
  PiecewiseLinear before(int k) {
    return values.before(k);
  }

  /** Least energy before the k-th period. Unit: {@link EnergyUnit}, from the energy on arrival. */
  double least(int k) {
    return least[k];
  }

  /** Greatest energy likewise. */
  double most(int k) {
    return most[k];
  }

  EnergyMove charging() {
    return charging;
  }

  @Nullable EnergyMove discharging() {
    return discharging;
  }

  /** What sums over the stay can be off by after a solve, prices shifted or not. */
  double error(ConvexCosts costs, double mostShift) {
    double error = 0;
    for (int k = 0; k < chargeKw.length; k++) {
      error += values.before(k).raised;
    }
    return error + 2 * roundingError(costs, mostShift);
  }

  /** V on departure: the cost of the shortfall. */
  private void endOfStay(PiecewiseLinear v) {
    int n = chargeKw.length;
    double bend = Math.clamp(target, least[n], most[n]);
    v.clear();
    Double cost = session.shortfallCostPerKwh();
    if (cost != null && least[n] < bend) {
      v.append(least[n], cost * missingKwh(least[n]), bend, cost * missingKwh(bend));
    }
    if (target <= most[n]) {
      v.append(bend, 0, most[n], 0);
    } else if (cost != null && least[n] == most[n]) {
      v.append(bend, cost * missingKwh(bend), bend, cost * missingKwh(bend));
    }
  }

  /** What an energy on departure lacks; a target out of reach may be beyond whole numbers. */
  private double missingKwh(double energy) {
    double wanted =
        target <= most[chargeKw.length]
            ? unit.kwh(target)
            : session.targetEnergyKwh() - session.arrivalEnergyKwh();
    return wanted - unit.kwh(energy);
  }

  private void before(int k, ConvexCosts costs) {
    PiecewiseLinear next = values.before(k + 1);
    values.before(k).setRestricted(next, least[k], most[k]);
    for (int i = costs.firstPiece(k); i < costs.firstPiece(k + 1); i++) {
      if (charging.farthest() > 0) {
        lower(k, charging, values.charge, costs, i);
      }
      if (discharging != null && discharging.nearest() < 0) {
        lower(k, discharging, values.discharge, costs, i);
      }
    }
  }

  private void lower(int k, EnergyMove move, WindowMinimum window, ConvexCosts costs, int piece) {
    double near = move.from(costs.from(piece));
    double far = move.to(costs.to(piece));
    if (near <= far) {
      window.set(
          values.before(k + 1),
          near,
          far,
          move.price(costs.perUnit(piece)),
          costs.constant(piece),
          least[k],
          most[k]);
      values.lower(k, window);
    }
  }

  /** What sums of doubles and whole numbers of energy can be off by over the stay. */
  private double roundingError(ConvexCosts costs, double shift) {
    int n = chargeKw.length;
    double kw = unit.kwh(charging.farthest()) * charging.kwPerKwh();
    double moved = n * charging.farthest();
    if (discharging != null) {
      kw -= unit.kwh(discharging.nearest()) * discharging.kwPerKwh();
      moved -= n * discharging.nearest();
    }
    double size = 1;
    double steepest = 0;
    for (int i = 0; i < costs.firstPiece(n); i++) {
      double price = Math.abs(costs.perUnit(i)) + shift;
      size += price * kw + Math.abs(costs.constant(i));
      steepest = Math.max(steepest, price * charging.kwPerKwh());
    }
    Double cost = session.shortfallCostPerKwh();
    if (cost != null) {
      size += cost * session.targetEnergyKwh();
      steepest = Math.max(steepest, cost);
    }
    return size * (n + 3) * Math.ulp(1.0) + steepest * unit.inwardsKwh(moved);
  }

  private void forgetSchedule() {
    Arrays.fill(chargeKw, 0);
    Arrays.fill(dischargeKw, 0);
    gridCost = Double.POSITIVE_INFINITY;
    shortfallKwh = Double.POSITIVE_INFINITY;
  }

  /** The forward pass: follows the best moves; where several are, stays or charges the least. */
  private void follow(ConvexCosts costs) {
    double energy = 0;
    double energyKwh = session.arrivalEnergyKwh();
    gridCost = 0;
    for (int k = 0; k < chargeKw.length; k++) {
      double moved = bestMove(k, energy, costs);
      chargeKw[k] = moved > 0 ? charging.powerKw(moved) : 0;
      dischargeKw[k] = moved < 0 && discharging != null ? discharging.powerKw(moved) : 0;
      gridCost += costs.at(k, chargeKw[k] - dischargeKw[k]);
      energyKwh =
          session.energyAfter(
              energyKwh, chargeKw[k], dischargeKw[k], horizon.hours(session.arrival() + k));
      energy += moved;
    }
    shortfallKwh = Math.max(0, session.targetEnergyKwh() - energyKwh);
  }

  private double bestMove(int k, double energy, ConvexCosts costs) {
    PiecewiseLinear next = values.before(k + 1);
    bestEnergy = energy;
    bestCost = next.at(energy);
    for (int i = costs.firstPiece(k); i < costs.firstPiece(k + 1); i++) {
      if (charging.farthest() > 0) {
        seek(next, energy, charging, costs, i);
      }
      if (discharging != null && discharging.nearest() < 0) {
        seek(next, energy, discharging, costs, i);
      }
    }
    return bestEnergy - energy;
  }

  private void seek(
      PiecewiseLinear next, double energy, EnergyMove move, ConvexCosts costs, int piece) {
    double price = move.price(costs.perUnit(piece));
    double constant = costs.constant(piece);
    double from = energy + move.from(costs.from(piece));
    double to = energy + move.to(costs.to(piece));
    for (int i = 0; i < next.size && next.left[i] <= to; i++) {
      if (from <= next.right[i]) {
        consider(next, i, energy, Math.max(from, next.left[i]), price, constant);
        consider(next, i, energy, Math.min(to, next.right[i]), price, constant);
      }
    }
  }

  private void consider(
      PiecewiseLinear next, int i, double energy, double y, double price, double constant) {
    double cost = constant + price * (y - energy) + next.onPiece(i, y);
    if (cost < bestCost) {
      bestCost = cost;
      bestEnergy = y;
    }
  }

  Session session() {
    return session;
  }

  /** The bound of the last {@link #solve}. Unit: currency. */
  double value() {
    return value;
  }

  /** Cost of the schedule found, shortfall included. Unit: currency. */
  double cost() {
    Double perKwh = session.shortfallCostPerKwh();
    return perKwh == null ? gridCost : gridCost + perKwh * shortfallKwh;
  }

  /** Cost of the schedule's energy at the costs of the last solve. Unit: currency. */
  double gridCost() {
    return gridCost;
  }

  /** What is missing on departure, 0 where the target is hard but for rounding. Unit: kWh. */
  double shortfallKwh() {
    return shortfallKwh;
  }

  /** Writes the schedule's net powers, by period of the stay. Unit: kW. */
  void netKw(double[] netKw) {
    for (int k = 0; k < netKw.length; k++) {
      netKw[k] = chargeKw[k] - dischargeKw[k];
    }
  }
}
