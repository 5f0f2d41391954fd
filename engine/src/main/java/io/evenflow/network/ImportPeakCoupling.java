package io.evenflow.network;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import io.evenflow.formulation.Elasticity;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The highest import of the substation over the horizon: perKw·max(0, maxₜ importₜ − soFar), with
 * the import that the AC power flow of each period needs for its inputs. Without limits, and where
 * energy has a price, losses are never worth anything, so the multipliers of a flow prove a line
 * below the import that holds everywhere: a cut for each period at first, then for those near the
 * highest.
 */
public final class ImportPeakCoupling implements Coupling {
  /** The price of energy of the scenario that is given, so that a cost is an energy in kWh. */
  public static final double PER_MWH = 1000;

  /** Periods whose import is within this part of the highest get a cut. */
  private static final double NEAR = 0.02;

  private final Scenario free;
  private final InputTrees trees;
  private final int[][] rowsOfPeriod;
  private final int[] rows;
  private final PeakCharge charge;
  private final AcGrid[] grids;
  private final GridRegion[] whole;
  private final List<Cut> known = new ArrayList<>();

  /** By period: lines below perKw·import, by the period's inputs. */
  private final List<List<Cut>> lines = new ArrayList<>();

  private final Cut nothing;

  /**
   * @param free the day without limits of the grid, with a price of energy of {@link #PER_MWH}
   * @param rowsOfPeriod by period: the row of each input
   */
  public ImportPeakCoupling(
      Scenario free, InputTrees trees, int[][] rowsOfPeriod, PeakCharge charge) {
    this.free = free;
    this.trees = trees;
    this.rowsOfPeriod = rowsOfPeriod;
    this.charge = charge;
    rows = IntStream.range(0, trees.inputs().size() * free.periods()).toArray();
    grids = new AcGrid[free.periods()];
    whole = new GridRegion[free.periods()];
    nothing = new Cut(0, new double[rows.length], null);
    known.add(nothing);
    for (int t = 0; t < grids.length; t++) {
      lines.add(new ArrayList<>());
    }
  }

  @Override
  public String name() {
    return "substation: peak";
  }

  @Override
  public int[] rows() {
    return rows;
  }

  /** Remembers what can be; its cuts hold everywhere. */
  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    for (int t = 0; t < whole.length; t++) {
      whole[t] = new GridRegion(trees, inputs(least, t), inputs(most, t));
    }
    return null;
  }

  private double[] inputs(double[] byRow, int period) {
    return IntStream.of(rowsOfPeriod[period]).mapToDouble(row -> byRow[row]).toArray();
  }

  @Override
  public void missCost(double perUnit) {
    // A peak is never missed: it costs.
  }

  /** All that were found so far. */
  @Override
  public List<Cut> cuts() {
    return List.copyOf(known);
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    double[] importKw = new double[grids.length];
    int highest = 0;
    for (int t = 0; t < grids.length; t++) {
      grid(t).operate(inputs(amounts, t));
      importKw[t] = Double.isFinite(grid(t).value()) ? grid(t).generatorKw() : 0;
      highest = importKw[t] > importKw[highest] ? t : highest;
    }
    double value = charge.cost(importKw[highest]);
    Cut best = nothing;
    double height = 0;
    double near = importKw[highest] - NEAR * Math.abs(importKw[highest]);
    boolean isFirst = known.size() == 1;
    for (int t = 0; t < grids.length && (isFirst || value > 0); t++) {
      if (isFirst || importKw[t] >= Math.max(near, charge.soFarKw())) {
        Cut cut = cut(t, inputs(amounts, t));
        if (cut != null) {
          known.add(cut);
          double at = cut.at(amounts);
          best = at > height ? cut : best;
          height = Math.max(height, at);
        }
      }
    }
    return new Answer(value, 0, best, value - height, null);
  }

  @Override
  public List<Coupling> above(double cost) {
    double levelKw = charge.soFarKw() + (charge.perKw() > 0 ? cost / charge.perKw() : 0);
    List<Coupling> excess = new ArrayList<>();
    for (int t = 0; t < grids.length; t++) {
      excess.add(new ImportExcess(t, levelKw));
    }
    return excess;
  }

  /** What the import of one period costs above a level. */
  private final class ImportExcess implements Coupling {
    private final int period;
    private final double levelKw;

    private final List<Cut> own = new ArrayList<>();

    ImportExcess(int period, double levelKw) {
      this.period = period;
      this.levelKw = levelKw;
      own.add(new Cut(0, new double[rowsOfPeriod[period].length], null));
      lines.get(period).forEach(line -> own.add(above(line)));
    }

    private Cut above(Cut line) {
      return new Cut(line.intercept() - charge.perKw() * levelKw, line.gradient(), null);
    }

    @Override
    public String name() {
      return "substation: import in period " + period;
    }

    @Override
    public int[] rows() {
      return rowsOfPeriod[period];
    }

    @Override
    public @Nullable Region whole(double[] least, double[] most) {
      return null;
    }

    @Override
    public void missCost(double perUnit) {
      // nothing is missed here
    }

    @Override
    public List<Cut> cuts() {
      return own;
    }

    @Override
    public Answer ask(double[] amounts, @Nullable Region region) {
      AcGrid grid = grid(period);
      grid.evaluate(amounts, whole[period]);
      double drawnKw = Double.isFinite(grid.value()) ? grid.generatorKw() : 0;
      double value = Math.max(0, charge.perKw() * (drawnKw - levelKw));
      boolean isProven = value > 0 && grid.isTight();
      Cut cut = isProven ? above(line(period)) : own.getFirst();
      return new Answer(value, 0, cut, isProven ? 0 : value, null);
    }
  }

  private AcGrid grid(int period) {
    if (grids[period] == null) {
      // limits are beyond all flows: missing them costs nothing that could be
      Elasticity elasticity = new Elasticity(1);
      grids[period] = new AcGrid(free, trees.grid(), trees.inputs(), period, elasticity);
    }
    return grids[period];
  }

  /** A line below the import of a period; null where the flow's multipliers prove none. */
  private @Nullable Cut cut(int period, double[] inputs) {
    AcGrid grid = grid(period);
    grid.evaluate(inputs, whole[period]);
    if (!Double.isFinite(grid.value()) || !grid.isTight()) {
      return null;
    }
    Cut line = line(period);
    lines.get(period).add(line);
    double[] gradient = new double[rows.length];
    for (int i = 0; i < inputs.length; i++) {
      gradient[rowsOfPeriod[period][i]] = line.gradient()[i];
    }
    return new Cut(line.intercept() - charge.perKw() * charge.soFarKw(), gradient, null);
  }

  /** What the last evaluation of a period proves of perKw·import. */
  private Cut line(int period) {
    double perKwh = charge.perKw() / free.horizon().hours(period);
    double[] gradient = grid(period).gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= perKwh;
    }
    return new Cut(perKwh * grid(period).intercept(), gradient, null);
  }
}
