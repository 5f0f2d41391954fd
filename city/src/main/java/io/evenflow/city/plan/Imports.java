package io.evenflow.city.plan;

import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.SharedBudget;
import io.evenflow.city.portfolio.SharedLimit;
import io.evenflow.market.PeakCharge;

/** Sums of feeders' imports by substation and period, and what shared limits make of them. */
public final class Imports {
  /** Limits hold while they are missed by no more, all feeders of one together. Unit: kW. */
  private static final double TOLERANCE_KW = 0.1;

  /** Budgets hold while they are exceeded by no more energy than this, or what it emits. */
  private static final double TOLERANCE_KWH = 0.01;

  private final Portfolio portfolio;
  private final SharedCouplings couplings;
  private final double[][] kw;

  Imports(Portfolio portfolio) {
    this.portfolio = portfolio;
    couplings = new SharedCouplings(portfolio);
    kw = new double[portfolio.substations().size()][portfolio.horizon().periods()];
  }

  /** Adds a feeder's import. */
  void add(int substation, double[] importKw) {
    for (int t = 0; t < importKw.length; t++) {
      kw[substation][t] += importKw[t];
    }
  }

  /** By substation and period; the object's own. Unit: kW. */
  double[][] kw() {
    return kw;
  }

  /** Of the substations that a limit is about. Unit: kW. */
  public double kw(SharedLimit limit, int period) {
    double sum = 0;
    for (int s : couplings.members(limit)) {
      sum += kw[s][period];
    }
    return sum;
  }

  /**
   * By how much more can be drawn at a substation in a period within all limits above it and the
   * peak there is, or less. Unit: kW
   */
  double leftKw(int substation, int period, boolean more) {
    double left = Double.POSITIVE_INFINITY;
    String id = portfolio.substations().get(substation);
    for (SharedLimit limit : portfolio.limits()) {
      if (limit.substations().contains(id)) {
        double sum = kw(limit, period);
        left = Math.min(left, more ? limit.mostKw(period) - sum : sum - limit.leastKw(period));
      }
    }
    PeakCharge charge = portfolio.peakCharge();
    if (charge != null && more) {
      left = Math.min(left, Math.max(charge.soFarKw(), peakKw()) - allKw(period));
    }
    return left;
  }

  private double allKw(int period) {
    double sum = 0;
    for (double[] own : kw) {
      sum += own[period];
    }
    return sum;
  }

  /** What its substations take of a budget. Unit: that of its kind. */
  public double used(SharedBudget budget) {
    double sum = 0;
    for (int s : couplings.members(budget.substations())) {
      for (int t = 0; t < kw[s].length; t++) {
        sum += budget.perKwh()[t] * portfolio.horizon().hours(t) * kw[s][t];
      }
    }
    return sum;
  }

  /** The highest import of all, at least 0. Unit: kW. */
  double peakKw() {
    double highest = 0;
    for (int t = 0; t < portfolio.horizon().periods(); t++) {
      highest = Math.max(highest, allKw(t));
    }
    return highest;
  }

  /** What the highest import of all costs. Unit: currency. */
  double peakCost() {
    PeakCharge charge = portfolio.peakCharge();
    return charge == null ? 0 : charge.cost(peakKw());
  }

  /**
   * By how much shared limits are missed at most, those of budgets in the mean of all periods; 0
   * where all are kept but for tolerances. Unit: kW
   */
  double missedKw() {
    double most = 0;
    for (SharedLimit limit : portfolio.limits()) {
      for (int t = 0; t < portfolio.horizon().periods(); t++) {
        double sum = kw(limit, t);
        most = Math.max(most, Math.max(sum - limit.mostKw(t), limit.leastKw(t) - sum));
      }
    }
    double missed = most > TOLERANCE_KW ? most : 0;
    double hours = portfolio.horizon().hours(0, portfolio.horizon().periods());
    for (SharedBudget budget : portfolio.budgets()) {
      if (isMissed(budget)) {
        double excess = used(budget) - budget.most();
        missed = Math.max(missed, excess * budget.kwhPerUnit() / hours);
      }
    }
    return missed;
  }

  /** Whether more is taken of a budget than there is, but for a tolerance. */
  boolean isMissed(SharedBudget budget) {
    return (used(budget) - budget.most()) * budget.kwhPerUnit() > TOLERANCE_KWH;
  }
}
