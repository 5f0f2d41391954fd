package io.evenflow.report;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What coordination is worth against charging on arrival. Money for energy and what missing energy
 * is said to cost are kept apart: a high price of shortfalls would make any saving look great.
 */
final class Savings {
  private Savings() {}

  static List<String> of(Scenario scenario, Result result, Result uncontrolled) {
    Cost cost = result.cost();
    Cost alone = uncontrolled.cost();
    if (cost == null || alone == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(energy(scenario, cost, alone, result.withoutVehicles()));
    double shortfall = alone.shortfall() - cost.shortfall();
    if (Math.abs(shortfall) >= 0.005) {
      lines.add(verb(shortfall) + money(scenario, shortfall) + " of shortfall costs.");
    }
    lines.add(limits(broken(result), broken(uncontrolled)));
    return lines;
  }

  private static String energy(
      Scenario scenario, Cost cost, Cost alone, @Nullable Double withoutVehicles) {
    double energyAlone = alone.generation() + alone.charging();
    double saved = energySaved(cost, alone);
    String share = "";
    // Against what vehicles cost alone: the load nobody can move would hide it.
    if (withoutVehicles != null && energyAlone > withoutVehicles && saved >= 0) {
      double part = saved / (energyAlone - withoutVehicles);
      share = ", " + Figures.percent(part) + " of the vehicles'";
    }
    return verb(saved) + money(scenario, saved) + " of energy costs" + share + ".";
  }

  /** Costs of energy less than those of charging on arrival, shortfalls left out. */
  static double energySaved(Cost cost, Cost alone) {
    return alone.generation() + alone.charging() - cost.generation() - cost.charging();
  }

  private static String verb(double saved) {
    return saved >= 0 ? "Against uncontrolled this saves " : "Against uncontrolled this adds ";
  }

  private static String money(Scenario scenario, double amount) {
    return Figures.money(Math.abs(amount)) + " " + scenario.currency();
  }

  private static String limits(int here, int alone) {
    if (alone == 0) {
      return here == 0 ? "Neither breaks a limit." : "Uncontrolled would break no limit.";
    }
    String kept = here == 0 ? ", this schedule none." : ".";
    return "Uncontrolled would break limits " + Figures.count(alone, "time") + kept;
  }

  private static int broken(Result result) {
    Verification check = result.verification();
    return check == null ? 0 : check.violations().size();
  }
}
