package io.evenflow.report;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.List;

/** What coordination is worth against charging on arrival, in one sentence. */
final class Savings {
  private Savings() {}

  static List<String> of(Scenario scenario, Result result, Result uncontrolled) {
    Double cost = result.objective();
    Double alone = uncontrolled.objective();
    if (cost == null || alone == null || result.method().equals(uncontrolled.method())) {
      return List.of();
    }
    double saved = alone - cost;
    String sentence =
        saved >= 0
            ? "Coordination saves " + Figures.money(saved) + " " + scenario.currency()
            : "Coordination costs " + Figures.money(-saved) + " " + scenario.currency() + " more";
    return List.of(sentence + share(saved, uncontrolled, result) + limits(result, uncontrolled));
  }

  /** Against what vehicles cost alone: the load nobody can move would hide it. */
  private static String share(double saved, Result uncontrolled, Result result) {
    Double alone = uncontrolled.objective();
    Double without = result.withoutVehicles();
    if (alone == null || without == null || alone - without <= 0 || saved < 0) {
      return "";
    }
    return ", " + Figures.percent(saved / (alone - without)) + " of what the vehicles would cost";
  }

  private static String limits(Result result, Result uncontrolled) {
    int here = broken(result);
    int alone = broken(uncontrolled);
    if (alone == 0) {
      return here == 0 ? "; neither breaks a limit" : "; uncontrolled would break no limit";
    }
    String kept = here == 0 ? ", which this schedule keeps" : "";
    return "; uncontrolled would break " + Figures.count(alone, "limit") + kept;
  }

  private static int broken(Result result) {
    Verification check = result.verification();
    return check == null ? 0 : check.violations().size();
  }
}
