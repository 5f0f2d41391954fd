package io.evenflow.formulation;

import io.evenflow.fleet.Session;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.List;

/**
 * Some sessions of a day in full, (10)–(14), and in place of the grid a variable θ for the cost of
 * each period they are present in, to be bounded by cuts over the stations' net powers. All other
 * sessions keep the powers they have: they stand as constants in the stations' sums.
 */
public final class SessionProgram {
  /** Stands for a variable that does not exist. */
  public static final int NONE = SessionModel.NONE;

  private final Scenario scenario;
  private final List<Integer> chosen;
  private final SessionModel[] models;
  private final int[] gridCost;
  private final int[][] stationKw;
  private final MixedIntegerProgram program;

  /**
   * @param chosen indices of the sessions that are free
   * @param othersKw net power of all other sessions, by period and station. Unit: kW
   */
  public SessionProgram(Scenario scenario, List<Integer> chosen, double[][] othersKw) {
    this.scenario = scenario;
    this.chosen = List.copyOf(chosen);
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    models = new SessionModel[chosen.size()];
    gridCost = new int[scenario.periods()];
    stationKw = new int[scenario.periods()][scenario.stations().size()];
    Arrays.fill(gridCost, NONE);
    for (int[] row : stationKw) {
      Arrays.fill(row, NONE);
    }
    AffineBuilder[][] sums = new AffineBuilder[scenario.periods()][scenario.stations().size()];
    for (int i = 0; i < models.length; i++) {
      Session session = scenario.sessions().get(chosen.get(i));
      models[i] = new SessionModel(session, scenario.horizon().stepHours(), builder);
      for (int k = 0; k < session.periods(); k++) {
        AffineBuilder sum =
            sum(builder, sums, session.arrival() + k, scenario.stationOf(chosen.get(i)), othersKw);
        models[i].addNetPower(sum, 1, k);
      }
    }
    for (AffineBuilder[] row : sums) {
      for (AffineBuilder sum : row) {
        if (sum != null) {
          builder.equality(sum.build(), 0);
        }
      }
    }
    program = builder.build();
  }

  /** The sum −n + others + …, with its variables on first use. */
  private AffineBuilder sum(
      MixedIntegerProgram.Builder builder,
      AffineBuilder[][] sums,
      int period,
      int station,
      double[][] othersKw) {
    double free = Double.POSITIVE_INFINITY;
    if (gridCost[period] == NONE) {
      gridCost[period] = builder.variable(-free, free, 1);
    }
    AffineBuilder known = sums[period][station];
    if (known == null) {
      double price = scenario.horizon().stepHours() * scenario.prices().perKwh(period);
      stationKw[period][station] = builder.variable(-free, free, price);
      known =
          new AffineBuilder().add(-1, stationKw[period][station]).add(othersKw[period][station]);
      sums[period][station] = known;
    }
    return known;
  }

  /** The program, without any cut: θ has no lower bound yet. */
  public MixedIntegerProgram program() {
    return program;
  }

  /** Indices of the free sessions, in the order of {@link #chargeKw} and {@link #dischargeKw}. */
  public List<Integer> sessions() {
    return chosen;
  }

  /** Variable θ of a period, {@link #NONE} where no free session is present. Unit: currency. */
  public int gridCost(int period) {
    return gridCost[period];
  }

  /** Variable of a station's net power, {@link #NONE} where it is constant. Unit: kW. */
  public int stationKw(int period, int station) {
    return stationKw[period][station];
  }

  /** Charging powers of the i-th free session at x, by period of its stay. Unit: kW. */
  public double[] chargeKw(int i, double[] x) {
    return values(models[i].chargeKw, x);
  }

  /** Discharging powers of the i-th free session at x, by period of its stay. Unit: kW. */
  public double[] dischargeKw(int i, double[] x) {
    return values(models[i].dischargeKw, x);
  }

  /** Variables α and β of the free sessions, in the order of {@link DayProgram#binaries()}. */
  public int[] binaries() {
    int[] indices = new int[program.integers()];
    int count = 0;
    for (int j = 0; j < program.variables(); j++) {
      if (program.integer()[j]) {
        indices[count++] = j;
      }
    }
    return indices;
  }

  /** Writes the powers of the i-th free session, by period of its stay in kW, into a point. */
  public void setPoint(int i, double[] x, double[] charge, double[] discharge) {
    models[i].setPoint(x, charge, discharge);
  }

  private static double[] values(int[] variables, double[] x) {
    double[] values = new double[variables.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = variables[k] == NONE ? 0 : x[variables[k]];
    }
    return values;
  }
}
