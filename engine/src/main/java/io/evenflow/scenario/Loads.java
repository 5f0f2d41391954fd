package io.evenflow.scenario;

import java.util.List;

/**
 * How the loads of the case file move over the horizon: scale[t]·(Pd + jQd) + adjustments.
 *
 * @param scale T factors on every Pd and Qd
 * @param adjustments powers added at single buses
 */
public record Loads(double[] scale, List<Adjustment> adjustments) {
  public Loads {
    scale = scale.clone();
    adjustments = List.copyOf(adjustments);
  }

  /** A copy. */
  @Override
  public double[] scale() {
    return scale.clone();
  }

  /**
   * Powers added to the load of one bus.
   *
   * @param bus number of the bus in the case file
   * @param activeKw T numbers. Unit: kW
   * @param reactiveKvar T numbers. Unit: kvar
   */
  public record Adjustment(int bus, double[] activeKw, double[] reactiveKvar) {
    public Adjustment {
      activeKw = activeKw.clone();
      reactiveKvar = reactiveKvar.clone();
    }

    /** A copy. */
    @Override
    public double[] activeKw() {
      return activeKw.clone();
    }

    /** A copy. */
    @Override
    public double[] reactiveKvar() {
      return reactiveKvar.clone();
    }
  }

  /** The loads of the case file in every period. */
  public static Loads flat(int periods) {
    double[] ones = new double[periods];
    java.util.Arrays.fill(ones, 1);
    return new Loads(ones, List.of());
  }
}
