package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Who has less energy than wanted, how much is missing and why: what a reader must see first. */
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

  static Shortfalls of(
      Scenario scenario, Dispatch dispatch, List<BindingLimit> binding, SiteLimits sites) {
    return new Shortfalls(scenario, ShortfallSearch.all(scenario, dispatch, binding, sites));
  }

  /** Rows of the whole table. */
  int count() {
    return all.size();
  }

  /** Sessions and vehicles that are short; one may be so several times. */
  private int whoCount() {
    return (int) all.stream().map(Shortfall::who).distinct().count();
  }

  /** "leaves short of target", and for several "leave". */
  String verb() {
    return whoCount() == 1 ? "leaves" : "leave";
  }

  boolean isNone() {
    return all.isEmpty();
  }

  /** "3 of 61 sessions". */
  String who() {
    int fleet = scenario.sessions().size() + scenario.vehicles().size();
    return Figures.decimals(whoCount(), 0) + " of " + Figures.count(fleet, Fleet.one(scenario));
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
    List<String> lines = new ArrayList<>();
    lines.add("Short     %s %s short of target, %s in all:".formatted(who(), verb(), howMuch()));
    lines.add("          " + why());
    Table table = table(NAMED, INDENT);
    lines.addAll(table.lines());
    if (all.size() > NAMED) {
      lines.add(INDENT + "and " + Figures.decimals(all.size() - NAMED, 0) + " more");
    }
    lines.add("");
    return lines;
  }

  /** Sessions leave then; others may want energy at other times too. */
  private String wanted() {
    boolean isOnDeparture =
        scenario.vehicles().isEmpty()
            && scenario.sessions().stream().allMatch(each -> each.details().targets().isEmpty());
    return isOnDeparture ? "leaves" : "wanted at";
  }

  /** The worst as a table: names of columns, their units, then a row each. */
  Table table(int most, String indent) {
    Table table =
        new Table()
            .names(0, 1)
            .words(2, 5)
            .row(indent + Fleet.one(scenario), "station", wanted(), "missing", "target", "why")
            .row("", "", "", "kWh", "kWh", "");
    for (Shortfall shortfall : all.subList(0, Math.min(most, all.size()))) {
      table.row(
          indent + shortfall.who(),
          shortfall.station(),
          Clock.time(scenario.horizon(), shortfall.period()),
          Figures.decimals(shortfall.missingKwh(), shortfall.missingKwh() < 0.1 ? 2 : 1),
          Figures.decimals(shortfall.targetKwh(), 1),
          shortfall.why());
    }
    return table;
  }
}
