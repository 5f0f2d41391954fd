package io.evenflow.resource;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The binaries α and β of a storage, (12)–(14) of arXiv 2409.19962, somewhere between 0 and 1: how
 * far it charges and discharges in each step. {@link #NONE} where there is nothing to choose.
 *
 * @param charging by step
 * @param discharging by step
 */
public record Modes(double[] charging, double[] discharging) {
  static final double NONE = Double.NaN;

  /**
   * The greatest binaries that net powers allow: 1 where a power is one that the storage can hold,
   * less where it is below the least, which only a mixture of powers can be.
   *
   * @param netKw by step, none beyond the greatest powers. Unit: kW
   */
  public static Modes of(Storage storage, double[] netKw) {
    int n = storage.steps().size();
    int given = storage.leastEnergy().givenPeriods();
    double[] charging = new double[n];
    double[] discharging = new double[n];
    Arrays.fill(charging, NONE);
    Arrays.fill(discharging, NONE);
    for (int k = given; k < n; k++) {
      PowerRange charge = storage.steps().get(k).charger().charge();
      PowerRange discharge = storage.steps().get(k).charger().discharge();
      if (discharge != null || charge.minKw() > 0) {
        charging[k] = on(netKw[k], charge.minKw());
      }
      if (discharge != null) {
        discharging[k] = on(-netKw[k], discharge.minKw());
      }
    }
    return new Modes(charging, discharging);
  }

  private static double on(double kw, double minKw) {
    return kw <= 0 ? 0 : minKw == 0 ? 1 : Math.min(1, kw / minKw);
  }

  /** All that there are, by step, α before β: the order of a storage's integers in programs. */
  public DoubleStream all() {
    double[] both = new double[2 * charging.length];
    for (int k = 0; k < charging.length; k++) {
      both[2 * k] = charging[k];
      both[2 * k + 1] = discharging[k];
    }
    return Arrays.stream(both).filter(z -> !Double.isNaN(z));
  }
}
