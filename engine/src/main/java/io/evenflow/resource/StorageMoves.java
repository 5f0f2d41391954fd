package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a storage's charging and discharging can be, step by step, as moves of its energy. */
final class StorageMoves {
  private static final ChargeOption[] NO_CHARGE = {};

  final EnergyUnit unit;

  /** Ways to charge, by step. */
  final ChargeOption[][] charging;

  /** Moves down, by step; null where there are none. */
  final @Nullable EnergyMove[] discharging;

  /** What a kW held in a step costs whichever way it goes. Unit: currency per kW. */
  final double[] wearPerKw;

  /** Whether moves or trips are single whole numbers, nearest to what they stand for. */
  final boolean isRounded;

  private final Storage storage;
  private final @Nullable CurveInUnits curve;

  StorageMoves(Storage storage) {
    this.storage = storage;
    int n = storage.steps().size();
    double largest = storage.reachableKwh();
    for (Step step : storage.steps()) {
      largest = Math.max(largest, step.usedKwh());
    }
    unit = EnergyUnit.of(largest);
    charging = new ChargeOption[n][];
    discharging = new EnergyMove[n];
    wearPerKw = new double[n];
    isRounded = storage.hasTrips() || !storage.details().powerStepsKw().isEmpty();
    ChargingCurve points = storage.details().chargingCurve();
    curve =
        points == null
            ? null
            : new CurveInUnits(points, storage.capacityKwh(), storage.startKwh(), unit);
    for (int k = 0; k < n; k++) {
      Step step = storage.steps().get(k);
      wearPerKw[k] = storage.details().throughputCostPerKwh() * step.hours();
      Step before = k == 0 ? null : storage.steps().get(k - 1);
      if (before != null
          && before.hours() == step.hours()
          && before.charger().equals(step.charger())) {
        charging[k] = charging[k - 1];
        discharging[k] = discharging[k - 1];
      } else {
        charging[k] = charging(step);
        discharging[k] = discharging(step);
      }
    }
  }

  private ChargeOption[] charging(Step step) {
    if (step.charger().charge().maxKw() == 0) {
      return NO_CHARGE;
    }
    List<Double> only = storage.details().powerStepsKw();
    if (only.isEmpty()) {
      EnergyMove move = EnergyMove.charging(step, unit);
      CurveReach reach = curve == null ? null : curve.reach(step.kwhPerKw(), charging.length);
      return new ChargeOption[] {
        new ChargeOption(move, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, reach)
      };
    }
    List<ChargeOption> options = new ArrayList<>();
    for (double kw : only) {
      EnergyMove move = EnergyMove.charging(step, kw, unit);
      if (curve == null) {
        options.add(ChargeOption.always(move));
      } else {
        curve.addOptions(options, move, kw, charging.length);
      }
    }
    return options.toArray(ChargeOption[]::new);
  }

  private @Nullable EnergyMove discharging(Step step) {
    PowerRange powers = step.charger().discharge();
    return powers == null || powers.maxKw() == 0
        ? null
        : EnergyMove.discharging(step, powers, unit);
  }

  /** How far whole numbers may have gone astray before the k-th step. Unit: {@link EnergyUnit}. */
  double slack(int k) {
    return isRounded ? k + 1 : 0;
  }

  /** Most energy that charging in a step brings. Unit: {@link EnergyUnit}. */
  double farthestUp(int k) {
    double most = 0;
    for (ChargeOption option : charging[k]) {
      most = Math.max(most, option.move().farthest());
    }
    return most;
  }

  /** Most energy that discharging in a step takes, a negative number. */
  double farthestDown(int k) {
    EnergyMove move = discharging[k];
    return move == null ? 0 : move.nearest();
  }

  /** Whether nothing limits charging but each step's powers. */
  boolean isPlain() {
    return curve == null;
  }

  /** Move of a step at full power, as a whole number. */
  double fullPower(int k) {
    Step step = storage.steps().get(k);
    return unit.nearest(step.kwhPerKw() * step.charger().charge().maxKw());
  }

  /** What a step at full power costs, of costs by step. Unit: currency. */
  double fullPowerCost(int k, ConvexCosts costs, double plug) {
    double kw = storage.steps().get(k).charger().charge().maxKw();
    return kw == 0 ? 0 : costs.at(k, kw) + wearPerKw[k] * kw + plug;
  }

  /** The same at a price. */
  double fullPowerCost(int k, double pricePerKw, double plug) {
    double kw = storage.steps().get(k).charger().charge().maxKw();
    return kw == 0 ? 0 : (pricePerKw + wearPerKw[k]) * kw + plug;
  }
}
