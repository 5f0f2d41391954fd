package io.evenflow.network;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import io.evenflow.coordination.Split;
import io.evenflow.formulation.Elasticity;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grid of one period as a coupling of its inputs: its cost is that of the generator at the
 * substation in the AC power flow, with the elastic cost of limits that are missed. What stations
 * pay, and what other generators cost, is no part of it.
 */
public final class GridCoupling implements Coupling {
  private static final int MOST_HALVINGS = 8;

  /** A region is cut no nearer to its ends than this part of its width. */
  private static final double MARGIN = 0.1;

  /** An interval narrower than this is not worth a cut. Unit: of the input */
  private static final double NARROW = 1e-3;

  private final Scenario scenario;
  private final InputTrees trees;
  private final int period;
  private final int[] rows;
  private Elasticity elasticity = new Elasticity(1);
  private @Nullable AcGrid ready;
  private @Nullable RelaxedGrid relaxed;

  /**
   * @param rows the row of each input, whose units rows have
   */
  public GridCoupling(Scenario scenario, InputTrees trees, int period, int[] rows) {
    this.scenario = scenario;
    this.trees = trees;
    this.period = period;
    this.rows = rows;
  }

  private AcGrid grid() {
    AcGrid known = ready;
    if (known == null) {
      known = new AcGrid(scenario, trees.grid(), trees.inputs(), period, elasticity);
      ready = known;
    }
    return known;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public Region whole(double[] least, double[] most) {
    return new GridRegion(trees, least, most);
  }

  @Override
  public void missCost(double perUnit) {
    elasticity = new Elasticity(perUnit / scenario.horizon().hours(period));
    ready = null;
    relaxed = null;
  }

  @Override
  public String name() {
    return "period " + period;
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    if (!(region instanceof GridRegion range)) {
      throw new IllegalArgumentException("the grid is asked within a region");
    }
    AcGrid grid = grid();
    grid.evaluate(amounts, range);
    if (!Double.isFinite(grid.value())) {
      return collapse(amounts, range);
    }
    Cut cut = new Cut(grid.intercept(), grid.gradient(), grid.isTight() ? null : range);
    double error = grid.value() - cut.at(amounts);
    Split split = grid.isTight() ? null : split(range, amounts);
    return new Answer(grid.value(), grid.violationKw(), cut, error, split);
  }

  /**
   * Where the feeder cannot carry the powers at all: no value, but the cut of powers it can carry,
   * nearer to nothing; where it cannot even carry its load, the relaxation's.
   */
  private Answer collapse(double[] amounts, GridRegion range) {
    AcGrid grid = grid();
    double infinity = Double.POSITIVE_INFINITY;
    double[] nearer = amounts.clone();
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      for (int i = 0; i < nearer.length; i++) {
        nearer[i] = trees.inputs().get(i).isPower() ? nearer[i] / 2 : nearer[i];
      }
      grid.evaluate(nearer, range);
      if (Double.isFinite(grid.value())) {
        break;
      }
    }
    Cut cut = new Cut(grid.intercept(), grid.gradient(), grid.isTight() ? null : range);
    if (!Double.isFinite(grid.value()) && trees.inputs().arePlaces()) {
      Cut ofRelaxation = relaxedCut(amounts);
      cut = ofRelaxation == null ? cut : ofRelaxation;
    }
    return new Answer(infinity, infinity, cut, infinity, split(range, amounts));
  }

  /** What the relaxation proves: what it misses limits by, every power flow does. */
  private @Nullable Cut relaxedCut(double[] amounts) {
    RelaxedGrid known = relaxed;
    if (known == null) {
      known = new RelaxedGrid(scenario, trees.grid(), period, elasticity);
      relaxed = known;
    }
    if (!known.evaluate(amounts)) {
      return null;
    }
    double[] gradient = new double[amounts.length];
    Arrays.setAll(gradient, known::gradient);
    return new Cut(known.intercept(), gradient, null);
  }

  /**
   * A cut that holds everywhere and takes no power flow: as if nothing were lost on the way and no
   * voltage or branch were limited. It is the Lagrange dual at one price of power everywhere, which
   * is what power costs the substation beside the load.
   */
  public Cut lossless() {
    Feeder feeder = scenario.feeder();
    double loadMw = 0;
    for (int bus = 0; bus < feeder.busCount(); bus++) {
      loadMw += scenario.fixedActiveMw(bus, period);
    }
    GenerationCost cost = scenario.generationCost(trees.inputs().slack(), period);
    double perMwh = ConvexCost.marginal(cost, loadMw);
    Multipliers same = new Multipliers(feeder.busCount());
    // with losses that earn something there would be no bound
    Arrays.fill(same.active, Math.max(0, feeder.baseMva() * perMwh));
    GridInputs inputs = trees.inputs();
    DualFunction dual = new DualFunction(scenario, trees.grid(), inputs, period, Elasticity.HARD);
    double hours = scenario.horizon().hours(period);
    double intercept = hours * dual.intercept(same, new boolean[feeder.busCount()]);
    double[] gradient = new double[inputs.size()];
    dual.gradient(same, inputs, gradient);
    Arrays.setAll(gradient, i -> hours * gradient[i]);
    return new Cut(intercept, gradient, null);
  }

  /** Whether no amounts of a region have a power flow at all; proven where it says so. */
  public boolean hasNoPowerFlow(Region region) {
    return region instanceof GridRegion range
        && new FlowBounds(scenario, trees.grid(), trees.inputs(), period).areEmpty(range);
  }

  /** Along the direction whose currents the cut overstates most, where the powers are. */
  private @Nullable Split split(GridRegion region, double[] amounts) {
    double[] gain = new double[trees.size()];
    for (int j = 1; j < scenario.feeder().busCount(); j++) {
      book(gain, region, j, grid().gain(j));
    }
    int best = -1;
    for (int d = 0; d < gain.length; d++) {
      boolean wide = region.max(d) - region.min(d) > NARROW;
      best = wide && (best < 0 || gain[d] >= gain[best]) ? d : best;
    }
    if (best < 0) {
      return null;
    }
    double sum = 0;
    for (int input : trees.members(best)) {
      sum += amounts[input];
    }
    double margin = MARGIN * (region.max(best) - region.min(best));
    return new Split(best, Math.clamp(sum, region.min(best) + margin, region.max(best) - margin));
  }

  /** Books what a branch's current earns on the directions that make it uncertain. */
  private void book(double[] gain, GridRegion region, int branch, double earned) {
    int active = trees.activeDirection(branch);
    int reactive = trees.reactiveDirection(branch);
    int voltage = trees.voltageDirection();
    double p = width(region, active);
    double q = width(region, reactive);
    double v = grid().voltageWidth(branch, width(region, voltage));
    double all = p + q + v;
    if (all > 0) {
      add(gain, active, earned * p / all);
      add(gain, reactive, earned * q / all);
      add(gain, voltage, earned * v / all);
    } else {
      add(gain, voltage, earned);
      add(gain, trees.outermost(), earned);
    }
  }

  private static double width(GridRegion region, int direction) {
    return direction == InjectionTree.NONE ? 0 : region.max(direction) - region.min(direction);
  }

  private static void add(double[] gain, int direction, double earned) {
    if (direction != InjectionTree.NONE) {
      gain[direction] += earned;
    }
  }

  /**
   * Finds the power flow at amounts, for what the substation then gives; +∞ where there is none.
   *
   * @return its cost. Unit: currency
   */
  public double operate(double[] amounts) {
    grid().operate(amounts);
    return grid().value();
  }

  /** The part of that which limits missed cost. Unit: currency. */
  public double costOfMisses() {
    return scenario.horizon().hours(period) * elasticity.costPerKwh() * grid().violationKw();
  }

  /** By how much the last power flow misses limits. Unit: kW. */
  public double missedKw() {
    return grid().violationKw();
  }

  /** Active power of the substation's slack generator at the last amounts. Unit: kW. */
  public double generatorKw() {
    return grid().generatorKw();
  }

  /** Its reactive power. Unit: kvar. */
  public double generatorKvar() {
    return grid().generatorKvar();
  }

  /** Voltage of the substation at the last amounts. Unit: p.u. */
  public double substationVoltagePu() {
    return grid().substationVoltagePu();
  }
}
