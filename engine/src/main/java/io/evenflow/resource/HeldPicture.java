package io.evenflow.resource;

import io.evenflow.coordination.Reservoir;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A storage that keeps to when it charges, when it discharges and when it rests, as a {@link
 * Reservoir}: how much it does so is linear, least powers included.
 */
final class HeldPicture {
  /** A level that misses its bounds by less keeps them: what rounding made of it. Unit: kWh */
  private static final double KEPT_KWH = 1e-9;

  private HeldPicture() {}

  /**
   * @param rows the row of the power in each step
   * @param netKw by step, what it does
   * @return null where powers come in steps or depend on the energy: those are not linear
   */
  static @Nullable Reservoir of(Storage storage, int[] rows, double[] netKw, boolean hasPlugs) {
    if (!storage.details().powerStepsKw().isEmpty() || storage.details().chargingCurve() != null) {
      return null;
    }
    Reservoir free = StoragePicture.of(storage, rows);
    int n = netKw.length;
    double[] least = new double[n];
    double[] most = new double[n];
    for (int k = 0; k < n; k++) {
      PowerRange charge = storage.steps().get(k).charger().charge();
      PowerRange discharge = storage.steps().get(k).charger().discharge();
      if (netKw[k] > 0) {
        least[k] = charge.minKw();
        most[k] = charge.maxKw();
      } else if (netKw[k] < 0 && discharge != null) {
        least[k] = -discharge.maxKw();
        most[k] = -discharge.minKw();
      } else if (charge.minKw() == 0 && !hasPlugs) {
        most[k] = charge.maxKw();
      }
    }
    int[] moving = IntStream.range(0, n).filter(k -> least[k] < most[k] || least[k] != 0).toArray();
    return new Reservoir(
        IntStream.of(moving).map(k -> rows[k]).toArray(),
        pick(least, moving),
        pick(most, moving),
        pick(free.filled(), moving),
        pick(free.emptied(), moving),
        merged(free.lowest(), moving, Math::max),
        merged(free.highest(), moving, Math::min),
        merged(free.wanted(), moving, Math::max),
        pick(free.movingCost(), moving),
        free.missingCost(),
        free.worth());
  }

  private static double[] pick(double[] values, int[] chosen) {
    return IntStream.of(chosen).mapToDouble(k -> values[k]).toArray();
  }

  /** While it rests its level is that after it moved last, which all bounds until then are for. */
  private static double[] merged(double[] bounds, int[] moving, DoubleBinaryOperator stricter) {
    double[] merged = new double[moving.length];
    for (int i = 0; i < moving.length; i++) {
      int end = i + 1 < moving.length ? moving[i + 1] : bounds.length;
      merged[i] = Arrays.stream(bounds, moving[i], end).reduce(stricter).orElseThrow();
    }
    return merged;
  }

  /**
   * Net powers that a solver found but for a tolerance, put within their ranges and levels; null
   * where moving earlier powers does not do.
   */
  static double @Nullable [] mended(Reservoir held, double[] found) {
    double[] netKw = found.clone();
    for (int k = 0; k < netKw.length; k++) {
      netKw[k] = Math.clamp(netKw[k], held.least()[k], held.most()[k]);
    }
    for (int k = 0; k < netKw.length; k++) {
      double level = level(held, netKw, k);
      double off =
          level > held.highest()[k]
              ? held.highest()[k] - level
              : Math.max(0, held.lowest()[k] - level);
      if (!shift(held, netKw, k, off)) {
        return null;
      }
    }
    return netKw;
  }

  private static double level(Reservoir held, double[] netKw, int k) {
    double level = 0;
    for (int i = 0; i <= k; i++) {
      level += netKw[i] > 0 ? held.filled()[i] * netKw[i] : held.emptied()[i] * netKw[i];
    }
    return level;
  }

  /** Moves powers up to the k-th, the last ones first, until the level after it is another. */
  private static boolean shift(Reservoir held, double[] netKw, int k, double off) {
    double left = off;
    for (int i = k; i >= 0 && Math.abs(left) > KEPT_KWH; i--) {
      boolean feeds = netKw[i] < 0 || held.most()[i] <= 0;
      double perKw = feeds ? held.emptied()[i] : held.filled()[i];
      double next = Math.clamp(netKw[i] + left / perKw, held.least()[i], held.most()[i]);
      left -= (next - netKw[i]) * perKw;
      netKw[i] = next;
    }
    return Math.abs(left) <= KEPT_KWH;
  }

  /** Whether levels, in order of steps, keep their bounds. */
  static boolean isKept(Reservoir held, double[] netKw) {
    for (int k = 0; k < netKw.length; k++) {
      double level = level(held, netKw, k);
      if (level < held.lowest()[k] - KEPT_KWH || level > held.highest()[k] + KEPT_KWH) {
        return false;
      }
    }
    return true;
  }

  static double[] ofRows(Reservoir held, int[] rows, double[] amounts) {
    return Arrays.stream(held.rows())
        .mapToDouble(row -> amounts[Arrays.binarySearch(rows, row)])
        .toArray();
  }
}
