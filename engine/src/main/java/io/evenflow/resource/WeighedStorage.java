package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Reservoir;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import io.evenflow.formulation.StorageModel;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A session, a vehicle or a battery whose binaries are weighed in one row more, its last: what the
 * paper's penalty makes of them in stage 1, and how many of them are turned in stage 2. It answers
 * prices of that row as exactly as those of its powers.
 */
public final class WeighedStorage implements Resource {
  private static final int RESTING = 0;
  private static final int CHARGING = 1;
  private static final int DISCHARGING = 2;

  private final StorageResource powers;
  private final StorageOracle oracle;
  private final int[] powerRows;
  private final int[] rows;
  private final int n;

  /** What a binary weighs at 0 and at 1, by step: of charging, then of discharging. */
  private final double[][] atZero;

  private final double[][] atOne;

  /** What each step weighs, by mode. */
  private final double[][] weight;

  private double least;
  private double most;
  private final ConvexCosts costs = new ConvexCosts();
  private double[] netKw = new double[0];
  private double ownCost;

  /**
   * @param powers in the order of its steps; nothing weighs anything yet
   * @param row above all of its rows
   */
  public WeighedStorage(StorageResource powers, int row) {
    this.powers = powers;
    oracle = new StorageOracle(powers.storage(), OnCosts.EACH);
    powerRows = powers.rows();
    rows = Arrays.copyOf(powerRows, powerRows.length + 1);
    rows[powerRows.length] = row;
    n = powerRows.length;
    atZero = new double[2][n];
    atOne = new double[2][n];
    weight = new double[3][n];
  }

  public Storage storage() {
    return powers.storage();
  }

  /** Net powers of a profile by step. Unit: kW. */
  public double[] netKw(Profile profile) {
    return powers.netKw(alone(profile));
  }

  /** Weighs binaries z with perUnit·(1 − 2z₀)·z: the penalty Σ(z − z²), linearised at z₀. */
  public void penalise(Modes at, double perUnit) {
    for (int k = 0; k < n; k++) {
      weigh(0, k, 0, perUnit * (1 - 2 * at.charging()[k]));
      weigh(1, k, 0, perUnit * (1 - 2 * at.discharging()[k]));
    }
    weighModes();
  }

  /**
   * Counts the binaries that are not what they are in a point.
   *
   * @param threshold binaries farther from 0 and 1 than this are counted neither way
   */
  public void countTurned(Modes at, double threshold) {
    for (int k = 0; k < n; k++) {
      count(0, k, at.charging()[k], threshold);
      count(1, k, at.discharging()[k], threshold);
    }
    weighModes();
  }

  private void count(int kind, int k, double z, double threshold) {
    weigh(kind, k, z >= 1 - threshold ? 1 : 0, z <= threshold ? 1 : 0);
  }

  private void weigh(int kind, int k, double zero, double one) {
    atZero[kind][k] = Double.isNaN(zero) ? 0 : zero;
    atOne[kind][k] = Double.isNaN(one) ? 0 : one;
  }

  /** At rest a binary may be 1 where its least power is 0; it is where that weighs less. */
  private void weighModes() {
    least = 0;
    most = 0;
    for (int k = 0; k < n; k++) {
      weight[CHARGING][k] = atOne[0][k] + atZero[1][k];
      weight[DISCHARGING][k] = atZero[0][k] + atOne[1][k];
      double rest = atZero[0][k] + atZero[1][k];
      for (int mode = CHARGING; mode <= DISCHARGING; mode++) {
        rest = canRest(mode, k) ? Math.min(rest, weight[mode][k]) : rest;
      }
      weight[RESTING][k] = rest;
      least += Math.min(rest, Math.min(weight[CHARGING][k], weight[DISCHARGING][k]));
      most += Math.max(rest, Math.max(weight[CHARGING][k], weight[DISCHARGING][k]));
    }
  }

  /** Whether a power of 0 is one of a mode. */
  private boolean canRest(int mode, int k) {
    Charger charger = storage().steps().get(k).charger();
    PowerRange range = mode == CHARGING ? charger.charge() : charger.discharge();
    return range != null && range.minKw() == 0;
  }

  private double weightOf(double[] powersKw) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      int mode = powersKw[k] > 0 ? CHARGING : powersKw[k] < 0 ? DISCHARGING : RESTING;
      sum += weight[mode][k];
    }
    return sum;
  }

  @Override
  public String id() {
    return powers.id();
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public double least(int i) {
    return i < n ? powers.least(i) : Math.min(0, least);
  }

  @Override
  public double most(int i) {
    return i < n ? powers.most(i) : Math.max(0, most);
  }

  @Override
  public double answer(double[] pricePerUnit) {
    costs.setLinear(pricePerUnit, powerRows);
    double value = solve(pricePerUnit[rows[n]]);
    take();
    return value;
  }

  /** Each line of the weight's cost gives a bound, and something to do; the best of both. */
  @Override
  public double answer(ConvexCosts given) {
    double bound = Double.NEGATIVE_INFINITY;
    double best = Double.POSITIVE_INFINITY;
    for (int line = given.firstPiece(n); line < given.firstPiece(n + 1); line++) {
      costs.set(given, n);
      bound = Math.max(bound, given.constant(line) + solve(given.perUnit(line)));
      double found = given.of(new Profile(amounts(oracle.netKw()), oracle.ownCost()));
      if (found < best || netKw.length == 0) {
        best = found;
        take();
      }
    }
    return bound;
  }

  /** At the costs of powers that are set, and a price of the weight. */
  private double solve(double price) {
    double atRest = 0;
    for (int mode = CHARGING; mode <= DISCHARGING; mode++) {
      for (int k = 0; k < n; k++) {
        costs.beginRow();
        double on = price * (weight[mode][k] - weight[RESTING][k]);
        costs.addPiece(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, on, 0);
      }
    }
    for (int k = 0; k < n; k++) {
      atRest += price * weight[RESTING][k];
    }
    return oracle.solve(costs) + atRest;
  }

  private void take() {
    netKw = oracle.netKw().clone();
    ownCost = oracle.ownCost();
  }

  private double[] amounts(double[] powersKw) {
    double[] amounts = Arrays.copyOf(powers.amounts(powersKw), n + 1);
    amounts[n] = weightOf(powersKw);
    return amounts;
  }

  /** The profile of the powers alone, with what it weighs. */
  private Profile weighed(Profile alone) {
    double[] amounts = Arrays.copyOf(alone.amounts(), n + 1);
    amounts[n] = weightOf(powers.netKw(alone));
    return new Profile(amounts, alone.ownCost());
  }

  private Profile alone(Profile weighed) {
    return new Profile(Arrays.copyOf(weighed.amounts(), n), weighed.ownCost());
  }

  @Override
  public Profile profile() {
    return new Profile(amounts(netKw), ownCost);
  }

  @Override
  public @Nullable Profile idle() {
    Profile idle = powers.idle();
    return idle == null ? null : weighed(idle);
  }

  @Override
  public Profile priced(double[] amounts) {
    return weighed(powers.priced(Arrays.copyOf(amounts, n)));
  }

  @Override
  public double unavoidableCost() {
    return powers.unavoidableCost();
  }

  /** Weights have no linear picture. */
  private boolean isWeighed() {
    return Arrays.stream(weight).flatMapToDouble(Arrays::stream).anyMatch(each -> each != 0);
  }

  @Override
  public @Nullable Reservoir reservoir() {
    return isWeighed() ? null : powers.reservoir();
  }

  @Override
  public @Nullable Reservoir heldTo(Profile profile) {
    return isWeighed() ? null : powers.heldTo(alone(profile));
  }

  @Override
  public @Nullable Profile mended(Reservoir held, double[] found) {
    Profile mended = powers.mended(held, found);
    return mended == null ? null : weighed(mended);
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    StorageModel model = new StorageModel(storage(), program);
    ResourceModel alone = powers.inProgram(model);
    return new ResourceModel() {
      @Override
      public void addAmount(AffineBuilder sum, int i) {
        if (i < n) {
          alone.addAmount(sum, i);
          return;
        }
        for (int k = 0; k < n; k++) {
          sum.add(atZero[0][k] + atZero[1][k]);
          model.addCharging(sum, atOne[0][k] - atZero[0][k], k);
          model.addDischarging(sum, atOne[1][k] - atZero[1][k], k);
        }
      }

      @Override
      public Profile profile(double[] x) {
        return weighed(alone.profile(x));
      }

      @Override
      public void setPoint(double[] x, Profile profile) {
        alone.setPoint(x, alone(profile));
        double[] netKw = netKw(profile);
        for (int k = 0; k < n; k++) {
          boolean isLighter = netKw[k] == 0 && weight[RESTING][k] < atZero[0][k] + atZero[1][k];
          if (isLighter) {
            boolean isCharging = canRest(CHARGING, k) && weight[RESTING][k] == weight[CHARGING][k];
            model.setModes(x, k, isCharging, !isCharging);
          }
        }
      }
    };
  }
}
