package io.evenflow.resource;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.coordination.ResourceModel;
import io.evenflow.grid.GenerationCost;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A number within an interval, the same in all its rows: what a generator along the feeder gives in
 * a period, as power drawn from the grid, or the substation's voltage in a period or all day.
 */
public final class IntervalResource implements Resource {
  /** Tangents that stand for a curved cost in a mixed-integer program. */
  private static final int TANGENTS = 9;

  /** Rounding of a few operations, as part of their size. */
  private static final double ROUNDING = 0x1p-48;

  private final String id;
  private final int[] rows;
  private final double least;
  private final double most;
  private final double resting;
  private final OwnCost cost;
  private double chosen;

  /**
   * @param resting where it stays unless asked, within the interval
   */
  public IntervalResource(
      String id, int[] rows, double least, double most, double resting, OwnCost cost) {
    this.id = id;
    this.rows = rows;
    this.least = least;
    this.most = most;
    this.resting = resting;
    this.cost = cost;
    chosen = resting;
  }

  /**
   * A generator's cost as a function of the power it draws.
   *
   * @param hours length of the period
   * @param perHour its cost; {@link GenerationCost#ZERO} for none
   */
  public record OwnCost(double hours, GenerationCost perHour) {
    /** No cost at all. */
    public static final OwnCost NONE = new OwnCost(0, GenerationCost.ZERO);

    /** Unit of drawn: kW, negative for generation. */
    double at(double drawn) {
      return hours == 0 ? 0 : hours * perHour.perHour(-drawn / 1000);
    }

    /** Where slopes change, or the one place where a slope is reached; drawn power in kW. */
    double[] candidates(double slope) {
      return switch (perHour) {
        case GenerationCost.Polynomial p when p.quadratic() > 0 && hours > 0 ->
            // d/da of hours·cost(−a/1000) + slope·a is 0
            new double[] {1000 * (p.linear() - 1000 * slope / hours) / (2 * p.quadratic())};
        case GenerationCost.Polynomial p -> new double[0];
        case GenerationCost.PiecewiseLinear p ->
            p.points().stream().mapToDouble(point -> -1000 * point.activePowerMw()).toArray();
      };
    }

    /** Lines below the cost as slope and constant, that meet it at its bends or here and there. */
    double[][] lines(double least, double most) {
      return switch (perHour) {
        case GenerationCost.Polynomial p -> {
          int count = p.quadratic() > 0 ? TANGENTS : 1;
          double[][] lines = new double[count][];
          for (int i = 0; i < count; i++) {
            double drawn = count == 1 ? least : least + i * (most - least) / (count - 1);
            double slope = -hours * (p.linear() - 2 * p.quadratic() * drawn / 1000) / 1000;
            lines[i] = new double[] {slope, at(drawn) - slope * drawn};
          }
          yield lines;
        }
        case GenerationCost.PiecewiseLinear p -> {
          double[][] lines = new double[p.points().size() - 1][];
          for (int i = 0; i < lines.length; i++) {
            double from = -1000 * p.points().get(i).activePowerMw();
            double to = -1000 * p.points().get(i + 1).activePowerMw();
            double slope = (at(to) - at(from)) / (to - from);
            lines[i] = new double[] {slope, at(from) - slope * from};
          }
          yield lines;
        }
      };
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public boolean isSameInAllRows() {
    return true;
  }

  @Override
  public double least(int i) {
    return least;
  }

  @Override
  public double most(int i) {
    return most;
  }

  @Override
  public double answer(double[] pricePerUnit) {
    double price = 0;
    for (int row : rows) {
      price += pricePerUnit[row];
    }
    double slope = price;
    chosen = resting;
    double value = search(least, most, slope, drawn -> slope * drawn);
    double size = Math.abs(slope) * Math.max(Math.abs(least), Math.abs(most));
    return value - ROUNDING * (size + Math.abs(value));
  }

  @Override
  public double answer(ConvexCosts costs) {
    DoubleUnaryOperator total =
        drawn -> {
          double sum = 0;
          for (int i = 0; i < rows.length; i++) {
            sum += costs.at(i, drawn);
          }
          return sum;
        };
    chosen = Math.clamp(resting, least, most);
    double best = Double.POSITIVE_INFINITY;
    double[] ends = ends(costs);
    for (int i = 1; i < ends.length; i++) {
      double width = ends[i] - ends[i - 1];
      double slope =
          width > 0 ? (total.applyAsDouble(ends[i]) - total.applyAsDouble(ends[i - 1])) / width : 0;
      double before = chosen;
      double value = search(ends[i - 1], ends[i], slope, total);
      if (value < best) {
        best = value;
      } else {
        chosen = before;
      }
    }
    return best;
  }

  /** Ends of the pieces of all rows within the interval, rising. */
  private double[] ends(ConvexCosts costs) {
    int pieces = costs.firstPiece(rows.length);
    double[] ends = new double[pieces + 2];
    ends[0] = least;
    ends[1] = most;
    for (int piece = 0; piece < pieces; piece++) {
      ends[piece + 2] = Math.clamp(costs.to(piece), least, most);
    }
    Arrays.sort(ends);
    return ends;
  }

  /** The least of own cost and another, straight between from and to; remembers where. */
  private double search(double from, double to, double slope, DoubleUnaryOperator other) {
    double best = Double.POSITIVE_INFINITY;
    for (double candidate : candidates(from, to, slope)) {
      double drawn = Math.clamp(candidate, from, to);
      double value = cost.at(drawn) + other.applyAsDouble(drawn);
      if (value < best) {
        best = value;
        chosen = drawn;
      }
    }
    return best;
  }

  private double[] candidates(double from, double to, double slope) {
    double[] bends = cost.candidates(slope);
    double[] all = Arrays.copyOf(bends, bends.length + 2);
    all[bends.length] = from;
    all[bends.length + 1] = to;
    return all;
  }

  @Override
  public Profile profile() {
    return at(chosen);
  }

  private Profile at(double amount) {
    double[] amounts = new double[rows.length];
    Arrays.fill(amounts, amount);
    return new Profile(amounts, cost.at(amount));
  }

  @Override
  public Profile blend(List<Profile> profiles, double[] weights) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * profiles.get(i).amounts()[0];
    }
    return at(Math.clamp(mean, least, most));
  }

  @Override
  public Profile priced(double[] amounts) {
    return at(amounts[0]);
  }

  @Override
  public Profile idle() {
    return at(resting);
  }

  @Override
  public boolean isConvex() {
    return true;
  }

  @Override
  public double unavoidableCost() {
    return 0;
  }

  @Override
  public ResourceModel addTo(MixedIntegerProgram.Builder program) {
    int amount = program.variable(least, most, 0);
    if (cost.hours() > 0) {
      addCost(program, amount);
    }
    return new InProgram(amount);
  }

  /** A variable above the cost's tangents: a cost that is curved costs a little less. */
  private void addCost(MixedIntegerProgram.Builder program, int amount) {
    double free = Double.POSITIVE_INFINITY;
    int height = program.variable(-free, free, 1);
    for (double[] line : cost.lines(least, most)) {
      AffineBuilder above = new AffineBuilder().add(1, height).add(-line[0], amount).add(-line[1]);
      program.row(0, above.build(), free);
    }
  }

  /** The number in a mixed-integer program. */
  private final class InProgram implements ResourceModel {
    private final int amount;

    InProgram(int amount) {
      this.amount = amount;
    }

    @Override
    public void addAmount(AffineBuilder sum, int i) {
      sum.add(1, amount);
    }

    @Override
    public Profile profile(double[] x) {
      return at(Math.clamp(x[amount], least, most));
    }

    @Override
    public void setPoint(double[] x, Profile profile) {
      x[amount] = profile.amounts()[0];
    }
  }
}
