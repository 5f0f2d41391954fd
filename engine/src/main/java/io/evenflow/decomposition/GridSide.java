package io.evenflow.decomposition;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.oracle.GridOracle;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/** The grid of all periods, answering to the stations' powers with costs and cuts. */
public final class GridSide {
  /** Limits hold while they are missed by no more in a period. Unit: kW. */
  static final double WHOLE_KW = 1e-3;

  private static final int MOST_HALVINGS = 6;

  private static final double FIRST_ELASTIC_FACTOR = 5;
  private static final double ELASTIC_GROWTH = 6;

  private final Scenario scenario;
  private final PerUnit perUnit;
  private final GridOracle[] oracles;
  private final int stations;
  private double elasticCostPerKwh;

  /** The grid of a scenario, its limits elastic at a cost above every marginal value of power. */
  public GridSide(Scenario scenario) {
    this(scenario, mostElasticCostPerKwh(scenario));
  }

  private GridSide(Scenario scenario, double elasticCostPerKwh) {
    this.scenario = scenario;
    this.elasticCostPerKwh = elasticCostPerKwh;
    perUnit = new PerUnit(scenario.feeder());
    oracles = new GridOracle[scenario.periods()];
    stations = scenario.stations().size();
    makeOracles();
  }

  /**
   * The grid with limits elastic at a few times the price of energy: what they are worth on most
   * days, and mild to the conic solver. {@link #raiseElasticCost} where it is too little.
   */
  static GridSide mild(Scenario scenario) {
    double most = 0.01;
    for (int t = 0; t < scenario.periods(); t++) {
      most = Math.max(most, Math.abs(scenario.prices().perKwh(t)));
    }
    return new GridSide(
        scenario, Math.min(FIRST_ELASTIC_FACTOR * most, mostElasticCostPerKwh(scenario)));
  }

  private void makeOracles() {
    Elasticity elasticity = new Elasticity(elasticCostPerKwh);
    Arrays.setAll(oracles, t -> new GridOracle(scenario, perUnit, t, elasticity));
  }

  /** Above every marginal value of power at a station: what a shortfall can be worth, and more. */
  private static double mostElasticCostPerKwh(Scenario scenario) {
    double most = 10;
    for (var session : scenario.sessions()) {
      Double shortfall = session.shortfallCostPerKwh();
      most = Math.max(most, shortfall == null ? 100 : shortfall);
    }
    return 2 * most;
  }

  /** What it costs to miss a limit by 1 kW for a period. Unit: currency per kW. */
  double elasticCostPerKw() {
    return scenario.horizon().stepHours() * elasticCostPerKwh;
  }

  /**
   * Raises the cost of missing limits; false where it is above every marginal value already. Cuts
   * found before stay true, as missing limits costs no less.
   */
  boolean raiseElasticCost() {
    double most = mostElasticCostPerKwh(scenario);
    if (elasticCostPerKwh >= most) {
      return false;
    }
    elasticCostPerKwh = Math.min(most, ELASTIC_GROWTH * elasticCostPerKwh);
    makeOracles();
    return true;
  }

  /**
   * What the grid answers in one period.
   *
   * @param value grid cost φ, elastic violations included; +∞ where it is unknown. Unit: currency
   * @param violationKw by how much limits are missed. Unit: kW
   * @param cut the cut at these powers, or at smaller ones where the value is unknown
   */
  public record Answer(double value, double violationKw, Cut cut) {
    /** Whether all limits hold, but for what a solver's tolerance leaves. */
    public boolean isWhole() {
      return violationKw <= WHOLE_KW;
    }
  }

  /** Answers for some periods; stationKw by period and station. */
  public Answer[] answer(int[] periods, double[][] stationKw) {
    Answer[] answers = new Answer[periods.length];
    Parallel.forEach(periods.length, i -> answers[i] = answer(periods[i], stationKw[periods[i]]));
    return answers;
  }

  private Answer answer(int period, double[] stationKw) {
    GridOracle oracle = oracles[period];
    if (oracle.evaluate(stationKw)) {
      return new Answer(oracle.value(), oracle.violationKw(), cut(period));
    }
    return refusal(period, stationKw);
  }

  /**
   * Where powers far beyond all limits are too much for the conic solver: no value, but the cut of
   * smaller powers, which is true everywhere and steep enough to lead back.
   */
  private Answer refusal(int period, double[] stationKw) {
    double[] smaller = stationKw.clone();
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      Arrays.setAll(smaller, k -> smaller[k] / 2);
      if (oracles[period].evaluate(smaller)) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Answer(infinity, infinity, cut(period));
      }
    }
    throw new GridFailure(period);
  }

  private Cut cut(int period) {
    GridOracle oracle = oracles[period];
    double[] gradient = new double[stations];
    Arrays.setAll(gradient, oracle::gradient);
    return new Cut(period, oracle.intercept(), gradient);
  }

  /** The oracle of a period, as it stands after its last answer. */
  public GridOracle oracle(int period) {
    return oracles[period];
  }

  int periods() {
    return oracles.length;
  }

  int conicSolves() {
    int sum = 0;
    for (GridOracle oracle : oracles) {
      sum += oracle.conicSolves();
    }
    return sum;
  }
}
