package io.evenflow.coordination;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
import io.evenflow.mip.MixedIntegerProgram;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some resources in full as a mixed-integer program, and in place of each coupling they move a
 * variable θ for its cost, to be bounded by cuts. All other resources keep what they do: they stand
 * as constants in the rows' sums.
 */
final class ResourceProgram {
  /** Stands for a variable that does not exist. */
  static final int NONE = -1;

  /** Sums may lie that far beyond a region, so that its border is never lost to rounding. */
  private static final double BORDER = 1e-6;

  private final Problem problem;
  private final List<Integer> chosen;
  private final ResourceModel[] models;
  private final int[] amount;
  private final int[] theta;
  private final MixedIntegerProgram program;

  /**
   * @param chosen the resources that are free
   * @param others sums of all others, by row
   * @param regions amounts stay within them
   */
  ResourceProgram(
      Problem problem, List<Integer> chosen, double[] others, @Nullable Region[] regions) {
    this.problem = problem;
    this.chosen = List.copyOf(chosen);
    MixedIntegerProgram.Builder builder = new MixedIntegerProgram.Builder();
    models = new ResourceModel[chosen.size()];
    amount = new int[problem.rows().size()];
    theta = new int[problem.couplings().size()];
    Arrays.fill(amount, NONE);
    Arrays.fill(theta, NONE);
    @Nullable AffineBuilder[] sums = new @Nullable AffineBuilder[amount.length];
    for (int i = 0; i < models.length; i++) {
      Resource resource = problem.resources().get(chosen.get(i));
      models[i] = resource.addTo(builder);
      addAmounts(models[i], resource.rows(), sums);
    }
    addSums(builder, sums, others);
    for (int c = 0; c < theta.length; c++) {
      addCoupling(builder, c, others, regions[c]);
    }
    program = builder.build();
  }

  private static void addAmounts(ResourceModel model, int[] rows, @Nullable AffineBuilder[] sums) {
    for (int i = 0; i < rows.length; i++) {
      AffineBuilder sum = sums[rows[i]];
      if (sum == null) {
        sum = new AffineBuilder();
        sums[rows[i]] = sum;
      }
      model.addAmount(sum, i);
    }
  }

  /** A variable for the sum of each row that is free: 0 = −n + others + … */
  private void addSums(
      MixedIntegerProgram.Builder builder, @Nullable AffineBuilder[] sums, double[] others) {
    double free = Double.POSITIVE_INFINITY;
    for (int row = 0; row < sums.length; row++) {
      AffineBuilder sum = sums[row];
      if (sum != null) {
        amount[row] = builder.variable(-free, free, problem.rows().price()[row]);
        builder.equality(sum.add(-1, amount[row]).add(others[row]).build(), 0);
      }
    }
  }

  private void addCoupling(
      MixedIntegerProgram.Builder builder, int c, double[] others, @Nullable Region region) {
    double free = Double.POSITIVE_INFINITY;
    int[] rows = problem.couplings().get(c).rows();
    if (Arrays.stream(rows).anyMatch(row -> amount[row] != NONE)) {
      theta[c] = builder.variable(-free, free, 1);
    }
    for (Region part = region; part != null && part.direction() >= 0; part = part.parent()) {
      AffineBuilder sum = new AffineBuilder();
      for (int member : part.members(part.direction())) {
        int row = rows[member];
        if (amount[row] == NONE) {
          sum.add(others[row]);
        } else {
          sum.add(1, amount[row]);
        }
      }
      Affine total = sum.build();
      if (total.variables().length > 0) {
        double least = part.min(part.direction()) - BORDER;
        builder.row(least, total, part.max(part.direction()) + BORDER);
      }
    }
  }

  /** The program, without any cut: θ has no lower bound yet. */
  MixedIntegerProgram program() {
    return program;
  }

  /** Variable θ of a coupling, {@link #NONE} where no free resource moves it. */
  int theta(int coupling) {
    return theta[coupling];
  }

  /** Variable of a row's sum, {@link #NONE} where it is constant. */
  int amount(int row) {
    return amount[row];
  }

  List<Integer> chosen() {
    return chosen;
  }

  /** What the i-th free resource does at x. */
  Profile profile(int i, double[] x) {
    return models[i].profile(x);
  }

  /** Writes what the i-th free resource does into a point. */
  void setPoint(int i, double[] x, Profile profile) {
    models[i].setPoint(x, profile);
  }
}
