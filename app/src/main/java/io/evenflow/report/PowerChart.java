package io.evenflow.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn stacked upwards, what is fed in stacked downwards. Unit: kW.
 *
 * @param layers from the axis outwards, those drawn first
 * @param net all together by period
 * @param uncontrolled the same where vehicles charge on arrival, null where there is none
 */
record PowerChart(
    List<Layer> layers, List<@Nullable Double> net, @Nullable List<@Nullable Double> uncontrolled) {
  private static final int DECIMALS = 3;

  /**
   * One kind of power.
   *
   * @param name of it
   * @param kw by period, 0 or more
   * @param from its end at the axis by period
   * @param to its outer end by period
   */
  record Layer(
      String name,
      List<@Nullable Double> kw,
      List<@Nullable Double> from,
      List<@Nullable Double> to) {}

  /** Charging always, all else where it is. */
  static PowerChart of(Powers powers, @Nullable Powers uncontrolled) {
    Stack drawn = new Stack(1, powers.net().length);
    drawn.addIfAny("buildings", powers.buildings());
    drawn.add("charging", powers.charging());
    drawn.addIfAny("batteries charging", powers.batteryCharging());
    Stack fed = new Stack(-1, powers.net().length);
    fed.addIfAny("PV", powers.solar());
    fed.addIfAny("batteries feeding in", powers.batteryFeeding());
    fed.addIfAny("feeding back", powers.feedingBack());
    drawn.layers.addAll(fed.layers);
    return new PowerChart(
        drawn.layers,
        Series.of(powers.net(), DECIMALS),
        uncontrolled == null ? null : Series.of(uncontrolled.net(), DECIMALS));
  }

  private static final class Stack {
    private final List<Layer> layers = new ArrayList<>();
    private final int sign;
    private double[] top;

    Stack(int sign, int periods) {
      this.sign = sign;
      top = new double[periods];
    }

    void addIfAny(String name, double[] kw) {
      if (Powers.isAny(kw)) {
        add(name, kw);
      }
    }

    void add(String name, double[] kw) {
      double[] from = top;
      double[] to = new double[kw.length];
      Arrays.setAll(to, t -> from[t] + sign * kw[t]);
      layers.add(
          new Layer(
              name, Series.of(kw, DECIMALS), Series.of(from, DECIMALS), Series.of(to, DECIMALS)));
      top = to;
    }
  }
}
