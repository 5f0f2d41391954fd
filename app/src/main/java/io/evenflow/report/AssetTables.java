package io.evenflow.report;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.LimitValue;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Settlement.Peak;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tables that a day has only with what they are about; their first two rows are names and units.
 */
final class AssetTables {
  /** Limits shown, of each period one. */
  private static final int LIMITS = 20;

  private AssetTables() {}

  /** Batteries by id: where, drawn, fed in, energy at both ends. */
  static Table batteries(Scenario scenario, Dispatch dispatch) {
    Table table =
        new Table()
            .names(0)
            .words(1)
            .row("battery", "at", "charged", "fed in", "start", "end", "capacity")
            .row("", "", "kWh", "kWh", "kWh", "kWh", "kWh");
    for (int b = 0; b < dispatch.assets().batteryChargeKw().length; b++) {
      Battery battery = scenario.batteries().get(b);
      double[] energy = BatteryChart.energyKwh(scenario, dispatch, b);
      table.row(
          battery.id(),
          place(battery.location()),
          kwh(energy(scenario, dispatch.assets().batteryChargeKw()[b])),
          kwh(energy(scenario, dispatch.assets().batteryDischargeKw()[b])),
          kwh(energy[0]),
          kwh(energy[energy.length - 1]),
          kwh(battery.capacityKwh()));
    }
    return table;
  }

  /** PV by id: where, what the sun gave, what was fed in and what was not taken. */
  static Table solar(Scenario scenario, Dispatch dispatch) {
    Table table =
        new Table()
            .names(0)
            .words(1)
            .row("PV", "at", "available", "fed in", "not taken", "reactive")
            .row("", "", "kWh", "kWh", "kWh", "kvarh");
    for (int p = 0; p < dispatch.assets().solarKw().length; p++) {
      Solar plant = scenario.solar().get(p);
      double available = energy(scenario, plant.availableKw().toArray());
      double fed = energy(scenario, dispatch.assets().solarKw()[p]);
      table.row(
          plant.id(),
          place(plant.location()),
          kwh(available),
          kwh(fed),
          kwh(available - fed),
          kwh(energy(scenario, dispatch.assets().solarKvar()[p])));
    }
    return table;
  }

  /** Highest imports that cost something. */
  static Table peaks(Scenario scenario, Settlement settlement) {
    Table table =
        new Table()
            .names(0)
            .row("peak", "highest import", "cost")
            .row("", "kW", scenario.currency());
    for (Peak peak : settlement.peaks()) {
      table.row(peak.where(), Figures.decimals(peak.kw(), 1), Figures.money(peak.cost()));
    }
    return table;
  }

  /** What limits that bind are worth. */
  static Table limitValues(Scenario scenario, Result result) {
    Table table =
        new Table()
            .names(0)
            .words(1, 2)
            .row("limit", "in", "one more", "saves from", "to")
            .row("", "", "", scenario.currency(), scenario.currency());
    for (LimitValue value : dearestFirst(result).subList(0, most(result))) {
      Integer period = value.period();
      table.row(
          value.limit(),
          period == null ? "all periods" : Clock.ranges(scenario.horizon(), List.of(period)),
          value.unit(),
          Figures.decimals(value.lowPerUnit(), 4),
          Figures.decimals(value.highPerUnit(), 4));
    }
    return table;
  }

  private static List<LimitValue> dearestFirst(Result result) {
    return result.limitValues().stream()
        .sorted(Comparator.comparingDouble(LimitValue::highPerUnit).reversed())
        .toList();
  }

  private static int most(Result result) {
    return Math.min(LIMITS, result.limitValues().size());
  }

  /** How many limits the table leaves out; empty for none. */
  private static String moreLimits(Result result) {
    int more = result.limitValues().size() - LIMITS;
    return more <= 0 ? "" : "and " + Figures.decimals(more, 0) + " more, each worth less";
  }

  /** All that there are, and the emissions; nothing where there are none. */
  static List<String> lines(
      Scenario scenario, Result result, Dispatch dispatch, Settlement settlement) {
    List<String> lines = new ArrayList<>();
    Double kg = settlement.emissionsKg();
    if (kg != null) {
      lines.add("");
      lines.add(
          "Emissions " + Figures.decimals(kg, 1) + " kg of CO₂ with what the feeder imports.");
    }
    List<Table> tables =
        List.of(
            peaks(scenario, settlement),
            batteries(scenario, dispatch),
            solar(scenario, dispatch),
            limitValues(scenario, result));
    for (Table table : tables) {
      if (table.rows().size() > 2) {
        lines.add("");
        lines.addAll(table.lines());
      }
    }
    if (!moreLimits(result).isEmpty()) {
      lines.add(moreLimits(result));
    }
    return lines;
  }

  /** All that there are, each below its heading; empty where there are none. */
  static String html(Scenario scenario, Result result, Dispatch dispatch, Verification check) {
    List<String> sections = new ArrayList<>();
    add(sections, "Batteries", batteries(scenario, dispatch), "two");
    add(sections, "PV", solar(scenario, dispatch), "two");
    add(sections, "Peaks", peaks(scenario, check.settlement()), "");
    add(sections, "What limits are worth over the day", limitValues(scenario, result), "three");
    if (!moreLimits(result).isEmpty()) {
      sections.add(Html.paragraph("note", moreLimits(result)));
    }
    return String.join("", sections);
  }

  private static void add(List<String> sections, String heading, Table table, String style) {
    List<List<String>> rows = table.rows();
    if (rows.size() > 2) {
      sections.add(
          "<section class=\"assets %s\">\n<h2>%s</h2>\n%s</section>\n"
              .formatted(
                  style,
                  Html.text(heading),
                  Html.numbers(rows.get(0), rows.get(1), rows.subList(2, rows.size()))));
    }
  }

  private static String place(Location location) {
    return location.station() == null ? "bus " + location.bus() : location.station();
  }

  private static double energy(Scenario scenario, double[] kw) {
    double kwh = 0;
    for (int t = 0; t < kw.length; t++) {
      kwh += scenario.horizon().hours(t) * kw[t];
    }
    return kwh;
  }

  private static String kwh(double energy) {
    return Figures.decimals(energy, 1);
  }
}
