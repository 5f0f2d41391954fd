package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The prices that proved a bound, kept for the next problem of much the same couplings as what they
 * are made of: the amounts at which each coupling was asked, and the weights of its answers.
 *
 * <p>No cut is kept. The couplings of the next problem are asked at the same amounts, and what they
 * say now makes, at the same weights, prices that prove a bound of it: a true one whatever has
 * changed, and as good as the last one where little has.
 */
public final class LastPrices {
  /** Less says nothing. */
  private static final double NO_WEIGHT = 1e-6;

  private final Rows rows;
  private final List<Own> ofCoupling;
  private final double missCost;

  /**
   * What one coupling asked.
   *
   * @param rows of the problem of then
   * @param points where it was asked, their weights sum to 1; empty for a curve
   * @param slope of a curve; of no meaning for all others
   */
  private record Own(int[] rows, List<Point> points, double slope) {}

  private record Point(double[] amounts, double weight) {}

  private LastPrices(Rows rows, List<Own> ofCoupling, double missCost) {
    this.rows = rows;
    this.ofCoupling = ofCoupling;
    this.missCost = missCost;
  }

  static LastPrices of(Problem problem, Cuts cuts, Prices prices, double missCost) {
    int count = problem.couplings().size();
    List<List<Point>> points = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      points.add(new ArrayList<>());
    }
    double[] slope = new double[count];
    for (Prices.Weight weight : prices.weights()) {
      int c = weight.coupling();
      Cut cut = weight.cut();
      double[] amounts = cut == null ? null : cuts.askedAt(cut);
      slope[c] = cut == null ? weight.value() : cut.gradient().length == 0 ? 0 : cut.gradient()[0];
      if (amounts != null && weight.value() > NO_WEIGHT) {
        points.get(c).add(new Point(amounts, weight.value()));
      }
    }
    List<Own> all = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      all.add(new Own(problem.couplings().get(c).rows(), scaled(points.get(c)), slope[c]));
    }
    return new LastPrices(problem.rows(), all, missCost);
  }

  private static List<Point> scaled(List<Point> points) {
    double sum = points.stream().mapToDouble(Point::weight).sum();
    return points.stream().map(each -> new Point(each.amounts(), each.weight() / sum)).toList();
  }

  /** What missing a limit by one unit cost in the end. Unit: currency per unit. */
  public double missCost() {
    return missCost;
  }

  /**
   * The same prices, of what couplings say now; nobody leads.
   *
   * @param cuts one of each coupling at least; what couplings say is added
   * @param former by coupling its number then, −1 where it is new
   * @param periodsGone since then: what is period 0 now was this one
   */
  Prices again(
      Problem problem, Couplings couplings, Cuts cuts, Node node, int[] former, int periodsGone) {
    int[] was = formerRows(problem.rows(), periodsGone);
    double[] least = new double[was.length];
    double[] most = new double[was.length];
    problem.addUpReach(least, most);
    double[][][] asked = new double[former.length][0][];
    Answer[][] answers = new Answer[former.length][0];
    Parallel.forEach(
        former.length,
        c -> {
          Own then = former[c] < 0 ? null : ofCoupling.get(former[c]);
          if (then != null && problem.couplings().get(c).curve() == null) {
            asked[c] = amounts(then, problem, c, was, least, most);
            answers[c] = answers(couplings, c, asked[c], node);
          }
        });
    List<Prices.Weight> weights = new ArrayList<>();
    for (int c = 0; c < former.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      Curve curve = coupling.curve();
      Own then = former[c] < 0 ? null : ofCoupling.get(former[c]);
      if (curve != null) {
        double slope = curve.slopeNear(then == null ? 0 : then.slope());
        weights.add(new Prices.Weight(c, null, slope));
      } else if (then == null || then.points().isEmpty()) {
        weights.add(new Prices.Weight(c, cuts.of(c).getFirst(), 1));
      } else {
        for (int i = 0; i < asked[c].length; i++) {
          Cut cut = answers[c][i].cut();
          cuts.add(c, cut, asked[c][i]);
          weights.add(new Prices.Weight(c, cut, then.points().get(i).weight()));
        }
      }
    }
    cuts.addKnown(problem.couplings());
    return Prices.of(problem, weights);
  }

  /** Where a coupling was asked, by row now, within what can be now. */
  private static double[][] amounts(
      Own then, Problem problem, int coupling, int[] was, double[] least, double[] most) {
    double[][] all = new double[then.points().size()][problem.rows().size()];
    for (int p = 0; p < all.length; p++) {
      for (int row : problem.couplings().get(coupling).rows()) {
        int i = was[row] < 0 ? -1 : Arrays.binarySearch(then.rows(), was[row]);
        double amount = i < 0 ? 0 : then.points().get(p).amounts()[i];
        all[p][row] = i < 0 ? 0 : Math.clamp(amount, least[row], most[row]);
      }
    }
    return all;
  }

  private static Answer[] answers(Couplings couplings, int c, double[][] asked, Node node) {
    Answer[] answers = new Answer[asked.length];
    for (int p = 0; p < asked.length; p++) {
      answers[p] = couplings.ask(new int[] {c}, asked[p], node.regions())[0];
    }
    return answers;
  }

  /** By row now its number then, −1 where there was none. */
  private int[] formerRows(Rows now, int periodsGone) {
    Map<Long, Integer> known = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      known.put(key(rows.place()[row], rows.period()[row]), row);
    }
    int[] was = new int[now.size()];
    for (int row = 0; row < was.length; row++) {
      long key = key(now.place()[row], now.period()[row] + periodsGone);
      was[row] = known.getOrDefault(key, -1);
    }
    return was;
  }

  private static long key(int place, int period) {
    return ((long) place << 32) | period;
  }
}
