package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Who leaves short of target, how much is missing and why: what a reader must see first. */
final class Shortfalls {
  private static final int NAMED = 5;

  /** How lines of text show a table. */
  private static final String INDENT = "  ";

  private final Scenario scenario;
  private final List<Shortfall> all;

  private Shortfalls(Scenario scenario, List<Shortfall> all) {
    this.scenario = scenario;
    this.all = all;
  }

  static Shortfalls of(Scenario scenario, Dispatch dispatch, List<BindingLimit> binding) {
    return new Shortfalls(scenario, Shortfall.of(scenario, dispatch, binding));
  }

  /** Energy missing on all departures together. Unit: kWh. */
  static double missingKwh(Scenario scenario, Dispatch dispatch) {
    double missing = 0;
    for (int s = 0; s < scenario.sessions().size(); s++) {
      missing += dispatch.shortfallKwh(s, scenario.sessions().get(s), scenario.horizon());
    }
    return missing;
  }

  int count() {
    return all.size();
  }

  boolean isNone() {
    return all.isEmpty();
  }

  /** "3 of 61 sessions". */
  String who() {
    return Figures.decimals(all.size(), 0)
        + " of "
        + Figures.count(scenario.sessions().size(), "session");
  }

  /** "12.3 kWh". */
  String howMuch() {
    return kwh(sum(Shortfall::missingKwh));
  }

  /** "9.0 kWh by congestion, 3.3 kWh out of reach at full power", or "all of it by congestion". */
  String why() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("by congestion", sum(each -> each.isCongested() ? each.avoidableKwh() : 0));
    parts.put("though no limit binds", sum(each -> each.isCongested() ? 0 : each.avoidableKwh()));
    parts.put("out of reach at full power", sum(Shortfall::outOfReachKwh));
    parts.values().removeIf(energy -> energy < Shortfall.LEAST_KWH);
    return parts.size() == 1
        ? "all of it " + parts.keySet().iterator().next()
        : parts.entrySet().stream()
            .map(part -> kwh(part.getValue()) + " " + part.getKey())
            .collect(Collectors.joining(", "));
  }

  private double sum(ToDoubleFunction<Shortfall> part) {
    return all.stream().mapToDouble(part).sum();
  }

  private static String kwh(double energy) {
    // Less than a tenth must not look like nothing.
    return Figures.decimals(energy, energy < 0.1 ? 2 : 1) + " kWh";
  }

  /** The total, its causes and the worst few; empty where there is none. */
  List<String> lines() {
    if (isNone()) {
      return List.of();
    }
    boolean isOne = all.size() == 1;
    List<String> lines = new ArrayList<>();
    lines.add(
        "Short     %s %s short of target, %s in all:"
            .formatted(who(), isOne ? "leaves" : "leave", howMuch()));
    lines.add("          " + why());
    Table table = table(NAMED, INDENT);
    lines.addAll(table.lines());
    if (all.size() > NAMED) {
      lines.add(INDENT + "and " + Figures.decimals(all.size() - NAMED, 0) + " more");
    }
    lines.add("");
    return lines;
  }

  /** The worst as a table: names of columns, their units, then a row each. */
  Table table(int most, String indent) {
    Table table =
        new Table()
            .names(0, 1)
            .words(2, 5)
            .row(indent + "session", "station", "leaves", "missing", "target", "why")
            .row("", "", "", "kWh", "kWh", "");
    Horizon horizon = scenario.horizon();
    for (Shortfall shortfall : all.subList(0, Math.min(most, all.size()))) {
      table.row(
          indent + shortfall.session().id(),
          shortfall.session().station(),
          Clock.time(scenario.horizon(), shortfall.session().departure()),
          Figures.decimals(shortfall.missingKwh(), shortfall.missingKwh() < 0.1 ? 2 : 1),
          Figures.decimals(shortfall.session().targetEnergyKwh(), 1),
          shortfall.why(horizon));
    }
    return table;
  }
}
