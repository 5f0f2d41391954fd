package io.evenflow.city.plan;

import io.evenflow.fleet.Session;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole city of {@link TwoFeeders} whose lines have next to no resistance as one mixed-integer
 * program that shares no code with the methods: an outside oracle, solved by HiGHS.
 *
 * <pre>
 * min Σ price·import + 10·shortfall
 * s.t. import = loads + Σ charge − discharge ≤ capacity, each 0 or 4.2 to 11 kW,
 *      energy within 0 and 60 kWh, Σ perKwh·import ≤ budget
 * </pre>
 */
final class LosslessCity {
  private static final double LEAST_KW = 4.2;
  private static final double MOST_KW = 11;
  private static final double EFFICIENCY = 0.9;
  private static final double LOAD_KW = 40;
  private static final int PERIODS = 6;

  private final MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
  private final int[] importKw = new int[PERIODS];

  private LosslessCity(List<Scenario> feeders, double[] pricePerMwh, double capacityKw) {
    List<AffineBuilder> sums = new ArrayList<>();
    for (int t = 0; t < PERIODS; t++) {
      importKw[t] = builder.variable(-1000, capacityKw, pricePerMwh[t] / 1000);
      sums.add(new AffineBuilder().add(LOAD_KW).add(-1, importKw[t]));
    }
    for (Scenario feeder : feeders) {
      feeder.sessions().forEach(session -> add(session, sums));
    }
    sums.forEach(sum -> builder.equality(sum.build(), 0));
  }

  private void add(Session session, List<AffineBuilder> sums) {
    AffineBuilder energy = new AffineBuilder().add(session.arrivalEnergyKwh());
    for (int t = session.arrival(); t < session.departure(); t++) {
      int charge = power();
      int discharge = power();
      energy.add(EFFICIENCY, charge).add(-1 / EFFICIENCY, discharge);
      builder.row(0, energy.build(), session.batteryKwh());
      sums.get(t).add(1, charge).add(-1, discharge);
    }
    int shortfall = builder.variable(0, Double.POSITIVE_INFINITY, 10);
    builder.row(
        session.targetEnergyKwh(), energy.add(1, shortfall).build(), Double.POSITIVE_INFINITY);
  }

  private int power() {
    int on = builder.binary(0);
    int kw = builder.variable(0, MOST_KW, 0);
    builder.row(0, new AffineBuilder().add(1, kw).add(-LEAST_KW, on).build(), 100);
    builder.row(-100, new AffineBuilder().add(1, kw).add(-MOST_KW, on).build(), 0);
    return kw;
  }

  /**
   * The least cost, and what that plan takes of a budget.
   *
   * @param cost unit: EUR
   * @param used unit: of the budget
   */
  record Optimum(double cost, double used) {}

  /**
   * @param perKwh what a kWh takes of the budget, by period
   * @param budget +∞ for none
   */
  static Optimum of(
      List<Scenario> feeders,
      double[] pricePerMwh,
      double capacityKw,
      double[] perKwh,
      double budget) {
    LosslessCity city = new LosslessCity(feeders, pricePerMwh, capacityKw);
    AffineBuilder used = new AffineBuilder();
    for (int t = 0; t < PERIODS; t++) {
      used.add(perKwh[t], city.importKw[t]);
    }
    city.builder.row(Double.NEGATIVE_INFINITY, used.build(), budget);
    try (HighsModel model = new HighsModel(city.builder.build())) {
      model.gaps(0, 1e-6);
      if (model.solve() != HighsStatus.OPTIMAL) {
        throw new AssertionError("the oracle has no optimum");
      }
      double sum = 0;
      for (int t = 0; t < PERIODS; t++) {
        sum += perKwh[t] * model.x()[city.importKw[t]];
      }
      return new Optimum(model.objective(), sum);
    }
  }
}
