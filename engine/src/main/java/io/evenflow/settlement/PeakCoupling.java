package io.evenflow.settlement;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import io.evenflow.market.PeakCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The highest import of a meter over the horizon: perKw·max(0, maxₜ nₜ − soFar), with nₜ the sum of
 * its rows in period t and of what nobody decides. The highest of a line for each period and one
 * for none.
 */
public final class PeakCoupling implements Coupling {
  private final String name;
  private final int[] rows;
  private final int[] periodOf;
  private final double[] fixedKw;
  private final PeakCharge charge;

  /** By line: one for each period, then that of no peak. */
  private final List<Cut> lines = new ArrayList<>();

  /**
   * @param rows ascending
   * @param periodOf period of each of the rows
   * @param fixedKw by period. Unit: kW
   */
  public PeakCoupling(
      String name, int[] rows, int[] periodOf, double[] fixedKw, PeakCharge charge) {
    this.name = name;
    this.rows = rows;
    this.periodOf = periodOf;
    this.fixedKw = fixedKw;
    this.charge = charge;
    for (int t = 0; t < fixedKw.length; t++) {
      double[] gradient = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        gradient[i] = periodOf[i] == t ? charge.perKw() : 0;
      }
      lines.add(new Cut(charge.perKw() * (fixedKw[t] - charge.soFarKw()), gradient, null));
    }
    lines.add(new Cut(0, new double[rows.length], null));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return null;
  }

  @Override
  public void missCost(double perUnit) {
    // A peak is never missed: it costs.
  }

  @Override
  public List<Cut> cuts() {
    return lines;
  }

  @Override
  public List<Coupling> above(double cost) {
    double levelKw = charge.soFarKw() + (charge.perKw() > 0 ? cost / charge.perKw() : 0);
    MeterCoupling.Prices prices = new MeterCoupling.Prices(charge.perKw(), 0);
    double infinity = Double.POSITIVE_INFINITY;
    List<Coupling> excess = new ArrayList<>();
    for (int t = 0; t < fixedKw.length; t++) {
      int period = t;
      int[] own =
          IntStream.range(0, rows.length)
              .filter(i -> periodOf[i] == period)
              .map(i -> rows[i])
              .toArray();
      excess.add(
          new MeterCoupling(
              name + " in period " + t, own, fixedKw[t] - levelKw, prices, -infinity, infinity, 1));
    }
    return excess;
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    double[] netKw = fixedKw.clone();
    for (int i = 0; i < rows.length; i++) {
      netKw[periodOf[i]] += amounts[i];
    }
    int line = netKw.length;
    double highest = charge.soFarKw();
    for (int t = 0; t < netKw.length; t++) {
      if (netKw[t] > highest) {
        highest = netKw[t];
        line = t;
      }
    }
    return new Answer(charge.cost(highest), 0, lines.get(line), 0, null);
  }
}
