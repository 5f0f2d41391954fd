package io.evenflow.city.portfolio;

import io.evenflow.city.portfolio.SharedBudget.Kind;
import io.evenflow.io.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code energyBudgetMwh} and {@code emissionsBudgetKg} of a city, a group or a
 * substation, and {@code emissions} of the city, which says what a kWh emits.
 */
final class BudgetFields {
  private static final double MWH_PER_KWH = 1e-3;
  private static final double KG_PER_GRAM = 1e-3;
  private final int periods;
  private final double @Nullable [] kgPerKwh;
  private final List<SharedBudget> all = new ArrayList<>();

  /**
   * @param root of the manifest
   */
  BudgetFields(JsonObject root, int periods) {
    this.periods = periods;
    kgPerKwh = root.has("emissions") ? kgPerKwh(root.object("emissions")) : null;
  }

  private double[] kgPerKwh(JsonObject emissions) {
    PortfolioFiles.requireOnly(emissions, "gramsPerKwh");
    double[] grams = series(emissions, "gramsPerKwh", periods);
    double[] kg = new double[periods];
    for (int t = 0; t < periods; t++) {
      if (grams[t] < 0) {
        throw emissions.error(
            "gramsPerKwh (" + grams[t] + ") must be at least 0", "Maybe its sign is turned.");
      }
      kg[t] = KG_PER_GRAM * grams[t];
    }
    return kg;
  }

  /** Takes the budgets of an object that has any. */
  void add(JsonObject object, String id, List<String> substations) {
    if (object.has("energyBudgetMwh")) {
      double[] mwhPerKwh = new double[periods];
      Arrays.fill(mwhPerKwh, MWH_PER_KWH);
      double most = object.number("energyBudgetMwh");
      all.add(new SharedBudget(id, Kind.ENERGY, substations, most, mwhPerKwh));
    }
    if (object.has("emissionsBudgetKg")) {
      double[] perKwh = kgPerKwh;
      if (perKwh == null) {
        throw object.error(
            "emissionsBudgetKg needs the city's emissions.gramsPerKwh",
            "Maybe add \"emissions\": {\"gramsPerKwh\": …}, a number or one for each period.");
      }
      double most = object.number("emissionsBudgetKg");
      all.add(new SharedBudget(id, Kind.EMISSIONS, substations, most, perKwh));
    }
  }

  List<SharedBudget> all() {
    return all;
  }

  /** A number for all periods, or one for each. */
  static double[] series(JsonObject object, String field, int periods) {
    double[] series;
    if (object.node().path(field).isArray()) {
      series = object.numbers(field);
    } else {
      series = new double[periods];
      Arrays.fill(series, object.number(field));
    }
    if (series.length != periods) {
      throw object.error(
          "%s has %d numbers, horizon.periods is %d".formatted(field, series.length, periods),
          "Maybe the series is of another day or another step than the horizon.");
    }
    return series;
  }
}
