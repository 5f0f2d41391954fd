package io.evenflow.report;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
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
  /** What tables with one decimal show. Unit: kWh. */
  private static final double NOTABLE_KWH = 0.05;

  private Savings() {}

  static List<String> of(Scenario scenario, Result result, Result uncontrolled) {
    Cost cost = result.cost();
    Cost alone = uncontrolled.cost();
    if (cost == null || alone == null) {
      return List.of();
    }
    String less = lessEnergy(scenario, result, uncontrolled);
    double shortfall = alone.shortfall() - cost.shortfall();
    List<String> lines = new ArrayList<>();
    if (Math.abs(shortfall) >= 0.005) {
      lines.add(verb(shortfall) + money(scenario, shortfall) + " of shortfall costs.");
    }
    // What is saved by leaving vehicles short is nothing to put a share on.
    String energy =
        less.isEmpty()
            ? energy(scenario, cost, alone, result.withoutVehicles())
            : energy(scenario, cost, alone, null);
    // Shortfalls first where there are more of them.
    lines.add(less.isEmpty() ? 0 : lines.size(), energy + less + ".");
    lines.add(limits(broken(result), broken(uncontrolled)));
    return lines;
  }

  /** ", with 12.3 kWh more missing"; empty where there is not less in them. */
  static String lessEnergy(Scenario scenario, Result result, Result uncontrolled) {
    double more = moreMissingKwh(scenario, result, uncontrolled);
    return more < NOTABLE_KWH ? "" : ", with " + Figures.decimals(more, 1) + " kWh more missing";
  }

  /** Energy missing here beyond what charging on arrival leaves missing. Unit: kWh. */
  private static double moreMissingKwh(Scenario scenario, Result result, Result uncontrolled) {
    Dispatch here = result.dispatch();
    Dispatch alone = uncontrolled.dispatch();
    return here == null || alone == null
        ? 0
        : Missing.ofAll(scenario, here) - Missing.ofAll(scenario, alone);
  }

  private static String energy(
      Scenario scenario, Cost cost, Cost alone, @Nullable Double withoutVehicles) {
    double energyAlone = alone.total() - alone.shortfall();
    double saved = energySaved(cost, alone);
    String share = "";
    // Against what vehicles cost alone: the load nobody can move would hide it.
    if (withoutVehicles != null && energyAlone > withoutVehicles && saved >= 0) {
      double part = saved / (energyAlone - withoutVehicles);
      share = ", " + Figures.percent(part) + " of the vehicles'";
    }
    String what = isEnergyAlone(cost, alone) ? " of energy costs" : " of costs beside shortfalls";
    return verb(saved) + money(scenario, saved) + what + share;
  }

  /** Costs less than those of charging on arrival, shortfalls left out. */
  static double energySaved(Cost cost, Cost alone) {
    return alone.total() - alone.shortfall() - (cost.total() - cost.shortfall());
  }

  /**
   * Whether nothing but energy and shortfalls costs: no peaks, emissions, wear or stored energy.
   */
  static boolean isEnergyAlone(Cost cost, Cost alone) {
    return beside(cost) < 0.005 && beside(alone) < 0.005;
  }

  private static double beside(Cost cost) {
    return Math.abs(cost.peaks())
        + Math.abs(cost.emissions())
        + Math.abs(cost.wear())
        + Math.abs(cost.stored());
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
