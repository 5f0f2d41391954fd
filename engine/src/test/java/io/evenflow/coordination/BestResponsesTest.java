package io.evenflow.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten want one unit of row 1, which costs 3 and has room for seven and a half; row 0 costs 4. */
class BestResponsesTest {
  private static final int TEN = 10;

  private final Profile nothing = new Profile(new double[] {0, 0}, 20);
  private final Profile dear = new Profile(new double[] {1, 0}, 0);
  private final Profile cheap = new Profile(new double[] {0, 1}, 0);
  private final Problem problem = problem();
  private final Couplings couplings = new Couplings(problem, 100, 100);
  private final Cuts cuts = new Cuts(problem);
  private final Node root = Node.root(problem);
  private final List<Integer> all = IntStream.range(0, TEN).boxed().toList();

  private Problem problem() {
    List<Resource> ten = new ArrayList<>();
    for (int i = 0; i < TEN; i++) {
      ten.add(new OneOf("r" + i, new int[] {0, 1}, List.of(nothing, dear, cheap)));
    }
    Rows rows = new Rows(new int[2], new int[] {0, 1}, new double[] {4, 3});
    return new Problem(rows, ten, List.of(new Capacity(7.5, 1)));
  }

  private Plan all(Profile profile) {
    Plan plan = new Plan(problem, Collections.nCopies(TEN, profile).toArray(new Profile[0]));
    cuts.add(0, couplings.ask(plan, root.regions())[0].cut());
    return plan;
  }

  private BestResponses responses(BooleanSupplier stop) {
    return new BestResponses(problem, new Respondents(problem), couplings, cuts, root, stop);
  }

  @Test
  void theyMakeRoomUntilAllFit() {
    all(nothing);
    Plan crowded = all(cheap);
    assertThat(crowded.isWhole()).isFalse();

    Plan plan = responses(() -> false).descend(crowded, all, 1e-6);

    assertThat(plan.amounts()).containsExactly(3, 7);
    assertThat(plan.isWhole()).isTrue();
    assertThat(plan.objective()).isEqualTo(33);
  }

  @Test
  void fillingFromNobodyKeepsAllLimitsWheneverItIsStopped() {
    all(cheap);
    Plan idle = all(nothing);
    Plan plan = responses(() -> false).fill(idle);
    assertThat(plan.isWhole()).isTrue();
    assertThat(plan.objective()).isEqualTo(33);

    int[] asked = {0};
    Plan stopped = responses(() -> asked[0]++ > 0).fill(idle);
    assertThat(stopped.isWhole()).isTrue();
    assertThat(stopped.objective()).isLessThanOrEqualTo(idle.objective());
  }

  @Test
  void believedCostsAreTheHighestCutsAndTheirPartsAlongARow() {
    Problem tied =
        new Problem(
            problem.rows(),
            problem.resources(),
            List.of(new Capacity(7.5, 1), new Capacity(9, 0, 1), new Capacity(3, 0)));
    Couplings three = new Couplings(tied, 100, 100);
    Cuts known = new Cuts(tied);
    Plan plan = new Plan(tied, Collections.nCopies(TEN, cheap).toArray(new Profile[0]));
    for (double[] amounts : List.of(new double[] {0, 0}, new double[] {10, 10})) {
      Answer[] answers = three.ask(three.every(), amounts, Node.root(tied).regions());
      for (int c = 0; c < answers.length; c++) {
        known.add(c, answers[c].cut());
      }
    }
    BelievedCosts believed = new BelievedCosts(tied, known, Node.root(tied).regions());
    believed.moveTo(plan.amounts());
    assertThat(believed.cost(0)).isCloseTo(250, within(1e-9));
    assertThat(believed.cost(1)).isCloseTo(100, within(1e-9));

    ConvexCosts costs = new ConvexCosts();
    believed.addTo(costs, 1, -8, 2);
    for (double amount : new double[] {-8, -4, -2.5, -2, -1, -0.1, 0.5, 2}) {
      double before = believed.total();
      believed.move(1, amount);
      double more = believed.total() - before;
      believed.move(1, -amount);
      assertThat(costs.at(0, amount)).as("by " + amount).isCloseTo(more, within(1e-8));
    }
  }
}
