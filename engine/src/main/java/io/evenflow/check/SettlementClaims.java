package io.evenflow.check;

import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Settlement.Peak;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what a schedule says that meters show against what its powers make them show. */
final class SettlementClaims {
  private static final String HOW = "its powers make it";

  private final Scenario scenario;
  private final PeriodNames periods;
  private final Violations untrue;

  SettlementClaims(Scenario scenario, PeriodNames periods, Violations untrue) {
    this.scenario = scenario;
    this.periods = periods;
    this.untrue = untrue;
  }

  /**
   * Checks all that is said.
   *
   * @param truth at the imports that the schedule claims; these are held against the grid elsewhere
   */
  void check(Claims.Assets claimed, Settlement truth) {
    for (int k = 0; k < scenario.stations().size(); k++) {
      String id = scenario.stations().get(k).id();
      double[] netKw = truth.stationKw()[k];
      meter(id, "netKw", claimed.stationNetKw().get(id), netKw);
      meter(id, "importKw", claimed.stationImportKw().get(id), positive(netKw, 1));
      meter(id, "exportKw", claimed.stationExportKw().get(id), positive(netKw, -1));
    }
    for (Peak peak : claimed.peaks()) {
      peak(peak, truth.peaks());
    }
    emissions(claimed.emissionsKg(), truth.emissionsKg());
  }

  private static double[] positive(double[] netKw, int sign) {
    return Arrays.stream(netKw).map(kw -> Math.max(0, sign * kw)).toArray();
  }

  private void meter(String id, String field, double @Nullable [] claimed, double[] truth) {
    for (int t = 0; claimed != null && t < truth.length; t++) {
      untrue.requireClaim(
          "station '" + id + "', " + periods.of(t) + ": " + field,
          claimed[t],
          HOW,
          truth[t],
          " kW",
          Tolerances.POWER_KW);
    }
  }

  private void peak(Peak claimed, List<Peak> truths) {
    for (Peak truth : truths) {
      if (truth.where().equals(claimed.where())) {
        String what = "peak of " + truth.where() + ": ";
        double power = Tolerances.GENERATION_KW;
        untrue.requireClaim(what + "kw", claimed.kw(), HOW, truth.kw(), " kW", power);
        String unit = " " + scenario.currency();
        double money = Tolerances.costOf(truth.cost());
        untrue.requireClaim(what + "cost", claimed.cost(), HOW, truth.cost(), unit, money);
        return;
      }
    }
    untrue.add("peak of " + claimed.where() + ": nothing of that name has a peak charge");
  }

  private void emissions(@Nullable Double claimedKg, @Nullable Double kg) {
    if (kg != null) {
      double tolerance =
          Math.max(Tolerances.EMISSIONS_KG, Tolerances.IMPORT_RELATIVE * Math.abs(kg));
      untrue.requireClaim("emissionsKg", claimedKg, HOW, kg, " kg", tolerance);
    } else if (claimedKg != null) {
      untrue.add(
          "emissionsKg: claims " + Violations.text(claimedKg) + " kg, the scenario has none");
    }
  }
}
