package io.evenflow.settlement;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Curve;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One meter in one period: the sum n of its rows and of what nobody decides costs one price above 0
 * and another below, and should stay within an interval.
 *
 * <pre>
 * cost = positive·max(0, n) − negative·max(0, −n) + missCost·weight·(max(0, n − most) + max(0, least − n))
 * </pre>
 *
 * With negative ≤ positive it is convex: the highest of at most four lines, all of which are known
 * beforehand. A count of plugs is such a sum, too.
 */
public final class MeterCoupling implements Coupling {
  private final String name;
  private final int[] rows;
  private final double fixed;
  private final Prices prices;
  private final double least;
  private final double most;
  private final double weight;
  private double missCost = 1;

  /** Ends of the lines, rising, 0 among them; line i lies between ends i − 1 and i. */
  private final double[] ends;

  private Curve curve;
  private List<Cut> lines;

  /**
   * What a unit costs for the period.
   *
   * @param positive of a positive sum. Unit: currency per unit
   * @param negative of a negative one, at most as much
   */
  public record Prices(double positive, double negative) {
    public static final Prices NONE = new Prices(0, 0);

    public Prices {
      if (negative > positive) {
        throw new IllegalArgumentException(
            "a negative sum's price (%s) above a positive one's (%s) is not convex"
                .formatted(negative, positive));
      }
    }
  }

  /**
   * @param rows ascending
   * @param fixed part of the sum that nobody decides
   * @param least of the sum, −∞ for no limit
   * @param most of the sum, +∞ for no limit
   * @param weight how many units of the missed limit's cost one unit of the sum is, such as the kW
   *     of a plug
   */
  public MeterCoupling(
      String name,
      int[] rows,
      double fixed,
      Prices prices,
      double least,
      double most,
      double weight) {
    this.name = name;
    this.rows = rows;
    this.fixed = fixed;
    this.prices = prices;
    this.least = least;
    this.most = most;
    this.weight = weight;
    ends = Arrays.stream(new double[] {least, 0, most}).filter(Double::isFinite).sorted().toArray();
    curve = newCurve();
    lines = lines();
  }

  private Curve newCurve() {
    double[] slopes = new double[ends.length + 1];
    for (int piece = 0; piece < slopes.length; piece++) {
      slopes[piece] = slope(piece);
    }
    double[] endsOfRows = Arrays.stream(ends).map(end -> end - fixed).toArray();
    return new Curve(endsOfRows, slopes, cost(ends[0]));
  }

  private double slope(int piece) {
    double inside;
    if (piece == 0) {
      inside = ends[0] - 1;
    } else if (piece == ends.length) {
      inside = ends[piece - 1] + 1;
    } else {
      inside = (ends[piece - 1] + ends[piece]) / 2;
    }
    double slope = inside > 0 ? prices.positive() : prices.negative();
    return slope + (inside > most ? missCost : inside < least ? -missCost : 0);
  }

  private List<Cut> lines() {
    return IntStream.rangeClosed(0, ends.length)
        .mapToObj(piece -> curve.line(piece, rows.length))
        .toList();
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
  public @Nullable Region whole(double[] leastAmounts, double[] mostAmounts) {
    return null;
  }

  @Override
  public void missCost(double perUnit) {
    missCost = weight * perUnit;
    curve = newCurve();
    lines = lines();
  }

  @Override
  public Curve curve() {
    return curve;
  }

  @Override
  public List<Cut> cuts() {
    return lines;
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    double sum = fixed;
    for (double amount : amounts) {
      sum += amount;
    }
    int line = 0;
    // at 0 the side of import: it is what the next kW costs
    while (line < ends.length && (sum > ends[line] || (sum == 0 && ends[line] == 0))) {
      line++;
    }
    return new Answer(cost(sum), weight * missed(sum), lines.get(line), 0, null);
  }

  private double missed(double sum) {
    return Math.max(0, Math.max(sum - most, least - sum));
  }

  private double cost(double sum) {
    double price = sum > 0 ? prices.positive() : prices.negative();
    double miss = missed(sum);
    return price * sum + (miss == 0 ? 0 : missCost * miss);
  }
}
