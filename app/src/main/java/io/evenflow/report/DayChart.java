package io.evenflow.report;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day, or several, in a text picture: price, vehicles' net power, and when a limit binds. */
final class DayChart {
  private static final int CHARACTERS = 48;
  private static final int MOST_BARS = 48;
  private static final int HEIGHT = 3;
  private final Scenario scenario;
  private final int periodsPerBar;
  private final Bars bars;
  private final TimeAxis axis;
  private final List<String> lines = new ArrayList<>();

  private DayChart(Scenario scenario) {
    this.scenario = scenario;
    periodsPerBar = Math.ceilDiv(scenario.periods(), MOST_BARS);
    int count = Math.ceilDiv(scenario.periods(), periodsPerBar);
    int width = Math.clamp(CHARACTERS / count, 1, 3);
    bars = new Bars(width);
    axis = new TimeAxis(scenario.horizon(), periodsPerBar, width);
  }

  /**
   * Lines of the picture.
   *
   * @param uncontrolled what vehicles would do alone, null to leave it out
   * @param binding by period, whether a limit binds
   */
  static List<String> of(
      Scenario scenario, Dispatch dispatch, @Nullable Dispatch uncontrolled, boolean[] binding) {
    DayChart chart = new DayChart(scenario);
    chart.axis.lines().forEach(line -> chart.lines.add(label("") + line));
    chart.addPrices();
    double[] power = chart.means(VehiclePower.netKw(dispatch, scenario.periods()));
    double[] alone =
        uncontrolled == null
            ? new double[0]
            : chart.means(VehiclePower.netKw(uncontrolled, scenario.periods()));
    double full = Math.max(peak(power), peak(alone));
    if (uncontrolled != null) {
      chart.addPower("uncontrolled", alone, full, 2);
    }
    chart.addPower("coordinated", power, full, HEIGHT);
    chart.addBinding(binding);
    return chart.lines;
  }

  private void addPrices() {
    double[] prices = means(scenario.prices().toArray());
    double low = Arrays.stream(prices).min().orElse(0);
    double high = Arrays.stream(prices).max().orElse(0);
    String range = Figures.decimals(low, 0) + " … " + Figures.decimals(high, 0);
    String unit = " " + scenario.currency() + "/MWh";
    lines.add(label("price") + bars.between(prices, low, high) + "  " + range + unit);
  }

  private void addPower(String name, double[] kw, double full, int height) {
    double high = Math.max(0, Arrays.stream(kw).max().orElse(0));
    double low = Math.min(0, Arrays.stream(kw).min().orElse(0));
    String range = Figures.decimals(low, 0) + " … " + Figures.decimals(high, 0) + " kW";
    List<String> up = bars.upwards(kw, full, height);
    for (int i = 0; i < up.size(); i++) {
      boolean last = i == up.size() - 1;
      if (last || !up.get(i).isBlank()) {
        String line = label(last ? name : "") + up.get(i) + (last ? "  " + range : "");
        lines.add(line.stripTrailing());
      }
    }
    for (String line : bars.downwards(kw, full, height)) {
      if (!line.isBlank()) {
        lines.add((label("") + line).stripTrailing());
      }
    }
  }

  private void addBinding(boolean[] binding) {
    boolean[] marked = new boolean[Math.ceilDiv(binding.length, periodsPerBar)];
    boolean any = false;
    for (int t = 0; t < binding.length; t++) {
      marked[t / periodsPerBar] |= binding[t];
      any |= binding[t];
    }
    if (any) {
      lines.add((label("limit binds") + bars.marks(marked, '▲')).stripTrailing());
    }
  }

  private double[] means(double[] byPeriod) {
    double[] sums = new double[Math.ceilDiv(byPeriod.length, periodsPerBar)];
    for (int t = 0; t < byPeriod.length; t++) {
      int periods = Math.min(periodsPerBar, byPeriod.length - t / periodsPerBar * periodsPerBar);
      sums[t / periodsPerBar] += byPeriod[t] / periods;
    }
    return sums;
  }

  private static double peak(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static String label(String name) {
    return name + " ".repeat(14 - name.length());
  }
}
