package io.evenflow.city.portfolio;

import java.util.List;

/**
 * What some substations together may take of something over the whole horizon, of what they draw
 * less what they feed back.
 *
 * @param id of the substation, the group or the city
 * @param kind of what
 * @param substations ids of those it is about
 * @param most greatest sum. Unit: that of the kind
 * @param perKwh what a kWh takes of it by period; at least 0. Unit: that of the kind per kWh
 */
public record SharedBudget(
    String id, Kind kind, List<String> substations, double most, double[] perKwh) {

  /** What a budget is of. */
  public enum Kind {
    ENERGY("energy", "MWh"),
    EMISSIONS("emissions", "kg");

    private final String word;
    private final String unit;

    Kind(String word, String unit) {
      this.word = word;
      this.unit = unit;
    }

    /** Its word in tables. */
    public String word() {
      return word;
    }

    /** Unit of budgets, as it is written. */
    public String unit() {
      return unit;
    }
  }

  public SharedBudget {
    substations = List.copyOf(substations);
  }

  /** How many kWh a unit of the budget is in the mean. Unit: kWh per unit of the kind. */
  public double kwhPerUnit() {
    double sum = 0;
    for (double own : perKwh) {
      sum += own;
    }
    return sum > 0 ? perKwh.length / sum : 0;
  }
}
