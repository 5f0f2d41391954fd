package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.market.PeakCharge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is made of something shared in a period, and what the next kWh of it would be worth.
 *
 * @param id of the substation, the group or the city
 * @param kind import, export, energy, emissions or peak
 * @param period of the horizon
 * @param limitKw of the period; null where the limit is a budget of all periods. Unit: kW
 * @param usedKw drawn in the period, or fed back where the kind is export. Unit: kW
 * @param pricePerMwh by how much more energy of this period would lower the cost, by the last
 *     prices of the rounds; at least 0. Unit: currency per MWh
 * @param budget of all periods, null where the limit is one of periods. Unit: budgetUnit
 * @param budgetUsed in all periods. Unit: budgetUnit
 * @param budgetUnit MWh or kg
 */
public record LimitUse(
    String id,
    String kind,
    int period,
    @Nullable Double limitKw,
    double usedKw,
    double pricePerMwh,
    @Nullable Double budget,
    @Nullable Double budgetUsed,
    @Nullable String budgetUnit)
    implements Serializable {

  /** Of everything that is shared, in the order of the portfolio. */
  static List<LimitUse> of(Portfolio portfolio, Imports imports, SharedRounds rounds) {
    SharedCouplings couplings = new SharedCouplings(portfolio);
    List<LimitUse> all = new ArrayList<>();
    int periods = portfolio.horizon().periods();
    for (SharedLimit limit : portfolio.limits()) {
      int substation = couplings.members(limit)[0];
      for (int t = 0; t < periods; t++) {
        double price = rounds.prices().askedPerMwh(SharedCouplings.name(limit, t), substation, t);
        double kw = imports.kw(limit, t);
        if (limit.importLimitKw() != null) {
          all.add(ofPeriod(limit.id(), "import", t, limit.mostKw(t), kw, price));
        }
        if (limit.exportLimitKw() != null) {
          all.add(ofPeriod(limit.id(), "export", t, -limit.leastKw(t), -kw, -price));
        }
      }
    }
    for (SharedBudget budget : portfolio.budgets()) {
      int[] members = couplings.members(budget.substations());
      double used = imports.used(budget);
      for (int t = 0; t < periods; t++) {
        double price = rounds.prices().askedPerMwh(SharedCouplings.name(budget), members[0], t);
        all.add(
            new LimitUse(
                budget.id(),
                budget.kind().word(),
                t,
                null,
                kw(imports, members, t),
                Math.max(0, price),
                budget.most(),
                used,
                budget.kind().unit()));
      }
    }
    PeakCharge charge = portfolio.peakCharge();
    if (charge != null) {
      double level = Math.max(charge.soFarKw(), imports.peakKw());
      int[] every = couplings.members(portfolio.substations());
      for (int t = 0; t < periods; t++) {
        double price = rounds.prices().askedPerMwh(SharedCouplings.PEAK, 0, t);
        all.add(ofPeriod("city", "peak", t, level, kw(imports, every, t), price));
      }
    }
    return all;
  }

  private static LimitUse ofPeriod(
      String id, String kind, int period, double limitKw, double usedKw, double pricePerMwh) {
    return new LimitUse(
        id, kind, period, limitKw, usedKw, Math.max(0, pricePerMwh), null, null, null);
  }

  private static double kw(Imports imports, int[] members, int t) {
    return Arrays.stream(members).mapToDouble(s -> imports.kw()[s][t]).sum();
  }
}
