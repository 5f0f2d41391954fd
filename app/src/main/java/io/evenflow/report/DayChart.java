package io.evenflow.report;

import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day, or several, in a text picture: price, net power of vehicles, batteries and PV, and when
 * a limit binds.
 */
final class DayChart {
  private static final int LABEL = 13;
  private static final String GAP = "  ";

  /** Of the bars together, and where the figures beside them are long. */
  private static final int CHARACTERS = 48;

  private static final int FEW_CHARACTERS = 24;
  private static final int HEIGHT = 3;

  /** Above it powers are in MW. */
  private static final double MUCH_KW = 10_000;

  private final Scenario scenario;
  private final int periodsPerBar;
  private final Bars bars;
  private final TimeAxis axis;
  private final List<String> lines = new ArrayList<>();

  private DayChart(Scenario scenario, int characters) {
    this.scenario = scenario;
    periodsPerBar = Math.ceilDiv(scenario.periods(), characters);
    int count = Math.ceilDiv(scenario.periods(), periodsPerBar);
    int width = Math.clamp(characters / count, 1, 3);
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
    Powers powers = Powers.of(scenario, dispatch);
    double[] power = powers.vehicles();
    double[] alone =
        uncontrolled == null ? new double[0] : Powers.of(scenario, uncontrolled).vehicles();
    Map<String, double[]> others = others(powers);
    List<double[]> all = new ArrayList<>(others.values());
    all.add(power);
    all.add(alone);
    int widest =
        Stream.concat(Stream.of(priceRange(scenario)), all.stream().map(DayChart::powerRange))
            .mapToInt(TextWidth::of)
            .max()
            .orElse(0);
    boolean fits = LABEL + CHARACTERS + GAP.length() + widest <= TextWidth.TERMINAL;
    DayChart chart = new DayChart(scenario, fits ? CHARACTERS : FEW_CHARACTERS);
    chart.axis.lines().stream()
        .filter(line -> !line.isBlank()) // a horizon within an hour has no hours to name
        .forEach(line -> chart.lines.add(label("") + line));
    chart.addPrices();
    double full = all.stream().mapToDouble(kw -> peak(chart.means(kw))).max().orElse(0);
    if (uncontrolled != null) {
      chart.addPower("uncontrolled", alone, full, 2);
    }
    chart.addPower("coordinated", power, full, HEIGHT);
    others.forEach((name, kw) -> chart.addPower(name, kw, full, 2));
    chart.addBinding(binding);
    return chart.lines;
  }

  /** What is fed in hangs down. */
  private static Map<String, double[]> others(Powers powers) {
    Map<String, double[]> others = new LinkedHashMap<>();
    others.put("batteries", powers.batteries());
    others.put("PV", Arrays.stream(powers.solar()).map(kw -> -kw).toArray());
    others.put("buildings", powers.buildings());
    others.values().removeIf(kw -> !Powers.isAny(kw));
    return others;
  }

  /** Of the day, or of the import at stations where all of them have the same tariff. */
  private static double[] prices(Scenario scenario) {
    List<@Nullable Tariff> tariffs =
        scenario.stations().stream().map(each -> each.site().tariff()).distinct().toList();
    Tariff first = tariffs.isEmpty() ? null : tariffs.getFirst();
    return tariffs.size() == 1 && first != null
        ? first.importPerMwh().toArray()
        : scenario.prices().toArray();
  }

  private void addPrices() {
    double[] prices = means(prices(scenario));
    double low = Arrays.stream(prices).min().orElse(0);
    double high = Arrays.stream(prices).max().orElse(0);
    lines.add(label("price") + bars.between(prices, low, high) + GAP + priceRange(scenario));
  }

  /** Of the periods themselves, whatever bars are means of. */
  private static String priceRange(Scenario scenario) {
    double[] prices = prices(scenario);
    double low = Arrays.stream(prices).min().orElse(0);
    double high = Arrays.stream(prices).max().orElse(0);
    return range(low, high, 0) + " " + scenario.currency() + "/MWh";
  }

  private static String powerRange(double[] kw) {
    double high = Math.max(0, Arrays.stream(kw).max().orElse(0));
    double low = Math.min(0, Arrays.stream(kw).min().orElse(0));
    double most = Math.max(-low, high);
    return most < MUCH_KW
        ? range(low, high, 0) + " kW"
        : range(low / 1000, high / 1000, most < 10 * MUCH_KW ? 2 : 0) + " MW";
  }

  private static String range(double low, double high, int decimals) {
    return Figures.decimals(low, decimals) + " … " + Figures.decimals(high, decimals);
  }

  private void addPower(String name, double[] kw, double full, int height) {
    double[] means = means(kw);
    List<String> up = bars.upwards(means, full, height);
    for (int i = 0; i < up.size(); i++) {
      boolean last = i == up.size() - 1;
      if (last || !up.get(i).isBlank()) {
        String line = label(last ? name : "") + up.get(i) + (last ? GAP + powerRange(kw) : "");
        lines.add(line.stripTrailing());
      }
    }
    for (String line : bars.downwards(means, full, height)) {
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
    return name + " ".repeat(LABEL - name.length());
  }
}
