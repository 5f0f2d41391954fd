package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.resource.IntervalResource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two amounts that must be the same: one earns 2 a unit, the other costs 1. Neither can move alone.
 *
 * <pre>
 *  earns 2: x in 0 … 10 ──┐
 *                         ├── x = y
 *  costs 1: y in 0 … 10 ──┘
 * </pre>
 */
class SmallRegionsTest {
  private static final double MISS_COST = 100;

  private final Problem problem =
      new Problem(
          new Rows(new int[2], new int[2], new double[] {-2, 1}),
          List.of(interval("x", 0), interval("y", 1)),
          List.of(new Same()));

  private final Couplings couplings = new Couplings(problem, MISS_COST, MISS_COST);
  private final Cuts cuts = new Cuts(problem);
  private final Node root = Node.root(problem);

  private static IntervalResource interval(String id, int row) {
    return new IntervalResource(id, new int[] {row}, 0, 10, 0, IntervalResource.OwnCost.NONE);
  }

  private Plan nothing() {
    Profile[] profiles = new Profile[2];
    Arrays.setAll(profiles, r -> problem.resources().get(r).priced(new double[1]));
    Plan plan = new Plan(problem, profiles);
    couplings.ask(plan, root.regions());
    return plan;
  }

  @Test
  void movesTogetherWhatCannotMoveAlone() {
    Plan start = nothing();
    for (double[] apart : List.of(new double[] {1, 0}, new double[] {0, 1})) {
      cuts.add(0, problem.couplings().get(0).ask(apart, null).cut());
    }
    Plan alone =
        new BestResponses(problem, new Respondents(problem), couplings, cuts, root, () -> false)
            .descend(start, List.of(0, 1), 1e-9);
    assertThat(alone.objective()).isZero();

    SmallRegions small = new SmallRegions(problem, couplings, cuts, () -> false);
    assertThat(small.isUseful()).isTrue();
    Plan together = small.improve(start, root, 1e-6);
    assertThat(together.isWhole()).isTrue();
    assertThat(together.objective()).isCloseTo(-10, within(1e-4));
  }

  /** Missing |x − y| has a price; convex. */
  private static final class Same implements Coupling {
    @Override
    public int[] rows() {
      return new int[] {0, 1};
    }

    @Override
    public @Nullable Region whole(double[] least, double[] most) {
      return null;
    }

    @Override
    public Answer ask(double[] amounts, @Nullable Region region) {
      double apart = amounts[0] - amounts[1];
      double sign = Math.signum(apart);
      Cut cut = new Cut(0, new double[] {MISS_COST * sign, -MISS_COST * sign}, null);
      return new Answer(MISS_COST * Math.abs(apart), Math.abs(apart), cut, 0, null);
    }

    @Override
    public void missCost(double perUnit) {}

    @Override
    public String name() {
      return "same";
    }
  }
}
